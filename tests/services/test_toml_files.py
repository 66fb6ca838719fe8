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
