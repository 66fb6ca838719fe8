"""The file of targets is read exactly, or refused by name."""

from decimal import Decimal

import pytest

from rundfrage.errors import Problem
from rundfrage.simulate import Targets, read_targets


def test_targets_keep_the_digits_that_are_printed(tmp_path):
    file = tmp_path / "targets.toml"
    file.write_text(
        'n = 484\n[percent]\n"q2.top2" = 80\n[mean]\n"q5.x" = "3.00"\n[answered]\nq2 = 450\n'
    )
    assert read_targets(file) == Targets(
        n=484,
        percent={"q2.top2": 80},
        mean={"q5.x": Decimal("3.00")},
        answered={"q2": 450},
        file=str(file),
    )
    assert str(read_targets(file).mean["q5.x"]) == "3.00"


@pytest.mark.parametrize(
    ("words", "code", "name"),
    [
        ("n = 0", "target-invalid", "n"),
        ("n = true", "target-invalid", "n"),
        ("[percents]\nx = 3", "target-invalid", "percents"),
        ("percent = 3", "target-invalid", "percent"),
        ('[percent]\n"q2.top2" = 101', "target-invalid", "q2.top2"),
        ('[percent]\n"q2.top2" = 62.5', "target-invalid", "q2.top2"),
        ('[mean]\nq2 = "two"', "target-invalid", "q2"),
        ('[mean]\nq2 = "nan"', "target-invalid", "q2"),
        ("[answered]\nq2 = 4", "target-invalid", "answered"),
        ("n = 3\n[answered]\nq2 = 4", "target-invalid", "q2"),
        ("[percent", "toml-unreadable", None),
        ("a = '\xff'", "toml-unreadable", None),
    ],
)
def test_a_wrong_entry_is_named(tmp_path, words, code, name):
    file = tmp_path / "targets.toml"
    file.write_bytes(words.encode("latin-1"))
    with pytest.raises(Problem) as caught:
        read_targets(file)
    assert (caught.value.code, caught.value.where.name) == (code, name)


def test_a_missing_file_is_a_problem(tmp_path):
    with pytest.raises(Problem) as caught:
        read_targets(tmp_path / "none.toml")
    assert caught.value.code == "no-such-file"
