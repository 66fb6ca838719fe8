"""Each TOML file beside a survey is told by an example of its own when it can't be read."""

import pytest

from rundfrage.errors import Problem
from rundfrage.look.theme_file import read_theme
from rundfrage.report.quotes import read_release
from rundfrage.services.settings import read_settings
from rundfrage.simulate.targets import read_targets


@pytest.mark.parametrize(
    ("name", "read", "example"),
    [
        ("targets.toml", read_targets, '"q2.top2" = 80 under [percent]'),
        ("theme.toml", read_theme, 'primary = "#0b4f5c", under headings such as [colours]'),
        ("quotes.toml", read_release, 'released = ["…"] under the name of a question'),
        ("settings.toml", read_settings, "port = 8000, under headings such as [door]"),
    ],
)
def test_a_broken_file_is_met_with_an_example_of_its_kind(tmp_path, name, read, example):
    file = tmp_path / name
    file.write_text("this is = no = toml", "utf-8")
    with pytest.raises(Problem) as caught:
        read(file)
    assert caught.value.code == "toml-unreadable"
    assert example in caught.value.expected


ENDLESS = ["9" * 5000, "9" * 400, "0x" + "f" * 5000, f"[{{ a = [{'9' * 20}] }}]", f"-{2**63 + 1}"]


@pytest.mark.parametrize("read", [read_targets, read_theme, read_release, read_settings])
@pytest.mark.parametrize("number", ENDLESS, ids=["4300", "400", "hex", "within", "below"])
def test_a_number_longer_than_any_count_is_a_problem_of_the_file(tmp_path, read, number):
    file = tmp_path / "some.toml"
    file.write_text(f"[mean]\nq1 = {number}\n", "utf-8")
    with pytest.raises(Problem) as caught:
        read(file)
    assert caught.value.code == "toml-unreadable"
    assert caught.value.found == "A whole number in the file has more than 18 digits."


def test_a_name_that_no_disk_takes_is_a_file_that_is_not_there(tmp_path):
    file = tmp_path / "theme.toml"
    file.write_text(f'[fonts]\nfolder = "{"x" * 5000}"\n', "utf-8")
    with pytest.raises(Problem) as caught:
        read_theme(file)
    assert caught.value.code == "theme-file"
    file.write_text(f'[organisation]\nlogo = "{"x" * 5000}.svg"\n', "utf-8")
    with pytest.raises(Problem) as caught:
        read_theme(file)
    assert caught.value.code == "theme-file"
