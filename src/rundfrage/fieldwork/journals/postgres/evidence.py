"""Evidence: what shows that an interview was altered, forged or removed around the functions.

Each entry bears a *digest* of itself and of the digest before it, made with keys that only the
functions read. Each interview that began is *noted*, with the number of its entries once it has
ended; and how many were noted is *tallied* by the first two digits of their names. Nothing of it
tells when something came: digests look random, notes lie in no order once the field is sealed.

What was there when a database came to this format counts as sound.

A *memo* says how many entries were there when all were found sound, and which transaction was then
the oldest. No row can be given an older one: as long as there are as many entries of older ones,
they are the same, and only interviews with newer entries or notes are compared; no note is missing
if there are as many as first entries. The memo holds for one server and the files that the tables
had, and its digest is made like all others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from rundfrage.fieldwork.journal import Event
from rundfrage.fieldwork.journals.postgres.granting import granted_as


def _keyed(words: str) -> str:
    """The digest of words by `keys`, as SQL."""
    text = f"convert_to({words}, 'UTF8')"
    return f"sha256(keys.outer_half || sha256(keys.inner_half || {text}))"


_TEXTS = re.sub(
    "[a-z]+", r"one.\g<0>", "interview, key, event, version, language, week, quotas, answers"
)
_LENGTHS = re.sub("one.[a-z]+", r"octet_length(\g<0>)", _TEXTS)
# With the lengths in front no two entries read alike, whatever stands in them.
_ENTRY = f"""concat_ws(
    E'\\n', 'entry', coalesce(encode(former, 'hex'), ''), one.sequence, one.screen, one.minutes,
    {_LENGTHS}, {_TEXTS}
)"""
_NOTE = """concat_ws(
    E'\\n', 'interview', named, count, coalesce(encode(latest, 'hex'), '')
)"""
# How both were written before format 7, which takes three times as long.
_FORMER_ENTRY = """json_build_array(
    'entry', encode(former, 'hex'), one.interview, one.sequence, one.key, one.event,
    one.version, one.language, one.week, one.screen, one.answers, one.quotas, one.minutes
)::text"""
_FORMER_NOTE = "json_build_array('interview', named, count, encode(latest, 'hex'))::text"

DIGEST = f"""
CREATE OR REPLACE FUNCTION digest_of(keys evidence_key, words text) RETURNS bytea
LANGUAGE sql IMMUTABLE AS $$ SELECT {_keyed("words")} $$
"""
WORDS = f"""
CREATE OR REPLACE FUNCTION words_of(one entry, former bytea) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT {_ENTRY}
$$
"""
NOTE_WORDS = f"""
CREATE OR REPLACE FUNCTION words_of_note(named text, count integer, latest bytea) RETURNS text
LANGUAGE sql STABLE AS $$ SELECT {_NOTE} $$
"""
NOTE = """
CREATE OR REPLACE FUNCTION note_interview(named text, count integer, latest bytea) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO evidence_note
    SELECT named, count, digest_of(evidence_key, words_of_note(named, count, latest))
    FROM evidence_key
    ON CONFLICT (interview) DO UPDATE SET entries = excluded.entries, digest = excluded.digest;
END
$$
"""
TALLY_WORDS = """
CREATE OR REPLACE FUNCTION words_of_tally(digits text, count bigint) RETURNS text
LANGUAGE sql STABLE AS $$ SELECT json_build_array('tally', digits, count)::text $$
"""
TALLY = """
CREATE OR REPLACE FUNCTION tally_interviews(digits text, count bigint) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO evidence_tally AS tally
    SELECT digits, count, digest_of(evidence_key, words_of_tally(digits, count)) FROM evidence_key
    ON CONFLICT (first_digits) DO UPDATE SET
        interviews = tally.interviews + count,
        digest = (
            SELECT digest_of(evidence_key, words_of_tally(digits, tally.interviews + count))
            FROM evidence_key
        );
END
$$
"""
# Digests are written out: the server doesn't inline functions here, and a call takes as long as the
# hashing. ORDER BY and OFFSET keep it from working them out once for each use; it is also the order
# in which digests are gathered.
AMONG = f"""
CREATE OR REPLACE FUNCTION doubts_among(chosen text[])
RETURNS TABLE (named text, place integer, doubt text) LANGUAGE plpgsql
SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE
    keys evidence_key;
