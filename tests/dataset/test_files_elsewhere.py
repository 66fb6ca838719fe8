"""What programs write in ways of their own: rows of nobody, steps in columns, odd options."""

import csv
import json
from itertools import pairwise

import pandas as pd
import pyreadstat
import pytest

from rundfrage.codebook import Missing, Use, VariableType
from rundfrage.dataset.columns import CHOSEN
from rundfrage.dataset.files import read_dataset
from rundfrage.dataset.intake.options import Options

MONKEY = ["Respondent ID", "Collector ID"]


def written(folder, rows, name="a.csv"):
    path = folder / name
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def ticks(dataset, name):
    marks = dataset.columns[name].marks
    options = dataset.codebook[name].categories
    return {
        option.label.source: int((marks[at] == CHOSEN).sum()) for at, option in enumerate(options)
    }


def chosen(dataset, name):
    codes = dataset.columns[name].codes
    options = dataset.codebook[name].categories
    return {option.label.source: int((codes == at).sum()) for at, option in enumerate(options)}


def doubts(dataset, name):
    return [str(one.found) for one in dataset.account.doubts if name in one.variables]


# -- a row that says how each column was measured --------------------------------------------------

LEVELS = {
    "nl": ["Nominaal", "Ratio", "Ordinaal", "Tekstueel"],
    "en": ["nominal", "ratio", "ordinal", "text"],
    "ru": ["номинальная", "количественная", "порядковая", "текст"],
}


@pytest.mark.parametrize("levels", LEVELS.values(), ids=LEVELS)
@pytest.mark.parametrize("place", [0, 12])
def test_a_row_of_levels_of_measurement_is_nobody(tmp_path, levels, place):
    rows = [["m", 20 + n * 5 % 7, "good", f"text {n}"] for n in range(12)]
    rows.insert(place, levels)
    dataset = read_dataset(written(tmp_path, [["sex", "age", "mood", "why"], *rows]))
    assert dataset.n == 12
    assert dataset.codebook["age"].type is VariableType.NUMERIC
    assert any("measured" in one.evidence for one in dataset.account.conclusions)


def test_answers_that_are_called_as_levels_are_respondents(tmp_path):
    rows = [["text", "number", "date"] if n % 2 else ["date", "text", "number"] for n in range(12)]
    assert read_dataset(written(tmp_path, [["a", "b", "c"], *rows])).n == 12


@pytest.mark.parametrize("said", [["text"] * 4, ["text", "scale", "date", "text"]])
def test_one_who_answers_by_words_of_every_day_is_a_respondent(tmp_path, said):
    rows = [["call", "email", "in person", "call"], ["email", "call", "call", "in person"]] * 20
    rows.insert(7, said)
    assert read_dataset(written(tmp_path, [["mother", "father", "friends", "boss"], *rows])).n == 41


def test_a_row_of_levels_stays_where_the_user_says_what_the_names_are(tmp_path):
    rows = [["m", 20 + n * 5 % 7, "good"] for n in range(12)]
    file = written(tmp_path, [["sex", "age", "mood"], ["nominal", "ratio", "ordinal"], *rows])
    assert read_dataset(file, options=Options(heading_rows=1)).n == 13
    (doubt,) = [one for one in read_dataset(file).account.doubts if "measured" in str(one.found)]
    assert "heading_rows = " in str(doubt.settle)


def test_a_row_with_few_such_words_is_a_respondent(tmp_path):
    rows = [["m", 20 + n * 5 % 7, "good", f"text {n}"] for n in range(12)]
    rows[0] = ["m", 31, "ordinal", "text"]
    assert read_dataset(written(tmp_path, [["sex", "age", "mood", "why"], *rows])).n == 12


# -- steps in a column each ------------------------------------------------------------------------

STEPS = ["Very satisfied", "Satisfied", "Neutral", "Dissatisfied"]


