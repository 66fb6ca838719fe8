"""Many people at two processes on PostgreSQL, with all that goes on beside them."""

import pytest
from door_crowd import crowd

PEOPLE = 90


@pytest.mark.trial
def test_a_crowd_at_two_processes_loses_and_mixes_nothing(tmp_path, postgresql):
    outcome = crowd(tmp_path, postgresql, PEOPLE)
    assert outcome.acts == {"export": True, "backup": True, "publish": True}
    assert (outcome.lost, outcome.twice, outcome.mixed, outcome.over) == (0, 0, 0, 0)
    # Both quotas were full, and whoever came too late was told.
    assert outcome.full > 0
    assert outcome.completed + outcome.full == PEOPLE
