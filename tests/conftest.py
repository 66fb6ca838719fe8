"""What all tests share: how hard chance tries, PostgreSQL, and the material beside the checkout."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import expect

import postgresql
import problem_texts
import proofs
import schedule
from patience import PATIENCE

# CI must say the same of the same commit; elsewhere every run tries new examples.
settings.register_profile("ci", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("here", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "here")

# Playwright waits five seconds for what a page should show, which a busy machine may need.
expect.set_options(timeout=PATIENCE * 1000)

# Commands speak the language of their surroundings: here English, wherever the tests run.
os.environ["LC_ALL"] = "C.UTF-8"

SHARED = Path(__file__).parents[2] / "shared"


def pytest_configure(config):
    problem_texts.watch()
    proofs.configure(config)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers():
    return schedule.processes()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    return schedule.scheduler(config, log)


def pytest_collection_modifyitems(items):
    proofs.mark(items)
    schedule.begin_first(items)
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


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[postgresql.Server]:
    """A running PostgreSQL of this test process; whoever stops it starts it again."""
    server = postgresql.Server()
    try:
        yield server.start()
    finally:
        server.remove()


@pytest.fixture(name="postgresql")
def postgresql_address(postgresql_server: postgresql.Server) -> str:
    """The address of a new, empty database."""
    return postgresql_server.database()