def monkey(tmp_path, questions, answers):
    """A file whose questions stand over columns of their own, with the cells of each person."""
    above, below = [*MONKEY, "Where do you live?"], ["", "", "Open-Ended Response"]
    for question, items in questions.items():
        above += [question, *[""] * (len(items) - 1)]
        below += items
    people = [
        [str(11800000000 + n), "430000001", f"Town {n}", *cells] for n, cells in enumerate(answers)
    ]
    return read_dataset(written(tmp_path, [above, below, *people]))


def test_steps_of_a_scale_in_a_column_each_are_one_question(tmp_path):
    at = [0, 1, 1, 2, 0, 3, 1, 1, 2, 0, None] * 2
    people = [[step if n == one else "" for n, step in enumerate(STEPS)] for one in at]
    dataset = monkey(tmp_path, {"How satisfied are you?": STEPS}, people)
    variable = dataset.codebook["How satisfied are you?"]
    assert variable.type is VariableType.ORDINAL
    assert [one.label.source for one in variable.categories] == STEPS
    assert chosen(dataset, variable.name) == dict(zip(STEPS, [6, 8, 4, 2], strict=True))
    assert (dataset.columns[variable.name].codes == Missing.LEFT_BLANK).sum() == 2
    assert len(dataset.account.entries) == 3 + len(STEPS)  # no column is lost
    shown = [one.name for one in dataset.codebook.variables if one.use is Use.ANSWER]
    assert shown == ["Where do you live?", variable.name]


def test_a_step_in_a_column_that_nobody_chose_stays_a_step(tmp_path):
    at = [0, 1, 1, 3, 0, 3, 1] * 3
    people = [[step if n == one else "" for n, step in enumerate(STEPS)] for one in at]
    dataset = monkey(tmp_path, {"How satisfied are you?": STEPS}, people)
    name = "How satisfied are you?"
    assert chosen(dataset, name) == dict(zip(STEPS, [6, 9, 0, 6], strict=True))


def test_steps_that_somebody_ticked_twice_are_several_answers(tmp_path):
    people = [
        [step if n == one else "" for n, step in enumerate(STEPS)] for one in [0, 1, 2, 3] * 6
    ]
    people[0] = ["Very satisfied", "Satisfied", "", ""]
    dataset = monkey(tmp_path, {"How satisfied are you?": STEPS}, people)
    assert dataset.codebook["How satisfied are you?"].type is VariableType.MULTIPLE


def test_a_grid_in_a_column_for_each_step_is_a_grid(tmp_path):
    rows = ["Mail", "Chat"]
    steps = ["Often", "Sometimes", "Never"]
    items = [f"{row} - {step}" for row in rows for step in steps]
    at = [(0, 2), (1, 1), (0, 1), (1, 0), (0, 0), (0, 2), (1, 1)] * 3
    people = [
        [step if n == one else "" for one in pair for n, step in enumerate(steps)] for pair in at
    ]
    dataset = monkey(tmp_path, {"How often do you use:": items}, people)
    grid = [one for one in dataset.codebook.variables if one.use is Use.ANSWER][1:]
    assert [one.item.source for one in grid] == rows
    assert {one.type for one in grid} == {VariableType.ORDINAL}
    assert len({one.battery for one in grid}) == 1
    assert grid[0].battery is not None
    assert chosen(dataset, grid[0].name) == {"Often": 12, "Sometimes": 9, "Never": 0}
    assert chosen(dataset, grid[1].name) == {"Often": 6, "Sometimes": 9, "Never": 6}
    asides = {str(one.aside) for one in dataset.account.entries[4:] if one.aside}
    assert asides == {"What it says stands in the first column of its row."}


def one_each(options, people):
    return [[word if at == n % len(options) else "" for at, word in enumerate(options)]
            for n in range(people)]  # fmt: skip


SIZES = ["Small", "Medium", "Large"]


