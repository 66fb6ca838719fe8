"""What is kept of compiled catalogues: all can read it, and what can't be used is made anew."""

import json
import shutil
import stat
from pathlib import Path

import pytest

from rundfrage.locales import catalogue as module

LOCALES = Path(module.__file__).parent
GERMAN = "de.po"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    shutil.copy(LOCALES / GERMAN, tmp_path)
    monkeypatch.setattr(module, "_folder", lambda: tmp_path)
    return tmp_path / "__pycache__"


def read():
    """The German catalogue, as a new process reads it."""
    return module._read.__wrapped__("de")


def test_what_is_kept_can_be_read_by_all_and_is_alone(folder):
    before = read()
    [kept] = folder.iterdir()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o644
    assert kept.name == module.cached_name(GERMAN, (folder.parent / GERMAN).read_bytes())
    assert read() == before
    assert before.keyed["door:next"] == ("Weiter",)


@pytest.mark.parametrize("wrong", ["", "[]", "{}", '{"plurals": "0", "keyed": [], "messages": 1}'])
def test_what_cannot_be_used_is_compiled_anew(folder, wrong):
    before = read()
    [kept] = folder.iterdir()
    kept.write_text(wrong, "utf-8")
    assert read() == before
    assert json.loads(kept.read_text("utf-8"))["keyed"]["door:next"] == ["Weiter"]


def test_another_format_takes_the_place_of_the_old_one(folder, monkeypatch):
    before = read()
    [old] = folder.iterdir()
    monkeypatch.setattr(module, "_FORMAT", 0)
    assert read() == before
    [new] = folder.iterdir()
    assert new.name != old.name


def test_nothing_stays_behind_where_it_cannot_be_kept(folder, monkeypatch):
    def full(*_, **__):
        raise OSError("no space left")

    monkeypatch.setattr(module.json, "dump", full)
    assert read().keyed["door:next"] == ("Weiter",)
    assert list(folder.iterdir()) == []
