"""Steps of a scale that are no answer but the reason for none: marked, apart, never counted."""

import pyreadstat
import pytest

from rundfrage.codebook import Missing
from rundfrage.dataset.files import read_dataset, write_dataset
from rundfrage.errors import Problem
from rundfrage.fieldwork.published import ready
from rundfrage.fieldwork.walk import walk
from rundfrage.kinds import KINDS
from rundfrage.questionnaire.json.form import from_json, to_json
from rundfrage.questionnaire.markdown.read import read
from rundfrage.questionnaire.markdown.write import write
from rundfrage.questionnaire.measure import codebook_of
from rundfrage.questionnaire.translation.texts import texts
from rundfrage.questionnaire.versions.canonical import canonical
from rundfrage.simulate import simulate
from rundfrage.tables import tabulate

PARKS = """\
---
survey: parks
title: Parks
language: en
sample: open
participation: open
required: none
scales:
  lik: [very good, good, poor, very poor, don't know {dk}, doesn't apply {code=99 na}]
---

# One

## a: How do you rate these? {required}

(lik)

- x: Parks
- y: Shops

## b: And all in all?

(lik)

## c: Why is that? {if="b > 2"}

_____
"""


def asked(words=PARKS):
    return read(words, KINDS)


def test_it_is_a_reason_for_no_answer_with_its_place_as_code():
    book = codebook_of(asked())
    assert [one.code for one in book["b"].categories] == [1, 2, 3, 4]
    assert [(one.reason, one.value, one.label.source) for one in book["b"].missing] == [
        (Missing.DONT_KNOW, 5, "don't know"),
        (Missing.NOT_ASKED, 99, "doesn't apply"),
    ]
    assert book["a.x"].missing == book["a.y"].missing == book["b"].missing


def test_both_forms_and_the_layout_keep_it():
    assert write(asked()) == PARKS
    assert asked(write(asked())) == asked()
    assert from_json(to_json(asked()), KINDS) == asked()


def test_a_scale_without_it_is_the_version_it_was():
    plain = asked(PARKS.replace(", don't know {dk}, doesn't apply {code=99 na}", ""))
    assert "reasons" not in canonical(plain)


def test_its_label_is_translated_by_its_mark():
    placed = {one.path: one.text.source for one in texts(asked())}
    assert placed["scale:lik:dk"] == "don't know"
    assert placed["scale:lik:na"] == "doesn't apply"


def test_choosing_it_answers_a_question_that_must_be_answered():
    question = asked().questions[0]
    posted = {"a.x": ("dk",), "a.y": ("2",)}
    parsed = question.kind.parse(question, posted, "en")
    assert parsed.mistakes == ()
    assert parsed.answers == {"a.x": Missing.DONT_KNOW, "a.y": "2"}
    assert question.kind.view(question, parsed.answers, "en") == posted


def test_conditions_take_it_for_no_answer():
    instrument = ready("parks", asked())
    led = [
        [question.name for step in walk(instrument, {"b": answer}).steps
         for question in step.questions]
        for answer in ("3", Missing.DONT_KNOW, Missing.NOT_ASKED)
    ]  # fmt: skip
    assert led == [["a", "b", "c"], ["a", "b"], ["a", "b"]]


def test_it_is_kept_out_of_base_mean_and_nets(tmp_path):
    file = tmp_path / "answers.csv"
    rows = ["1,1,2,", "1,1,5,", "1,1,5,", "1,1,4,", "1,1,99,", "1,1,,"]
    file.write_text("\n".join(["a.x,a.y,b,c", *rows * 5]))
    table = tabulate(read_dataset(file, codebook_of(asked())))[1]
    (block,) = table.blocks
    (base,) = block.bases
    assert (base.interviews, base.answered) == (30, 10)
    assert (base.dont_know, base.not_asked, base.left_blank) == (10, 5, 5)
    (statistics,) = block.statistics
    assert statistics.mean == 3.0
    shares = {row.name: block.cell(row.name).percent for row in block.rows}
    assert shares == {"1": 0, "2": 50, "3": 0, "4": 50, "top2": 50, "bottom2": 50}


def test_an_spss_file_has_its_code_and_words(tmp_path):
    dataset = simulate(asked(), 400, seed=3)
    file = tmp_path / "answers.sav"
    write_dataset(dataset, file)
    _, meta = pyreadstat.read_sav(file, user_missing=True)
    assert meta.variable_value_labels["b"][5.0] == "don't know"
    assert meta.variable_value_labels["b"][99.0] == "doesn't apply"
    held = {low["lo"] for low in meta.missing_ranges["b"]}
    assert {5.0, 99.0} <= held
    again = read_dataset(file)
    assert (again.columns["b"].reasons == dataset.columns["b"].reasons).all()
    assert set(dataset.columns["b"].reasons.tolist()) >= {
        Missing.DONT_KNOW, Missing.NOT_ASKED, Missing.LEFT_BLANK,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("labels", "code"),
    [
        ("good, {dk}", "bad-value"),
        ("good, don't know {dk}", "bad-value"),
        ("good, don't know {dk}, poor", "bad-value"),
        ("good, poor, don't know {dk}, can't say {dk}", "reason-twice"),
        ("good, poor, don't know {code=1 dk}", "duplicate-code"),
        ("good, poor, don't know {dk refused}", "attribute-value"),
        ("good, poor {code=7}", "unknown-attribute"),
        ("good, poor {exclusive}", "unknown-attribute"),
        ("good, poor {dk", "attributes-open"),
    ],
)
def test_what_cannot_be_meant_is_refused_at_the_scale(labels, code):
    start = PARKS.index("[very good")
    spoilt = PARKS[:start] + f"[{labels}]" + PARKS[PARKS.index("]", start) + 1 :]
    with pytest.raises(Problem) as caught:
        asked(spoilt)
    assert next((one.code, one.where.line) for one in caught.value.all) == (code, 9)


def test_a_brace_that_is_meant_is_written_with_a_backslash():
    scale = asked(PARKS.replace("very good", r"very good \{A}")).scales[0]
    assert scale.labels[0].source == "very good {A}"