@pytest.mark.parametrize(
    ("question", "people", "one"),
    [
        ("Which dogs do you keep? Tick all that apply", 40, False),
        ("Welche Hunde halten Sie? (Mehrere Antworten)", 40, False),
        ("Welche Hunde halten Sie? Mehrere möglich", 40, False),
        ("Which dogs do you keep?", 5, False),
        ("How large is your dog?", 40, True),
    ],
)
def test_options_stay_ticks_of_several_or_of_few_people(tmp_path, question, people, one):
    dataset = monkey(tmp_path, {question: SIZES}, one_each(SIZES, people))
    kind = VariableType.ORDINAL if one else VariableType.MULTIPLE
    assert dataset.codebook[question].type is kind
    assert any("read as one choice" in found for found in doubts(dataset, question)) == one


DRINKS = ["Tea", "Coffee"]
MEALS = ["Breakfast", "Lunch"]


@pytest.mark.parametrize(
    ("question", "people", "twice"),
    [
        ("What do you drink (all that apply)?", 24, False),
        ("What do you drink?", 6, False),
        ("What do you drink?", 24, True),
    ],
)
def test_a_grid_of_several_answers_is_a_multiple_choice_a_row(tmp_path, question, people, twice):
    items = [f"{meal} - {drink}" for meal in MEALS for drink in DRINKS]
    each = one_each(DRINKS, people + 1)
    cells = [[*one, *other] for one, other in pairwise(each)]
    cells = [["Tea", "", "Tea", ""] if n % 3 == 0 else one for n, one in enumerate(cells)]
    if twice:
        cells[1] = ["Tea", "Coffee", "Tea", ""]
    dataset = monkey(tmp_path, {question: items}, cells)
    for at, meal in enumerate(MEALS):
        name = f"{question} [{meal}]"
        assert dataset.codebook[name].type is VariableType.MULTIPLE
        given = [sum(bool(row[2 * at + k]) for row in cells) for k in (0, 1)]
        assert ticks(dataset, name) == dict(zip(DRINKS, given, strict=True))


@pytest.mark.parametrize(("mark", "one"), [("- ", True), ("", False)])
def test_options_under_a_dash_and_no_row_are_one_choice(tmp_path, mark, one):
    options = ["Bus", "Bike", "On foot"]
    dataset = monkey(
        tmp_path, {"How do you come?": [f"{mark}{word}" for word in options]}, one_each(options, 24)
    )
    kind = VariableType.CATEGORICAL if one else VariableType.MULTIPLE
    assert dataset.codebook["How do you come?"].type is kind
    if one:
        assert chosen(dataset, "How do you come?") == dict.fromkeys(options, 8)


def test_a_step_that_nobody_chose_belongs_to_the_longest_row(tmp_path):
    rows = ["Mail", "Mail - at work"]
    steps = ["Often", "Never", "Now - then"]
    items = [f"{row} - {step}" for row in rows for step in steps]
    people = [[*one, "", *other, ""] for one, other in pairwise(one_each(steps[:2], 25))]
    dataset = monkey(tmp_path, {"How often?": items}, people)
    grid = [one for one in dataset.codebook.variables if one.use is Use.ANSWER][1:]
    assert [one.item.source for one in grid] == rows
    assert [one.label.source for one in grid[1].categories] == steps


def test_what_is_no_answer_is_told_once_of_columns_put_together(tmp_path):
    steps = [*STEPS, "N/A"]
    dataset = monkey(tmp_path, {"How satisfied are you?": steps}, one_each(steps, 25))
    assert [one.missing for one in dataset.account.entries if one.missing] == [(("N/A", 5),)]


@pytest.mark.parametrize("said", ["multiple choice", "scale"])
def test_a_grid_put_together_is_what_people_say(tmp_path, said):
    items = [f"{meal} - {word}" for meal in MEALS for word in ("Often", "Never")]
    cells = [[*one, *one] for one in one_each(["Often", "Never"], 24)]
    block = f'[columns."What?"]\ntype = "{said}"\n[columns."#6"]\ntype = "{said}"\n'
    (tmp_path / "a.codebook.toml").write_text(block)
    dataset = monkey(tmp_path, {"What?": items}, cells)
    assert not any("read as one choice" in str(one.found) for one in dataset.account.doubts)
    if said == "scale":
        kinds = [one.type for one in dataset.codebook.variables if one.use is Use.ANSWER][1:]
        assert kinds == [VariableType.ORDINAL] * 2
        return
    for meal in MEALS:
        assert ticks(dataset, f"What? [{meal}]") == {"Often": 12, "Never": 12}


