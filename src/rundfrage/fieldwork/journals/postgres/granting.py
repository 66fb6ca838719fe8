"""Rights that are kept when a function takes the place of another."""

from __future__ import annotations


def granted_as(earlier: str, later: str) -> str:
    """The statement by which whoever might call the `earlier` function may call the `later` one.

    A part of steps between formats, so its words stay as they are.
    """
    return f"""
        DO $$
        DECLARE
            reader text;
        BEGIN
            FOR reader IN SELECT grantee::regrole FROM pg_proc, aclexplode(proacl)
                WHERE pg_proc.oid = to_regprocedure('{earlier}') AND grantee <> 0
            LOOP
                EXECUTE format(
                    'GRANT EXECUTE ON FUNCTION {later} TO %s', reader
                );
            END LOOP;
        END
        $$
        """
