"""The functions of the database: all that a role without any right to a table may do with it.

They run with the rights of whoever made the tables, and look for nothing in other schemas. An entry
is taken from whoever shows the *proof* of its interview, of which the interview's name is a hash;
from whoever could write into the table anyway it is taken without.
"""

from __future__ import annotations

from rundfrage.fieldwork.journals.postgres import evidence
from rundfrage.fieldwork.journals.rows import ENDS, LAST, VERSION

NAME = """
CREATE OR REPLACE FUNCTION name_of(proof text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT left(encode(sha256(convert_to(proof, 'UTF8')), 'hex'), 32)
$$
"""
APPEND = f"""
CREATE OR REPLACE FUNCTION append_entries(
    interviews text[], keys text[], events text[], versions text[], languages text[],
    weeks text[], screens integer[], answers text[], quotas text[], minutes integer[],
    limits text[], proofs text[]
)
RETURNS TABLE (taken text, outcome text) LANGUAGE plpgsql AS $$
DECLARE
    trusted boolean := pg_has_role(session_user, current_user, 'MEMBER');
    counted text[];
    secret evidence_key;
    latest entry;
    fresh entry;
BEGIN
    IF (SELECT closed FROM field) THEN
        RETURN QUERY SELECT name, 'closed' FROM unnest(interviews) AS name;
        RETURN;
    END IF;
    -- In one order everywhere, so that two processes never wait for each other: entries, quotas,
    -- single quotas by name, interviews by name.
    LOCK TABLE entry IN ROW EXCLUSIVE MODE;
    IF array_to_string(quotas, '') <> '' THEN
        counted := ARRAY(
            SELECT DISTINCT name FROM unnest(quotas) AS list,
                json_array_elements_text(coalesce(nullif(list, ''), '[]')::json) AS name
            ORDER BY name
        );
        INSERT INTO quota SELECT name, 0 FROM unnest(counted) AS name ON CONFLICT DO NOTHING;
        PERFORM FROM quota WHERE name = ANY (counted) ORDER BY name FOR UPDATE;
    END IF;
    SELECT * INTO secret FROM evidence_key;
    FOR place IN 1 .. cardinality(interviews) LOOP
        taken := interviews[place];
        IF NOT trusted AND name_of(proofs[place]) IS DISTINCT FROM taken THEN
            RAISE insufficient_privilege USING MESSAGE = 'an entry without the proof of its name';
        END IF;
        SELECT * INTO latest FROM entry
        WHERE interview = taken ORDER BY entry.sequence DESC LIMIT 1;
        IF events[place] = 'withdrawn' THEN
            RAISE insufficient_privilege USING MESSAGE = 'only withdraw_interview withdraws';
        END IF;
        IF EXISTS (SELECT FROM entry WHERE interview = taken AND key = keys[place]) THEN
            outcome := 'known';
        ELSIF latest.event IN {LAST} THEN
            outcome := 'ended';
        ELSE
            fresh := ROW(
                taken, coalesce(latest.sequence, -1) + 1, keys[place], events[place],
                versions[place], languages[place], weeks[place], screens[place], answers[place],
                quotas[place], minutes[place], NULL
            );
            outcome := 'stored';
            IF fresh.quotas <> '' AND EXISTS (
                SELECT FROM json_array_elements_text(fresh.quotas::json) AS named
                JOIN quota ON quota.name = named
                WHERE quota.completed >= (limits[place]::json ->> named)::numeric
            ) THEN
                fresh.event := 'quota_full';
                fresh.quotas := '';
                outcome := 'quota_full';
            END IF;
            fresh.digest := digest_of(secret, words_of(fresh, latest.digest));
            INSERT INTO entry VALUES (fresh.*) ON CONFLICT DO NOTHING;
            -- Another process may have overtaken this one: the entry is to be sent again.
            CONTINUE WHEN NOT FOUND;
            IF fresh.sequence = 0 THEN
                PERFORM tally_interviews(left(taken, 2), 1);
                PERFORM note_interview(taken, 0, NULL);
            END IF;
            IF fresh.event IN {ENDS} THEN
                PERFORM note_interview(taken, fresh.sequence + 1, fresh.digest);
            END IF;
            IF fresh.quotas <> '' THEN
                UPDATE quota SET completed = completed + 1
                WHERE name IN (SELECT json_array_elements_text(fresh.quotas::json));
            END IF;
        END IF;
        RETURN NEXT;
    END LOOP;
END
$$
"""
WITHDRAW = f"""
CREATE OR REPLACE FUNCTION withdraw_interview(proof text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    first entry;
    mark entry;
BEGIN
    -- Whoever appends waits meanwhile and sees the mark: nothing comes behind it.
    LOCK TABLE entry IN SHARE ROW EXCLUSIVE MODE;
    SELECT * INTO first FROM entry WHERE interview = name_of(proof) ORDER BY sequence LIMIT 1;
    IF first.event IS NULL OR first.event = 'withdrawn' THEN
        RETURN first.event IS NOT NULL;
    END IF;
    PERFORM FROM quota ORDER BY name FOR UPDATE;
    UPDATE quota SET completed = completed - 1 WHERE name IN (
        SELECT json_array_elements_text(coalesce(nullif(ended.quotas, ''), '[]')::json)
        FROM (
            SELECT quotas FROM entry WHERE interview = first.interview AND event IN {ENDS}
            ORDER BY sequence LIMIT 1
        ) AS ended
    );
    DELETE FROM entry WHERE interview = first.interview;
    mark := ROW(
        first.interview, 0, repeat('0', 32), 'withdrawn', '', '', '', -1, '', '', -1, NULL
    );
    mark.digest := (SELECT digest_of(evidence_key, words_of(mark, NULL)) FROM evidence_key);
    INSERT INTO entry VALUES (mark.*);
    PERFORM note_interview(mark.interview, 1, mark.digest);
    RETURN true;
END
$$
"""
ENTRIES = """
CREATE OR REPLACE FUNCTION interview_entries(names text[], since integer[] DEFAULT '{}')
RETURNS SETOF entry LANGUAGE plpgsql AS $$
BEGIN
    -- One by one, by a plan that the connection keeps: a function in SQL is planned at each call.
    FOR place IN 1 .. cardinality(names) LOOP
        RETURN QUERY SELECT * FROM entry
        WHERE interview = names[place] AND sequence >= coalesce(since[place], 0)
        ORDER BY sequence;
    END LOOP;
END
$$
"""
VERSIONS = f"""
CREATE OR REPLACE FUNCTION published_versions() RETURNS SETOF version LANGUAGE sql AS $$
    SELECT {VERSION} FROM version ORDER BY number
$$
"""
STATE = """
CREATE OR REPLACE FUNCTION field_state() RETURNS TABLE (is_closed boolean, is_sealed boolean)
LANGUAGE sql AS $$ SELECT closed, sealed FROM field $$
"""
QUOTAS = """
CREATE OR REPLACE FUNCTION completed_by_quota() RETURNS SETOF quota LANGUAGE sql AS $$
    SELECT * FROM quota ORDER BY name
$$
"""
NUMBER = """
CREATE OR REPLACE FUNCTION format_number() RETURNS integer LANGUAGE sql AS $$
    SELECT number FROM journal_format
$$
"""

FOR_THE_DOOR = ("append_entries", "interview_entries", "withdraw_interview")
"""What is granted to the door; nobody else may do it."""
FOR_THE_OWNER = (
    "doubted_entries",
    "doubts_among",
    "evidence_is_sound",
    "note_interview",
    "tally_interviews",
)
FOR_ALL = ("published_versions", "field_state", "completed_by_quota", "format_number")
"""What tells of no respondent."""

FUNCTIONS = (
    *evidence.FUNCTIONS,
    *evidence.COMPARISON,
    NAME,
    APPEND,
    WITHDRAW,
    ENTRIES,
    VERSIONS,
    STATE,
    QUOTAS,
    NUMBER,
    *(
        f"""
        DO $$ BEGIN EXECUTE format(
            'ALTER FUNCTION {name} SECURITY DEFINER SET search_path = %I, pg_temp', current_schema()
        ); END $$
        """
        for name in (*FOR_THE_DOOR, *FOR_THE_OWNER, *FOR_ALL)
    ),
    *(f"REVOKE ALL ON FUNCTION {name} FROM PUBLIC" for name in (*FOR_THE_DOOR, *FOR_THE_OWNER)),
)