@pytest.mark.parametrize("said", ["single choice", "scale"])
@pytest.mark.parametrize("twice", [False, True])
def test_options_in_columns_are_one_choice_if_said(tmp_path, said, twice):
    options = ["Bus", "Bike", "On foot"]
    rows = [*one_each(options, 24), ["", "", ""]]
    if twice:
        rows[0] = ["Bus", "Bike", ""]
    block = "".join(
        f'[columns.q_{at}]\ntype = "{said}"\nquestion = "way"\n' for at in range(len(options))
    )
    (tmp_path / "a.codebook.toml").write_text(block)
    people = [[*row, 20 + n] for n, row in enumerate(rows)]
    dataset = read_dataset(written(tmp_path, [["q_0", "q_1", "q_2", "age"], *people]))
    variable = dataset.codebook["way"]
    if twice:
        assert variable.type is VariableType.MULTIPLE
        assert any("type" in str(one.found) for one in dataset.account.doubts)
        return
    one = {"single choice": VariableType.CATEGORICAL, "scale": VariableType.ORDINAL}
    assert variable.type is one[said]
    assert [one.label.source for one in variable.categories] == options
    assert chosen(dataset, "way") == dict.fromkeys(options, 8)
    assert (dataset.columns["way"].codes == Missing.LEFT_BLANK).sum() == 1
    assert dataset.account.doubts == ()


@pytest.mark.parametrize(("filler", "no"), [("No", 0), ("", 10)])
def test_an_option_called_no_that_fills_other_columns_is_not_chosen(tmp_path, filler, no):
    reasons = ["price", "No", "taste"]
    rows = []
    for n in range(30):
        took = ("price", "taste", "No")[n % 3]
        rows.append([one if one == took and (one != "No" or no) else filler for one in reasons])
    names = [f"Why [{one}]" for one in reasons]
    dataset = read_dataset(written(tmp_path, [names, *rows]))
    counts = {key.casefold(): n for key, n in ticks(dataset, "Why").items()}
    assert counts == {"price": 10, "no": no, "taste": 10}


def test_options_without_an_order_of_which_nobody_chose_two_are_doubted(tmp_path):
    options = ["Bus", "Bike", "On foot"]
    people = [[word if n == one % 3 else "" for n, word in enumerate(options)] for one in range(24)]
    dataset = monkey(tmp_path, {"How do you come?": options}, people)
    assert ticks(dataset, "How do you come?") == dict.fromkeys(options, 8)
    (found,) = doubts(dataset, "How do you come?")
    assert "only one of them may have been possible" in found


def test_an_option_that_is_called_no_can_be_chosen(tmp_path):
    options = ["Yes", "No", "Call me"]
    people = [["Yes", "", "Call me"], ["", "No", ""], ["Yes", "", ""], ["", "No", ""]] * 2
    dataset = monkey(tmp_path, {"May we ask again?": options}, people)
    assert ticks(dataset, "May we ask again?") == {"Yes": 4, "No": 4, "Call me": 2}


# -- what looks like ranks, options and texts of options -------------------------------------------


def test_texts_under_priorities_are_no_ranking(tmp_path):
    items = [f"Priority {n}" for n in (1, 2, 3)]
    people = [[f"wish {n} of {person}" for n in (1, 2, 3)] for person in range(30)]
    dataset = monkey(tmp_path, {"What are your priorities?": items}, people)
    types = {one.type for one in dataset.codebook.variables if one.use is Use.ANSWER}
    assert types == {VariableType.TEXT}


