"""The functions of the database: what happens to an entry where no other process comes between.

They run with the rights of whoever made the tables, and look for nothing in other schemas.
"""

from __future__ import annotations

from rundfrage.fieldwork.journals.rows import ENTRY, LAST, WITHDRAWN
from rundfrage.fieldwork.secret import NAME_DIGITS

APPEND = f"""
CREATE OR REPLACE FUNCTION append_entries(
    interviews text[], keys text[], events text[], versions text[], languages text[],
    weeks text[], screens integer[], answers text[], quotas text[], minutes integer[],
    limits text[]
)
RETURNS TABLE (taken text, outcome text) LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    counted text[];
    latest record;
    event text;
    counts text;
BEGIN
    IF (SELECT closed FROM field) THEN
        RETURN QUERY SELECT name, 'closed' FROM unnest(interviews) AS name;
        RETURN;
    END IF;
    -- In one order everywhere, so that two processes never wait for each other: entries, quotas,
    -- single quotas by name, interviews by name.
    LOCK TABLE entry IN ROW EXCLUSIVE MODE;
    counted := ARRAY(
        SELECT DISTINCT name FROM unnest(quotas) AS list,
            json_array_elements_text(coalesce(nullif(list, ''), '[]')::json) AS name
        ORDER BY name
    );
    IF cardinality(counted) > 0 THEN
        INSERT INTO quota SELECT name, 0 FROM unnest(counted) AS name ON CONFLICT DO NOTHING;
        PERFORM FROM quota WHERE name = ANY (counted) ORDER BY name FOR UPDATE;
    END IF;
    FOR place IN 1 .. cardinality(interviews) LOOP
        taken := interviews[place];
        SELECT entry.sequence, entry.event INTO latest FROM entry
        WHERE interview = taken ORDER BY entry.sequence DESC LIMIT 1;
        IF EXISTS (SELECT FROM entry WHERE interview = taken AND key = keys[place]) THEN
            outcome := 'known';
        ELSIF latest.event IN {LAST} THEN
            outcome := 'ended';
        ELSE
            event := events[place];
            counts := quotas[place];
            outcome := 'stored';
            IF counts <> '' AND EXISTS (
                SELECT FROM json_array_elements_text(counts::json) AS named
                JOIN quota ON quota.name = named
                WHERE quota.completed >= (limits[place]::json ->> named)::integer
            ) THEN
                event := 'quota_full';
                counts := '';
                outcome := 'quota_full';
            END IF;
            INSERT INTO entry ({ENTRY}, sequence) VALUES (
                taken, keys[place], event, versions[place], languages[place], weeks[place],
                screens[place], answers[place], counts, minutes[place],
                coalesce(latest.sequence, -1) + 1
            ) ON CONFLICT DO NOTHING;
            -- Another process may have overtaken this one: the entry is to be sent again.
            CONTINUE WHEN NOT FOUND;
            IF counts <> '' THEN
                UPDATE quota SET completed = completed + 1
                WHERE name IN (SELECT json_array_elements_text(counts::json));
            END IF;
        END IF;
        RETURN NEXT;
    END LOOP;
END
$$
"""

WITHDRAW = f"""
CREATE OR REPLACE FUNCTION withdraw_interview(secret text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    -- Whoever knows the names of interviews alone can delete none.
    withdrawn text := left(
        encode(sha256(convert_to('interview:' || secret, 'UTF8')), 'hex'), {NAME_DIGITS}
    );
    opening text;
    counted text;
BEGIN
    -- Whoever appends waits meanwhile, and sees the mark: nothing comes behind it.
    LOCK TABLE entry IN SHARE ROW EXCLUSIVE MODE;
    SELECT event INTO opening FROM entry WHERE interview = withdrawn ORDER BY sequence LIMIT 1;
    IF opening IS NULL OR opening = '{WITHDRAWN}' THEN
        RETURN opening IS NOT NULL;
    END IF;
    SELECT quotas INTO counted FROM entry
    WHERE interview = withdrawn AND event IN {LAST} ORDER BY sequence LIMIT 1;
    counted := coalesce(nullif(counted, ''), '[]');
    PERFORM FROM quota WHERE name IN (SELECT json_array_elements_text(counted::json))
    ORDER BY name FOR UPDATE;
    UPDATE quota SET completed = completed - 1
    WHERE name IN (SELECT json_array_elements_text(counted::json));
    DELETE FROM entry WHERE interview = withdrawn;
    INSERT INTO entry ({ENTRY}, sequence)
    VALUES (withdrawn, repeat('0', 32), '{WITHDRAWN}', '', '', '', -1, '', '', -1, 0);
    RETURN true;
END
$$
"""

FUNCTIONS = (
    APPEND,
    WITHDRAW,
    """
    DO $$ BEGIN
        EXECUTE format(
            'ALTER FUNCTION append_entries SET search_path = %I, pg_temp', current_schema()
        );
        EXECUTE format(
            'ALTER FUNCTION withdraw_interview SET search_path = %I, pg_temp', current_schema()
        );
    END $$
    """,
)