BEGIN
    SELECT * INTO keys FROM evidence_key;
    RETURN QUERY WITH judged AS (
        SELECT interview, sequence, digest, coalesce(
            digest = {_keyed(_ENTRY)} OR digest = {_keyed(_FORMER_ENTRY)}, false
        ) AS sound
        FROM (
            SELECT *, CASE
                WHEN sequence > 0 AND lag(sequence) OVER whole = sequence - 1
                THEN lag(digest) OVER whole
            END AS former
            FROM entry WHERE chosen IS NULL OR interview = ANY (chosen)
            WINDOW whole AS (PARTITION BY interview ORDER BY sequence)
        ) AS one
        ORDER BY interview, sequence
    ), summed AS (
        SELECT interview, count(*) FILTER (WHERE sound) AS entries,
            max(sequence) FILTER (WHERE sound) AS last_place,
            array_agg(digest) FILTER (WHERE sound) AS digests,
            array_agg(sequence) FILTER (WHERE NOT sound) AS unsound
        FROM judged GROUP BY interview
    ), paired AS (
        SELECT interview AS named, note.entries AS count, note.digest, last_place, unsound,
            coalesce(summed.entries, 0) AS entries,
            CASE WHEN note.entries > 0 THEN digests[summed.entries] END AS latest
        FROM summed FULL JOIN (
            SELECT * FROM evidence_note WHERE chosen IS NULL OR interview = ANY (chosen)
        ) AS note USING (interview)
    ), compared AS (
        SELECT named, unsound, CASE
            WHEN digest IS NULL THEN 'forged'
            WHEN entries = 0 THEN 'removed'
            WHEN entries <> last_place + 1 THEN 'altered'
            WHEN count NOT IN (0, entries) THEN 'altered'
            WHEN digest <> {_keyed(_NOTE)} AND digest <> {_keyed(_FORMER_NOTE)} THEN 'altered'
            WHEN unsound IS NOT NULL THEN 'entry'
        END AS verdict
        FROM paired OFFSET 0
    ), counted AS (
        SELECT left(interview, 2) AS first_digits, count(*) AS noted
        FROM evidence_note GROUP BY first_digits
    )
    SELECT named, unnest(CASE verdict WHEN 'entry' THEN unsound ELSE ARRAY[NULL::integer] END),
        verdict
    FROM compared WHERE verdict IS NOT NULL
    UNION ALL
    SELECT first_digits, NULL, 'uncounted'
    FROM evidence_tally AS tally FULL JOIN counted USING (first_digits)
    WHERE tally.interviews IS DISTINCT FROM noted OR tally.digest IS DISTINCT FROM digest_of(
        keys, words_of_tally(first_digits, tally.interviews)
    );
END
$$
"""
DOUBTS = """
CREATE OR REPLACE FUNCTION doubted_entries()
RETURNS TABLE (named text, place integer, doubt text) LANGUAGE sql AS $$
    SELECT * FROM doubts_among(NULL)
$$
"""
PLACE = """
CREATE OR REPLACE FUNCTION place_of_evidence() RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    found text;
BEGIN
    EXECUTE 'SELECT system_identifier || '' '' || timeline_id '
        'FROM pg_control_system(), pg_control_checkpoint()' INTO found;
    RETURN concat_ws(
        ' ', found, (SELECT oid FROM pg_database WHERE datname = current_database()),
        pg_relation_filenode('entry'), pg_relation_filenode('evidence_note')
    );
EXCEPTION WHEN insufficient_privilege THEN
    RETURN NULL;
END
$$
"""
MEMO_WORDS = """
CREATE OR REPLACE FUNCTION words_of_memo(memo evidence_memo) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT json_build_array('memo', memo.place, memo.oldest, memo.entries)::text
$$
"""
# Transactions are told apart by their last 32 bits: those of a row by how many came since. After
# half as many a row of old would look new, never one that is new old; so a memo ends long before.
COMPARE = f"""
CREATE OR REPLACE FUNCTION evidence_is_sound() RETURNS boolean LANGUAGE plpgsql
SET enable_seqscan = on SET jit = off AS $$
DECLARE
    keys evidence_key;
    memo evidence_memo;
    fresh evidence_memo;
    since_memo integer;
    since_fresh integer;
    rows_now record;
    chosen text[];
BEGIN
    SELECT * INTO keys FROM evidence_key;
    fresh.place := place_of_evidence();
    fresh.oldest := pg_snapshot_xmin(pg_current_snapshot())::text::bigint;
    since_fresh := age((fresh.oldest % {2**32})::text::xid);
    SELECT * INTO memo FROM evidence_memo
    WHERE place = fresh.place AND oldest BETWEEN fresh.oldest - {2**30} AND fresh.oldest;
    IF memo.digest = digest_of(keys, words_of_memo(memo)) THEN
        since_memo := age((memo.oldest % {2**32})::text::xid);
    END IF;
    SELECT * INTO rows_now FROM (
        SELECT count(*) FILTER (WHERE age(xmin) > since_memo) AS entries,
            count(*) FILTER (WHERE age(xmin) > since_fresh) AS fresh_entries,
            count(*) FILTER (WHERE sequence = 0) AS begun,
            array_agg(interview) FILTER (WHERE age(xmin) <= since_memo) AS touched
        FROM entry
    ) AS of_entries, (
        SELECT count(*) AS notes,
            array_agg(interview) FILTER (WHERE age(xmin) <= since_memo) AS noted
        FROM evidence_note
    ) AS of_notes;
    IF rows_now.entries = memo.entries AND rows_now.notes = rows_now.begun
        AND since_memo IS NOT NULL
    THEN
        chosen := coalesce(rows_now.touched, '{{}}') || coalesce(rows_now.noted, '{{}}');
    END IF;
    IF EXISTS (SELECT FROM doubts_among(chosen)) THEN
        RETURN false;
    END IF;
    IF fresh.place IS NOT NULL AND current_setting('transaction_read_only') = 'off' THEN
        fresh.single := true;
        fresh.entries := rows_now.fresh_entries;
        fresh.digest := digest_of(keys, words_of_memo(fresh));
        INSERT INTO evidence_memo VALUES (fresh.*) ON CONFLICT (single) DO UPDATE SET
            place = excluded.place, oldest = excluded.oldest, entries = excluded.entries,
            digest = excluded.digest;
    END IF;
    RETURN true;