def test_times_beside_the_items_of_a_task_are_numbers(tmp_path):
    names = ["CASE", "QUESTNNR", "RT01_01", "RT01_01a", "RT01_02", "RT01_02a"]
    rows = [[n, "base", 1, 900 + 7 * n, 1, 1200 + 11 * n] for n in range(20)]
    rows[3][2:] = [-9, -1, 1, 1250]
    dataset = read_dataset(written(tmp_path, [names, *rows]))
    assert dataset.codebook["RT01_01a"].type is VariableType.NUMERIC
    assert dataset.codebook["RT01_02a"].type is VariableType.NUMERIC
    assert int(dataset.columns["RT01_01a"].answered.sum()) == 19
    assert not any(one.type is VariableType.MULTIPLE for one in dataset.codebook.variables)


def test_words_beside_the_items_of_a_choice_stay_texts(tmp_path):
    names = ["CASE", "QUESTNNR", "AB01", "AB01_01", "AB01_02", "AB01_02a"]
    rows = [[n, "base", 1 + n % 2, 2, 1 + n % 2, "radio" if n % 2 else ""] for n in range(20)]
    dataset = read_dataset(written(tmp_path, [names, *rows]))
    assert sorted(ticks(dataset, "AB01").values()) == [10, 20]
    (text,) = [one for one in dataset.codebook.variables if one.of == "AB01"]
    assert int(dataset.columns[text.name].answered.sum()) == 10


def sosci(folder, names, rows):
    people = [[n, "base", *cells] for n, cells in enumerate(rows)]
    return read_dataset(written(folder, [["CASE", "QUESTNNR", *names], *people]))


def test_an_amount_under_other_leaves_a_multiple_choice_whole(tmp_path):
    names = ["AB01", "AB01_01", "AB01_02", "AB01_03", "AB01_03a"]
    rows = [
        [2 + n % 2, 2, 1 + (n % 4 < 2), 1 + n % 2, 100 + 7 * n if n % 2 else ""] for n in range(40)
    ]
    dataset = sosci(tmp_path, names, rows)
    assert sorted(ticks(dataset, "AB01").values()) == [20, 20, 40]
    (text,) = [one for one in dataset.codebook.variables if one.of == "AB01"]
    assert int(dataset.columns[text.name].answered.sum()) == 20


def test_amounts_under_each_option_leave_a_multiple_choice_whole(tmp_path):
    names = ["AB01", "AB01_01", "AB01_01a", "AB01_02", "AB01_02a"]
    rows = [[2, 2, 100 + 7 * n, 1 + n % 2, 300 + 3 * n if n % 2 else ""] for n in range(40)]
    dataset = sosci(tmp_path, names, rows)
    assert sorted(ticks(dataset, "AB01").values()) == [20, 40]


@pytest.mark.parametrize(("step", "numeric"), [(7, True), (0, False)])
def test_numbers_of_few_kinds_beside_all_items_are_no_times(tmp_path, step, numeric):
    names = ["RT01_01", "RT01_01a", "RT01_02", "RT01_02a"]
    rows = [[1 + n % 2, 12 + step * n, 1 + n % 2, 15 + step * n] for n in range(20)]
    dataset = sosci(tmp_path, names, rows)
    told = dataset.codebook.variables
    assert (
        any(one.name == "RT01_01a" and one.type is VariableType.NUMERIC for one in told) == numeric
    )


