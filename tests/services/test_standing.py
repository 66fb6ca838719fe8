"""A deck that still stands is not made again; a change of anything it is made of makes it anew."""

import json
import shutil
from pathlib import Path

import pytest

from rundfrage import services
from rundfrage.services import deck_building, standing

FILES = {
    "questionnaire.md": "questions",
    "report.md": "report",
    "report.en.md": "report in English",
    "quotes.toml": "quotes",
    "theme.toml": "theme",
    "settings.toml": "",
    "answers.csv": "q1\n1\n",
    "locales/en.po": "words",
    "pictures/one.png": "dots",
    "fonts/one.ttf": "letters",
}


@pytest.fixture
def survey(tmp_path, monkeypatch):
    """A folder whose decks are made by `made`, which counts them."""
    folder = tmp_path / "survey"
    for name, content in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content)
    monkeypatch.setattr(deck_building, "made_deck", Made())
    return folder


class Made:
    """Makes decks of their number alone."""

    def __init__(self):
        self.count = 0
        self.theme = ()
        self.warnings = ()

    def __call__(self, source, _, wanted, folder, __):
        self.count += 1
        target = folder or source.outputs
        target.mkdir(parents=True, exist_ok=True)
        files = tuple(target / f"report.{one}" for one in wanted)
        for file in files:
            file.write_text(f"deck {self.count}")
        return services.BuiltDeck(files, self.warnings), self.theme


def built(folder, formats=("html", "xlsx"), target=None, **edition):
    """Whether the deck was made, and its files."""
    before = deck_building.made_deck.count
    source = services.open_source(Path(folder))
    deck = services.build_deck(source, services.Edition(**edition), formats=formats, folder=target)
    assert all(file.is_file() for file in deck.files)
    assert [file.suffix[1:] for file in deck.files] == [*formats]
    return deck_building.made_deck.count > before


def test_a_deck_that_stands_is_left_as_it_is(survey):
    assert built(survey)
    assert not built(survey)
    assert not built(survey)


@pytest.mark.parametrize("name", FILES)
def test_whatever_it_is_made_of_makes_it_anew(survey, name):
    assert built(survey)
    (survey / name).write_text("# other\n")
    assert built(survey)
    assert not built(survey)
    (survey / name).unlink()
    assert built(survey)


@pytest.mark.parametrize("name", ["answers.csv.gz", "pictures/two.png", "releases.db", "deep/er/x"])
def test_a_file_that_is_added_makes_it_anew(survey, name):
    assert built(survey)
    (survey / name).parent.mkdir(parents=True, exist_ok=True)
    (survey / name).write_text("new")
    assert built(survey)
    assert not built(survey)


def test_what_is_asked_for_makes_it_anew_and_each_is_remembered(survey, tmp_path):
    asked = (
        {},
        {"formats": ("html",)},
        {"automatic": True},
        {"hidden": True},
        {"questions": ("q1",)},
        {"analysis": services.Analysis("en")},
        {"analysis": services.Analysis(threshold=9)},
        {"theme": survey / "theme.toml"},
    )
    for place, one in enumerate(asked):
        assert built(survey, target=tmp_path / str(place), **one)
    for place, one in enumerate(asked):
        assert not built(survey, target=tmp_path / str(place), **one)


def test_who_asks_for_something_else_between_gets_what_was_asked_for(survey):
    assert built(survey)
    assert built(survey, hidden=True)
    assert built(survey)


def test_an_output_that_was_edited_removed_or_put_back_makes_it_anew(survey):
    assert built(survey)
    output = survey / "out" / "report.html"
    content = output.read_bytes()
    output.write_text("edited")
    assert built(survey)
    output.write_bytes(content)
    assert built(survey)
    output.unlink()
    assert built(survey)
    assert not built(survey)


def test_a_folder_that_was_sent_has_no_deck_that_stands(survey, tmp_path):
    assert built(survey)
    shutil.copytree(survey, tmp_path / "sent")
    assert built(tmp_path / "sent")


def test_no_record_makes_other_outputs_stand(survey):
    """Whoever writes the folder can write the record, but not when a file was changed last."""
    assert built(survey)
    record = survey / "out" / ".cache" / "built.json"
    noted = record.read_text()
    output = survey / "out" / "report.html"
    status = output.stat()
    output.write_text("forged")
    forged = json.loads(noted)
    for note in forged.values():
        note["files"]["report.html"][1:3] = [output.stat().st_size, status.st_mtime_ns]
    record.write_text(json.dumps(forged))
    assert built(survey)


@pytest.mark.parametrize(
    "change",
    [
        lambda _: "",
        lambda _: "{",
        lambda _: "[]",
        lambda _: "7",
        lambda text: text.replace('"files": {', '"files": {"../../report.md": [1, 2, 3, 4], '),
        lambda text: text.replace('"state"', '"stat"'),
        lambda text: text.replace('"files"', '"file"'),
        lambda text: json.dumps(dict.fromkeys(json.loads(text), 7)),
        lambda text: json.dumps({key: {**one, "files": 7}
                                 for key, one in json.loads(text).items()}),
        lambda text: json.dumps({key: {**one, "files": {"report.html": None}}
                                 for key, one in json.loads(text).items()}),
    ],
)  # fmt: skip
def test_a_damaged_record_is_as_none(survey, change):
    assert built(survey)
    record = survey / "out" / ".cache" / "built.json"
    record.write_text(change(record.read_text()))
    assert built(survey)
    assert not built(survey)


def test_another_program_makes_it_anew(survey, monkeypatch):
    assert built(survey)
    monkeypatch.setattr(standing, "_program", lambda: "another")
    assert built(survey)


def test_forgetting_is_never_left_out(survey):
    for _ in range(2):
        assert built(survey, analysis=services.Analysis(anew=True))


def test_what_was_warned_of_is_warned_of_again(survey):
    deck_building.made_deck.warnings = ("look",)
    for _ in range(2):
        assert built(survey)


def test_a_theme_from_elsewhere_is_read_each_time(survey, tmp_path):
    deck_building.made_deck.theme = (tmp_path / "logo.svg",)
    for _ in range(2):
        assert built(survey)


def test_a_link_to_a_folder_or_too_much_to_look_at_makes_it_anew(survey, tmp_path, monkeypatch):
    (survey / "linked").symlink_to(tmp_path)
    for _ in range(2):
        assert built(survey)
    (survey / "linked").unlink()
    assert built(survey)
    assert not built(survey)
    monkeypatch.setattr(standing, "_MOST_FILES", 3)
    assert built(survey)


def test_what_changes_while_it_is_made_makes_it_anew(survey):
    made = deck_building.made_deck

    class Hasty(Made):
        def __call__(self, *given):
            (survey / "report.md").write_text("changed meanwhile")
            return super().__call__(*given)

    deck_building.made_deck = Hasty()
    assert built(survey)
    deck_building.made_deck = made
    assert built(survey)
    assert not built(survey)


def test_a_file_of_answers_stands_as_well(tmp_path, monkeypatch):
    monkeypatch.setattr(deck_building, "made_deck", Made())
    (tmp_path / "study.csv").write_text("q1\n1\n")
    assert built(tmp_path / "study.csv")
    assert not built(tmp_path / "study.csv")
    (tmp_path / "study-report" / "report.md").write_text("mine")
    assert built(tmp_path / "study.csv")
    (tmp_path / "study.codebook.json").write_text("{}")
    assert built(tmp_path / "study.csv")
    assert not built(tmp_path / "study.csv")
