"""What is shipped for whoever runs a server: the unit, and what a release is made of."""

import json
import re
import runpy
import shutil
import subprocess

import pytest

from patience import PATIENCE
from rundfrage.respond.lines import MOST_LINES
from test_house import HOUSE

UNIT = HOUSE / "deploy" / "rundfrage.service"


def test_the_unit_allows_as_many_files_as_the_door_has_lines():
    words = UNIT.read_text(encoding="utf-8")
    (files,) = re.findall(r"^LimitNOFILE=(\d+)$", words, flags=re.MULTILINE)
    assert int(files) > MOST_LINES + 128
    for line in ("LimitCORE=0", "Restart=always", "StartLimitIntervalSec=0", "UMask=0077"):
        assert f"\n{line}\n" in words


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not here")
def test_systemd_finds_little_left_open():
    done = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--no-pager", UNIT],
        capture_output=True, text=True, check=True, timeout=PATIENCE,
    )  # fmt: skip
    (level,) = re.findall(r"Overall exposure level for \S+: ([\d.]+)", done.stdout)
    assert float(level) <= 1.5


def test_the_sbom_names_every_library_of_the_lock():
    lock = (HOUSE / "requirements.lock").read_text(encoding="utf-8")
    made = json.loads(runpy.run_path(str(HOUSE / "scripts" / "sbom.py"))["sbom"](lock))
    assert (made["bomFormat"], made["specVersion"]) == ("CycloneDX", "1.6")
    found = {f"{one['name']}=={one['version']}": len(one["hashes"]) for one in made["components"]}
    pinned = re.findall(r"^([^\s#=]+==[^\s;\\]+)", lock, flags=re.MULTILINE)
    assert sorted(found) == sorted(re.sub(r"\[.*\]", "", one) for one in pinned)
    assert sum(found.values()) == lock.count("--hash=sha256:")
    assert all(found.values())