@pytest.mark.parametrize("places", [range(10115, 10155), [10115 + 4 * (n // 2) for n in range(40)]])
def test_a_place_under_the_other_of_a_single_choice_is_kept(tmp_path, places):
    rows = [[1 + n % 3, place if n % 3 == 2 else ""] for n, place in enumerate(places)]
    dataset = sosci(tmp_path, ["AB01", "AB01_03a"], rows)
    assert dataset.codebook["AB01"].type is not VariableType.MULTIPLE
    (entry,) = [one for one in dataset.account.entries if one.column == "AB01_03a"]
    assert entry.aside is None


def test_options_with_slashes_and_of_later_forms_are_options(tmp_path):
    whole = "Which channels do you know?"
    options = ["Box", "Staff/volunteers", "Phone", "5"]
    names = ["start", whole, *(f"{whole}/{one}" for one in options), "_uuid"]
    rows = []
    for n in range(20):
        some = ["1", str(n % 2), str(int(n % 3 == 0)), "" if n < 12 else str(n % 2)]
        said = " ".join(one for one, mark in zip(options, some, strict=True) if mark == "1")
        rows.append([f"2024-01-{n + 1:02d}T10:00:00", said, *some, f"uuid-{n}"])
    dataset = read_dataset(written(tmp_path, [names, *rows]))
    assert ticks(dataset, whole) == {"Box": 20, "Staff/volunteers": 10, "Phone": 7, "5": 4}
    assert int((dataset.columns[whole].reasons == 0).sum()) == 20


def test_lists_of_nothing_are_no_answer(tmp_path):
    people = [["nan"], ["Eggs"], ["Eggs", "Nuts"], ["nan"], [], ["Nuts", "NaN"]]
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"id": n, "avoids": one} for n, one in enumerate(people)]))
    dataset = read_dataset(path)
    assert ticks(dataset, "avoids") == {"Eggs": 2, "Nuts": 2}
    assert (dataset.columns["avoids"].reasons == Missing.LEFT_BLANK).sum() == 2


# -- labelled files under names that tell nothing --------------------------------------------------

AGREE = {1.0: "disagree", 2.0: "neither", 3.0: "agree"}


def labelled(folder, columns, labels, answers):
    path = folder / "a.sav"
    pyreadstat.write_sav(
        pd.DataFrame(columns), path, column_labels=labels,
        variable_value_labels=dict.fromkeys(columns, answers),
    )  # fmt: skip
    return read_dataset(path)


WORDINGS = ["be rich", "be safe", "be free", "help others"]


@pytest.mark.parametrize(
    ("begin", "together"), [("It is important to", True), ("{0} it is important to", False)]
)
def test_neighbours_whose_wordings_begin_alike_are_a_grid(tmp_path, begin, together):
    names = ["vpor", "vsec", "vsdt", "vben"]
    labels = [f"{begin.format(one)} {one}" for one in WORDINGS]
    columns = {name: [1.0 + (n + at) % 3 for n in range(20)] for at, name in enumerate(names)}
    dataset = labelled(tmp_path, columns, labels, AGREE)
    batteries = {one.battery for one in dataset.codebook.variables}
    assert (len(batteries) == 1 and None not in batteries) == together


APART = {
    "a quiz": (
        ["Which of these is a mammal?", "Which of these lays eggs?", "Which of these is a fish?",
         "Which of these can fly?"], {1.0: "Whale", 2.0: "Shark", 3.0: "Tuna"}),
    "other ends": (
        ["What is the mood that you have today in the town", "What is the price that you would pay",
         "What is the way that you go to school by", "What is the age of the people around"],
        {1.0: "Agree", 2.0: "Neither", 3.0: "Disagree"}),
    "three": (["It is fine to sing", "It is fine to jump", "It is fine to run"],
              {1.0: "Agree", 2.0: "Neither", 3.0: "Disagree"}),
    "one wording": (["It is fine to sing"] * 4, {1.0: "Agree", 2.0: "Neither", 3.0: "Disagree"}),
    "yes and no": (["It is fine to sing", "It is fine to jump", "It is fine to run",
                    "It is fine to sit"], {1.0: "Yes", 2.0: "No"}),
}  # fmt: skip


@pytest.mark.parametrize(("labels", "answers"), APART.values(), ids=APART)
def test_neighbours_that_only_begin_alike_are_questions_of_their_own(tmp_path, labels, answers):
    names = ["aqz", "bvu", "cxi", "dmn"][: len(labels)]
    columns = {name: [1.0 + (n + at) % len(answers) for n in range(20)]
               for at, name in enumerate(names)}  # fmt: skip
    dataset = labelled(tmp_path, columns, labels, answers)
    assert {one.battery for one in dataset.codebook.variables} == {None}


