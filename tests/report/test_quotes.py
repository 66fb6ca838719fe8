"""Only what somebody answered and somebody released is ever quoted."""

import pytest
from surveys import deck_of, open_text, single, survey

from rundfrage.errors import Problem
from rundfrage.report.quotes import Quotes, Release, check_release, read_release

ANSWERS = ["Weil es hilft.", "Damit es\nweitergeht.", "", "Wegen der Leute im Ort."]
DATASET = survey(
    (open_text("q2_open", "Warum?"), ANSWERS),
    (single("q1", "Und?", ["Ja", "Nein"]), ["c1"] * 4),
)


def release_of(folder, words: str) -> Release:
    path = folder / "quotes.toml"
    path.write_text(words, encoding="utf-8")
    return read_release(path)


def refused(release: Release) -> list[tuple[str, str]]:
    with pytest.raises(Problem) as caught:
        check_release(release, DATASET)
    return [(problem.code, problem.mend) for problem in caught.value.all]


def test_a_release_holds_a_lead_and_others(tmp_path):
    release = release_of(
        tmp_path, '[q2_open]\nlead = "Weil es hilft."\nreleased = ["Damit es weitergeht."]'
    )
    assert release.questions == {"q2_open": Quotes("Weil es hilft.", ("Damit es weitergeht.",))}
    check_release(release, DATASET)


def test_white_space_does_not_count_and_the_deck_keeps_what_was_released(tmp_path):
    release = release_of(tmp_path, '[q2_open]\nreleased = ["Damit  es weitergeht.\\n"]')
    deck = deck_of(survey((open_text("q2_open", "Warum?"), ANSWERS * 2)), quotes=release)
    assert [one.text for slide in deck.slides for one in slide.quotations] == [
        "Damit es weitergeht."
    ]


def test_a_text_that_nobody_wrote_is_refused_with_the_nearest_answer():
    assert refused(Release({"q2_open": Quotes("Weil es sehr hilft.")})) == [
        (
            "quotes-not-verbatim",
            "The nearest answer is “Weil es hilft.”. Copy it as it stands, or leave it out.",
        )
    ]


def test_a_text_that_nothing_comes_near_to_is_refused():
    assert refused(Release({"q2_open": Quotes(released=("Xyz 123",))})) == [
        ("quotes-not-verbatim", "Copy the answer as it stands in the data, or leave it out.")
    ]


def test_only_open_questions_are_quoted():
    release = Release({"q1": Quotes("Ja"), "q2_opn": Quotes("Weil es hilft.")})
    assert refused(release) == [
        ("quotes-not-open", "Remove the table, or name the question it is for."),
        ("quotes-not-open", "Did you mean q2_open?"),
    ]


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ('q2_open = "Weil"', ["quotes-form"]),
        ("[q2_open]\nlead = 3", ["quotes-form"]),
        ('[q2_open]\nreleased = "Weil"', ["quotes-form"]),
        ("[q2_open]\nreleased = [1]", ["quotes-form"]),
        ("[q2_open]\nleed = 'a'\nrelased = []", ["quotes-unknown-key"] * 2),
        ("[q2_open", ["toml-unreadable"]),
    ],
)
def test_what_is_wrong_with_the_file_is_named(tmp_path, words, codes):
    with pytest.raises(Problem) as caught:
        release_of(tmp_path, words)
    assert [problem.code for problem in caught.value.all] == codes


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(Problem) as caught:
        read_release(tmp_path / "quotes.toml")
    assert caught.value.code == "no-such-file"
