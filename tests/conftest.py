"""What all tests share: how hard chance tries, and the material beside the checkout."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# CI must say the same of the same commit; elsewhere every run tries new examples.
settings.register_profile("ci", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("here", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "here")

SHARED = Path(__file__).parents[2] / "shared"


def pytest_collection_modifyitems(items):
    if SHARED.is_dir():
        return
    reason = f"the folder {SHARED.name}/ with real answers isn't beside the checkout"
    for item in items:
        if item.get_closest_marker("shared"):
            item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder ../shared, with data/ and seed/."""
    return SHARED