@pytest.mark.parametrize(("second", "doubted"), [("the same", True), ("another", False)])
def test_two_columns_of_one_wording_may_be_two_answers(tmp_path, second, doubted):
    first = [1.0 + n % 2 for n in range(20)]
    then = [3.0 - one if n < 4 else float("nan") for n, one in enumerate(first)]
    labels = ["With whom do you watch?", "With whom do you watch?"]
    if second == "another":
        labels[1] = "And with whom do you cook?"
    answers = {1.0: "alone", 2.0: "with others"}
    dataset = labelled(tmp_path, {"w_1": first, "w_2": then}, labels, answers)
    assert any("may be the answers" in one for one in doubts(dataset, "w_1")) == doubted


# -- columns said again, and words of scales -------------------------------------------------------


@pytest.mark.parametrize("name", ["sex", "What is your sex?", "sex:"])
def test_a_column_that_says_the_one_before_again_is_set_aside(tmp_path, name):
    rows = [["f" if n % 3 else "m", "f" if n % 3 else "m", n % 4, n % 5] for n in range(20)]
    names = [name, f"{name} value", "mood", "mood later"]
    dataset = read_dataset(written(tmp_path, [names, *rows]))
    used = {entry.column: entry.aside is None for entry in dataset.account.entries}
    assert used == dict(zip(names, [True, False, True, True], strict=True))


COPIED_BY_CHANCE = {
    "one answer and blanks": (["Consent", "Consent (video)"], ["yes", "yes", "yes", ""]),
    "one answer": (["hospital", "hospital value"], ["", "", "", "yes"]),
    "few answers": (["smoker", "smoker value"], ["yes", "no"]),
    "another thing": (["pain", "pain after"], ["yes", "no", "yes", "no"] * 5),
    "another person": (["smoker", "smoker partner"], ["yes", "no"] * 10),
}


@pytest.mark.parametrize(("names", "answers"), COPIED_BY_CHANCE.values(), ids=COPIED_BY_CHANCE)
def test_a_column_that_is_the_same_by_chance_stays_a_question(tmp_path, names, answers):
    rows = [[one, one, n % 4] for n, one in enumerate(answers)]
    dataset = read_dataset(written(tmp_path, [[*names, "mood"], *rows]))
    assert not [one for one in dataset.account.entries if "says again" in str(one.aside)]


def test_a_column_with_other_cells_is_no_copy(tmp_path):
    rows = [["fm"[n % 2], "fm"[n // 2 % 2], n % 4] for n in range(20)]
    dataset = read_dataset(written(tmp_path, [["sex", "sex value", "mood"], *rows]))
    assert not [one for one in dataset.account.entries if one.aside]


def test_each_column_that_says_the_first_again_is_set_aside(tmp_path):
    rows = [["fm"[n % 2]] * 3 + [n % 4] for n in range(20)]
    dataset = read_dataset(written(tmp_path, [["Sex", "Sex value", "Sex label", "mood"], *rows]))
    aside = [one.column for one in dataset.account.entries if one.aside]
    assert aside == ["Sex value", "Sex label"]


SCALES = {
    "ages of animals": ["Cachorro", "Joven", "Adulto", "Senior"],
    "sizes": ["Pequeño", "Mediano", "Grande"],
    "classes": ["상위", "중상위", "중위", "중하위", "하위"],
    "great": ["Great", "Good", "Okay", "Bad"],
}


@pytest.mark.parametrize("steps", SCALES.values(), ids=SCALES)
def test_these_words_are_the_steps_of_a_scale(tmp_path, steps):
    rows = [[steps[n * 7 % len(steps)]] for n in range(28)]
    dataset = read_dataset(written(tmp_path, [["q"], *rows]))
    variable = dataset.codebook["q"]
    assert variable.type is VariableType.ORDINAL
    assert [one.label.source for one in variable.categories] in (steps, steps[::-1])