END
$$
"""

_LAST_OF_FORMAT_4 = "('completed', 'screened_out', 'quota_full', 'repeated', 'withdrawn')"
FILLED = f"""
DO $$
DECLARE
    keys evidence_key;
    one entry;
    former bytea;
    before text := '';
BEGIN
    SELECT * INTO keys FROM evidence_key;
    FOR one IN SELECT * FROM entry WHERE sequence >= 0 ORDER BY interview, sequence LOOP
        IF one.interview <> before THEN
            former := NULL;
            before := one.interview;
        END IF;
        former := digest_of(keys, words_of(one, former));
        UPDATE entry SET digest = former
        WHERE interview = one.interview AND sequence = one.sequence;
    END LOOP;
    PERFORM note_interview(
        interview,
        CASE WHEN bool_or(event IN {_LAST_OF_FORMAT_4}) THEN count(*)::integer ELSE 0 END,
        CASE WHEN bool_or(event IN {_LAST_OF_FORMAT_4})
        THEN (array_agg(digest ORDER BY sequence DESC))[1] END
    ) FROM entry WHERE sequence >= 0 GROUP BY interview;
    PERFORM tally_interviews(left(interview, 2), count(*))
    FROM evidence_note GROUP BY left(interview, 2);
END
$$
"""
"""What was there before gets its evidence; an entry of no sequence gets none."""

_EVENTS_OF_FORMAT_4 = (
    "('begun', 'entered', 'sent', 'kept', 'completed', 'screened_out', 'quota_full', 'repeated', "
    "'withdrawn')"
)


def _checks(events: str) -> tuple[tuple[str, str], ...]:
    return (
        ("entry_sequence", "sequence >= 0"),
        ("entry_names", "interview ~ '^[0-9a-f]{32}$' AND key ~ '^[0-9a-f]{32}$'"),
        ("entry_event", f"event IN {events}"),
        ("entry_week", "week ~ '^([0-9]{4}-W[0-9]{2})?$'"),
        ("entry_numbers", "screen >= -1 AND minutes >= -1"),
    )


CHECKS = _checks(f"{tuple(event.value for event in Event)}")
"""What every new row keeps to today; what was there before isn't looked at."""


def _adding(checks: Iterable[tuple[str, str]]) -> str:
    return "ALTER TABLE entry " + ", ".join(
        f"ADD CONSTRAINT {name} CHECK ({words}) NOT VALID" for name, words in checks
    )


CHECKED = (_adding(CHECKS),)
UNCHECKED = (
    "ALTER TABLE entry " + ", ".join(f"DROP CONSTRAINT IF EXISTS {name}" for name, _ in CHECKS),
)

TABLES = (
    "CREATE TABLE evidence_key (inner_half bytea NOT NULL, outer_half bytea NOT NULL)",
    """
    INSERT INTO evidence_key SELECT
        decode(string_agg(replace(gen_random_uuid()::text, '-', ''), ''), 'hex'),
        decode(string_agg(replace(gen_random_uuid()::text, '-', ''), ''), 'hex')
    FROM generate_series(1, 4)
    """,
    """
    CREATE TABLE evidence_note (
        interview text COLLATE "C" PRIMARY KEY, entries integer NOT NULL, digest bytea NOT NULL
    )
    """,
    """
    CREATE TABLE evidence_tally (
        first_digits text COLLATE "C" PRIMARY KEY, interviews bigint NOT NULL, digest bytea NOT NULL
    )
    """,
    "ALTER TABLE entry ADD COLUMN digest bytea",
)
FUNCTIONS = (DIGEST, WORDS, NOTE_WORDS, NOTE, TALLY_WORDS, TALLY)
COMPARISON = (AMONG, DOUBTS, PLACE, MEMO_WORDS, COMPARE)

MIGRATION = (
    *TABLES,
    _adding(_checks(_EVENTS_OF_FORMAT_4)),
    *FUNCTIONS,
    FILLED,
)
"""The step to format 4: never changed, whatever becomes of today's events and checks."""
REMEMBERED = (
    """
    CREATE TABLE IF NOT EXISTS evidence_memo (
        place text NOT NULL, oldest bigint NOT NULL, entries bigint NOT NULL, digest bytea NOT NULL,
        single boolean PRIMARY KEY DEFAULT true CHECK (single)
    )
    """,
    """
    CREATE OR REPLACE FUNCTION evidence_is_sound() RETURNS boolean LANGUAGE sql AS 'SELECT false'
    """,
    granted_as("doubted_entries()", "evidence_is_sound()"),
)
"""The step to format 8; who might compare before may do so now."""
