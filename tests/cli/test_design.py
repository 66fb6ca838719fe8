"""`--design`: R's numbers through the command line, and the words that may not be said."""

import json
from importlib.resources import files
from pathlib import Path

import jsonschema
import numpy as np
import openpyxl
import pytest
from pptx import Presentation
from typer.testing import CliRunner

from rundfrage.cli import app
from rundfrage.errors import Problem

REFERENCE = files("rundfrage.stats.reference")
VALUES = json.loads(REFERENCE.joinpath("values.json").read_text())["comparisons"]
SCHEMA = json.loads(files("rundfrage.tables").joinpath("tables.schema.json").read_text())
DESIGNS = {
    "clus1": ("apiclus1", "psu=dnum, fpc=fpc, weight=pw"),
    "strat": ("apistrat", "strata=stype, fpc=fpc, weight=pw"),
    "srs": ("apisrs", "fpc=fpc, weight=pw"),
    "clus2": ("apiclus2", "psu=dnum+snum, fpc=fpc1+fpc2, weight=pw"),
    "clus1_jk1": ("apiclus1", "psu=dnum, fpc=fpc, weight=pw, type=JK1"),
    "clus1_given": (
        "apiclus1",
        "weight=pw, replicates=r?+r??, type=bootstrap, combined=no",
    ),
}


def run(command, *arguments):
    result = CliRunner().invoke(app, [command, *map(str, arguments)])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.stdout


def document(tmp_path, design, *arguments):
    file, words = DESIGNS[design]
    path = tmp_path / f"{file}.csv"
    path.write_bytes(REFERENCE.joinpath(f"{file}.csv").read_bytes())
    printed = run("tables", path, "--design", words, "--format", "json", *arguments)
    found = json.loads(printed)
    jsonschema.validate(found, SCHEMA)
    return found


def golden(design, statistic, **arguments):
    """R's values as {(label, part): value}."""
    return {
        (tuple(label), part): value
        for one in VALUES
        if (one["design"], one["statistic"], one["arguments"]) == (design, statistic, arguments)
        for label, part, value in one["values"]
    }


@pytest.mark.parametrize("design", DESIGNS)
def test_a_mean_has_the_interval_that_r_gives_it(tmp_path, design):
    (table,) = document(tmp_path, design, "--only", "api00")["tables"]
    (column,) = table["blocks"][0]["columns"]
    sure = column["precision"]["statistics"]["mean"]
    expected = golden(design, "means", variable="api00")
    assert column["statistics"]["mean"] == pytest.approx(expected[(), "value"], rel=1e-9)
    assert [sure["se"], sure["low"], sure["high"], sure["df"]] == pytest.approx(
        [expected[(), part] for part in ("se", "low", "high", "df")], rel=1e-9
    )


@pytest.mark.parametrize("design", ["clus1", "strat", "clus1_jk1", "clus1_given"])
def test_columns_are_domains_of_the_design(tmp_path, design):
    (table,) = document(tmp_path, design, "--only", "api00", "--by", "stype")["tables"]
    letters = [column.get("letter") for column in table["columns"]]
    assert letters == [None, "A", "B", "C"]
    expected = golden(design, "means", variable="api00", by=["stype"])
    for heading, column in zip(
        table["columns"][1:], table["blocks"][0]["columns"][1:], strict=True
    ):
        name = heading["label"]["und"]
        assert column["statistics"]["mean"] == pytest.approx(expected[(name,), "value"], rel=1e-9)
        sure = column["precision"]["statistics"]["mean"]
        assert sure["se"] == pytest.approx(expected[(name,), "se"], rel=1e-9)


def test_shares_and_their_design_effects_are_rs(tmp_path):
    (table,) = document(tmp_path, "clus1", "--only", "stype")["tables"]
    (column,) = table["blocks"][0]["columns"]
    expected = golden("clus1", "proportions", variable="stype")
    for row, cell, sure in zip(
        table["blocks"][0]["rows"], column["cells"], column["precision"]["cells"], strict=True
    ):
        name = (row["label"]["und"],)
        assert cell["share"] == pytest.approx(expected[name, "value"], rel=1e-9)
        assert sure["se"] == pytest.approx(expected[name, "se"], rel=1e-9)
        assert 183 / sure["effective"] == pytest.approx(expected[name, "deff"], rel=1e-9)


def test_letters_stand_where_rs_adjusted_tests_are_significant(tmp_path):
    expected = golden("strat", "letters", variable="api00", group="stype", adjustment="holm")
    assert expected[("E", "H"), "adjusted"] < 0.05 < expected[("E", "M"), "adjusted"]
    (table,) = document(tmp_path, "strat", "--only", "api00", "--by", "stype")["tables"]
    names = {one["label"].get("und"): one["letter"] for one in table["columns"][1:]}
    letters = {
        heading["label"].get("und"): column["precision"]["statistics"]["mean"]["letters"]
        for heading, column in zip(
            table["columns"][1:], table["blocks"][0]["columns"][1:], strict=True
        )
    }
    assert letters == {"E": names["H"].lower(), "H": "", "M": ""}


@pytest.mark.parametrize("kind", ["wald", "logit", "arcsine", "beta", "wilson"])
def test_the_interval_of_shares_can_be_chosen(tmp_path, kind):
    file, words = DESIGNS["clus1"]
    (tmp_path / "a.csv").write_bytes(REFERENCE.joinpath(f"{file}.csv").read_bytes())
    printed = run(
        "tables", tmp_path / "a.csv", "--design", f"{words}, interval={kind}",
        "--only", "sch.wide", "--format", "json",
    )  # fmt: skip
    (table,) = json.loads(printed)["tables"]
    assert table["method"]["interval"] == kind
    found = table["blocks"][0]["columns"][0]["precision"]["cells"][0]
    expected = golden("clus1", "interval", variable="wide", kind=kind)
    assert (found["low"], found["high"]) == pytest.approx(
        (expected[(), "low"], expected[(), "high"]), rel=1e-9
    )


LINES = """\
                        E        M        H
 Answer    Total      (A)      (B)      (C)
 ──────────────────────────────────────────
 0           36%      27%    52% A    68% A
          30–43%   19–37%   38–65%   54–79%
 1           64%   73% BC      48%      32%
          57–70%   63–81%   35–62%   21–46%
"""


def test_the_terminal_shows_intervals_letters_and_the_method(tmp_path):
    file, words = DESIGNS["strat"]
    (tmp_path / "schools.csv").write_bytes(REFERENCE.joinpath(f"{file}.csv").read_bytes())
    printed = run(
        "tables", tmp_path / "schools.csv", "--design", words, "--only", "awarded", "--by", "stype"
    )
    assert LINES in printed
    flat = " ".join(printed.split())
    assert "respondents drawn one by one in 3 strata, corrected for the size" in flat
    assert "197 degrees of freedom." in flat


@pytest.mark.trial
def test_what_only_describes_the_sample_gets_no_table(tmp_path):
    names = [table["name"] for table in document(tmp_path, "clus1_given")["tables"]]
    assert {"pw", "r1", "r30"} & set(names) == set()
    assert {"dnum", "api00", "stype"} <= set(names)
    names = [table["name"] for table in document(tmp_path, "clus1")["tables"]]
    assert {"dnum", "fpc", "pw"} & set(names) == set()


def test_a_workbook_has_ends_effective_n_and_letters(tmp_path):
    file, words = DESIGNS["strat"]
    (tmp_path / "s.csv").write_bytes(REFERENCE.joinpath(f"{file}.csv").read_bytes())
    made = tmp_path / "s.xlsx"
    run("tables", tmp_path / "s.csv", "--design", words, "--only", "api00", "--by", "stype",
        "--format", "xlsx", "-o", made)  # fmt: skip
    sheet = openpyxl.load_workbook(made)["api00"]
    rows = {row[0]: row[1:] for row in sheet.iter_rows(values_only=True)}
    assert rows["Answer"][:7] == (
        "Percent", "Share, unrounded", "Standard error", "95%, from", "95%, to", "Effective n",
        "Above columns",
    )  # fmt: skip
    expected = golden("strat", "means", variable="api00")
    mean = rows["Mean"]
    assert mean[0] == pytest.approx(expected[(), "value"])
    assert mean[2:6] == pytest.approx(
        [expected[(), "se"], expected[(), "low"], expected[(), "high"],
         200 / expected[(), "deff"]]
    )  # fmt: skip


QUESTIONNAIRE = """\
---
survey: schools
title: The schools
language: en
sample: {sample}
---

# Page

## side: Which side?

- ( ) left: Left
- ( ) right: Right

## mood: How is the mood?

- ( ) good: Good
- ( ) fair: Fair
- ( ) bad: Bad

## age: How old are you?

[0..120 years]
"""
REPORT = """\
---
design: strata=region, psu=school, weight=w
---

## {{title}}

## {claim} {{chart=mood}}

## The mood on both sides {{compare=mood.good by=side}}

## How it was made {{method}}
"""


@pytest.fixture
def folder(tmp_path):
    """40 schools of 10; those on the left are in a better mood, schools differ among each other."""
    chance = np.random.default_rng(4)
    lines = ["side,mood,age,school,region,w"]
    for school in range(40):
        side = school % 2
        good = np.clip((0.75 if side == 0 else 0.35) + chance.normal(0, 0.12), 0.02, 0.9)
        for _ in range(10):
            mood = 1 + int(chance.choice(3, p=[good, (1 - good) / 2, (1 - good) / 2]))
            age = int(chance.integers(20, 60))
            lines.append(f"{side + 1},{mood},{age},{school},{school // 20},{1 + school % 3}")
    (tmp_path / "answers.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    survey(tmp_path, "probability")
    report(tmp_path, "{mood.good} are in a good mood")
    return tmp_path


def survey(folder, sample):
    (folder / "questionnaire.md").write_text(QUESTIONNAIRE.format(sample=sample), encoding="utf-8")


def report(folder, claim):
    (folder / "report.md").write_text(REPORT.format(claim=claim), encoding="utf-8")


def test_a_folder_carries_the_design_in_its_report(folder):
    """School, region and weight stand among the answers, and no question asks for them."""
    found = json.loads(run("tables", folder, "--format", "json", "--by", "side"))
    assert [table["name"] for table in found["tables"]] == ["side", "mood", "age"]
    method = found["tables"][1]["method"]
    assert (method["variance"], method["units"], method["strata"]) == ("taylor", 40, 2)
    cell = found["tables"][1]["blocks"][0]["columns"][1]["precision"]["cells"][0]
    assert cell["letters"] == "B"


def test_a_deck_draws_intervals_in_every_output(folder):
    run("report", folder)
    slides = Presentation(str(folder / "out" / "report.pptx")).slides
    charts = [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart]
    assert len(charts) == 2
    for chart in charts:
        (series,) = chart._chartSpace.iter(f"{{{NAMESPACE}}}ser")
        (bars,) = series.iter(f"{{{NAMESPACE}}}errBars")
        assert bars.find(f"{{{NAMESPACE}}}errValType").get("val") == "cust"
        lengths = [float(v.text) for v in bars.iter(f"{{{NAMESPACE}}}v")]
        assert len(lengths) == 6
        assert min(lengths) > 0
        order = [child.tag.rpartition("}")[2] for child in series]
        assert order.index("dLbls") < order.index("errBars") < order.index("cat")
    page = (folder / "out" / "report.html").read_text(encoding="utf-8")
    assert page.count('<s aria-hidden="true"') == 6
    figures = json.loads((folder / "out" / "figures.json").read_text())["figures"]
    good = next(one for one in figures if one["binding"] == "mood.good")
    assert 0 < good["low"] < good["value"] < good["high"] < 1
    assert {one["binding"] for one in figures} >= {
        "mood.good.interval", "mood.good[side=left]", "mood.good.above[side=left]",
        "mood.n[side=right]", "mood.effective",
    }  # fmt: skip
    workbook = openpyxl.load_workbook(folder / "out" / "report.xlsx")
    assert "95%, from" in [cell.value for row in workbook.worksheets[2].iter_rows() for cell in row]
    assert "Taylor linearisation, 40 sampling units in 2 strata" in page
    assert "no margin" not in page


NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def codes(*arguments):
    with pytest.raises(Problem) as caught:
        run(*arguments)
    return [problem.code for problem in caught.value.all]


def test_an_open_sample_gets_no_margin_of_error(folder):
    survey(folder, "open")
    assert codes("tables", folder) == ["design-of-open-sample"]
    assert codes("report", folder) == ["design-of-open-sample"]
    (folder / "report.md").unlink()
    assert codes("tables", folder, "--design", "psu=school") == ["design-of-open-sample"]
    run("report", folder)
    page = (folder / "out" / "report.html").read_text(encoding="utf-8")
    assert page.count("interval") == page.count("no margin of error") - 1 == 0
    assert "<s aria" not in page


def test_a_list_that_was_asked_as_a_whole_has_no_chance_in_it(folder):
    survey(folder, "list")
    assert codes("tables", folder, "--design", "psu=school") == ["design-of-whole-list"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("", "design-form"),
        ("psu", "design-form"),
        ("psu=school, psu=school", "design-form"),
        ("cluster=school", "design-form"),
        ("psu=school, lonely=maybe", "design-form"),
        ("replicates=w", "design-form"),
        ("type=Fay, psu=school, rho=1.5", "design-form"),
        ("type=Fay, psu=school", "design-form"),
        ("type=JK1, psu=school, rho=0.5", "design-form"),
        ("psu=school, combined=no", "design-form"),
        ("strata=region+", "design-form"),
        ("replicates=w, type=other, scale=0", "design-form"),
        ("simple, weight=w", "design-form"),
        ("strata=region, fpc=side", "column-not-numeric"),
        ("strata=school, psu=school, lonely=average", "psu-lonely"),
        ("psu=schol", "design-column-unknown"),
        ("weight=wait", "design-column-unknown"),
    ],
)
def test_designs_that_say_nothing_are_refused(folder, words, code):
    assert codes("tables", folder, "--design", words) == [code]


def test_two_weights_are_one_too_many(folder):
    assert codes("tables", folder, "--design", "weight=w", "--weight", "age") == [
        "design-two-weights"
    ]


def test_weights_alone_are_a_design_of_a_probability_sample(folder):
    (folder / "report.md").unlink()
    found = json.loads(run("tables", folder, "--weight", "age", "--format", "json"))
    assert [table["method"]["units"] for table in found["tables"]] == [None, None]
    assert "method" not in json.loads(run("tables", folder, "--format", "json"))["tables"][0]


@pytest.mark.trial
def test_comparisons_stand_only_where_the_design_bears_them(folder):
    report(folder, "{More: mood.good[side=left], mood.good[side=right]} on the left are well")
    run("report", folder, "--formats", "html")
    report(folder, "{More: mood.bad[side=right], mood.fair[side=right]} are in a bad mood")
    assert codes("report", folder)[0] in {"claim-not-significant", "claim-false"}
    report(folder, "{followed by: mood.good, mood.fair} and so on")
    first = codes_or_none(folder)
    report(folder, "{followed by: mood.fair, mood.bad} and so on")
    second = codes_or_none(folder)
    assert {first, second} <= {None, "claim-not-significant", "claim-false"}
    assert "claim-not-significant" in {first, second, *_order_of_the_last_two(folder)}


def codes_or_none(folder):
    try:
        run("report", folder, "--formats", "html")
    except Problem as problem:
        return problem.code
    return None


def _order_of_the_last_two(folder):
    for one, other in (("fair", "bad"), ("bad", "fair")):
        report(folder, f"{{followed by: mood.{one}, mood.{other}}} is the order")
        yield codes_or_none(folder)


def test_a_probability_sample_without_a_design_compares_nothing(folder):
    report(folder, "{More: mood.good[side=left], mood.good[side=right]} on the left are well")
    text = (folder / "report.md").read_text(encoding="utf-8").partition("---\n\n")[2]
    (folder / "report.md").write_text(text, encoding="utf-8")
    assert codes("report", folder) == ["claim-without-design"]


def test_a_report_that_names_its_design_is_drafted_and_built_again(folder):
    (folder / "report.md").unlink()
    words = "strata=region, psu=school, weight=w"
    run("report", folder, "--draft", "--design", words)
    drafted = (folder / "report.md").read_text(encoding="utf-8")
    assert f"\ndesign: {words}\n---\n" in drafted
    run("report", folder, "--formats", "html")


def test_an_engine_prints_the_same_intervals_and_letters(folder):
    assert codes("convert", folder, folder / "x.csv", "--keep", "schol") == [
        "design-column-unknown"
    ]
    kept = [word for one in ("school", "reg*", "w") for word in ("--keep", one)]
    run("convert", folder, folder / "answers.parquet", *kept)
    (folder / "answers.csv").unlink()
    stored = run("tables", folder, "--by", "side", "--engine", "duckdb")
    assert "48–67%" in stored
    assert stored == run("tables", folder, "--by", "side")
    assert codes("tables", folder, "--engine", "duckdb", "--design", "psu=schol") == [
        "design-column-unknown"
    ]
    survey(folder, "open")
    assert codes("tables", folder, "--engine", "duckdb") == ["design-of-open-sample"]


CALIBRATED = json.loads(
    (Path(__file__).parents[1] / "stats" / "golden" / "calibrated.json").read_text("utf-8")
)
MARGINS = """\
variable,category,count
stype,E,4421
stype,H,755
stype,M,1018
sch.wide,Yes,5122
sch.wide,No,1072
"""


def calibrated_schools(folder, method):
    lines = REFERENCE.joinpath("apiclus1.csv").read_text().splitlines()
    weights = ["w", *map(repr, CALIBRATED[method]["weights"])]
    rows = [f"{line},{weight}" for line, weight in zip(lines, weights, strict=True)]
    (folder / "schools.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (folder / "margins.csv").write_text(MARGINS, encoding="utf-8")
    return folder / "schools.csv"


@pytest.mark.parametrize("method", ["linear", "raking", "logit"])
def test_weights_that_meet_margins_have_the_variance_that_r_gives_them(tmp_path, method):
    schools = calibrated_schools(tmp_path, method)
    words = "psu=dnum, fpc=fpc, weight=w, margins=margins.csv, base=pw"
    printed = run("tables", schools, "--design", words, "--by", "comp.imp", "--format", "json",
                  "--only", "api00", "--only", "stype")  # fmt: skip
    document = json.loads(printed)
    jsonschema.validate(document, SCHEMA)
    score, kind = document["tables"]
    assert score["method"]["calibrated"] is True
    expected = {(one["statistic"], one["label"]): one["se"] for one in CALIBRATED[method]["values"]}
    names = [("mean", ""), ("means", "Yes"), ("means", "No")]
    headings = [("mean", "") if not one else ("means", one) for one in
                (column["label"].get("und") for column in score["columns"])]  # fmt: skip
    found = {
        name: column["precision"]["statistics"]["mean"]["se"]
        for name, column in zip(headings, score["blocks"][0]["columns"], strict=True)
    }
    assert found == {name: pytest.approx(expected[name], rel=1e-9) for name in names}
    # What a margin fixes is not uncertain.
    assert [(one["se"] < 1e-9, one["low"], one["high"])
            for one in kind["blocks"][0]["columns"][0]["precision"]["cells"]] == [
        (True, None, None)] * 3  # fmt: skip


def test_margins_that_the_weights_do_not_meet_are_refused(tmp_path):
    schools = calibrated_schools(tmp_path, "raking")
    words = "psu=dnum, weight={}, margins=margins.csv"
    assert set(codes("tables", schools, "--design", words.format("pw"))) == {"calibration-unmet"}
    assert codes("tables", schools, "--design", "psu=dnum, margins=margins.csv") == [
        "calibration-without-weight"
    ]
    both = words.format("w") + ", type=JK1"
    assert codes("tables", schools, "--design", both) == ["design-form"]
    assert codes("tables", schools, "--design", "weight=w, base=pw") == ["design-form"]


def test_margins_of_weights_that_were_made_here(folder):
    """Each respondent is a unit where none is named; the base is read from what weighting wrote."""
    (folder / "report.md").unlink()
    margins = folder / "margins.csv"
    margins.write_text("variable,category,share\nside,left,60\nside,right,40\n", encoding="utf-8")
    run("weight", folder, "--targets", margins, "--formats", "html", "--base", "w")
    plain, calibrated = (
        json.loads(run("tables", folder, "--format", "json", "--design", f"weight=weight{more}"))
        for more in ("", ", margins=margins.csv")
    )
    assert calibrated["tables"][1]["method"]["units"] is None
    spread = [
        [
            one["se"]
            for one in document["tables"][1]["blocks"][0]["columns"][0]["precision"]["cells"]
        ]
        for document in (plain, calibrated)
    ]
    # The mood differs from side to side, and how many are on each is known.
    assert np.array(spread[1]) / spread[0] == pytest.approx([0.9, 0.95, 0.98], abs=0.03)
    assert codes("tables", folder, "--engine", "duckdb") == ["no-parquet"]


def test_nobody_of_five_is_no_certain_zero(tmp_path):
    """12 % of 100 has no letter over 0 % of 5, and no sentence may say "more"."""
    (tmp_path / "questionnaire.md").write_text(
        "---\nsurvey: few\ntitle: Few\nlanguage: en\nsample: probability\n---\n\n# One\n\n"
        "## area: Where?\n\n- ( ) city: City\n- ( ) isle: Isle\n\n"
        "## moved: Moved?\n\n- ( ) y: Yes\n- ( ) n: No\n"
    )
    rows = ["1,1\n"] * 12 + ["1,2\n"] * 88 + ["2,2\n"] * 5
    (tmp_path / "answers.csv").write_text("area,moved\n" + "".join(rows))
    (tmp_path / "report.md").write_text(
        "---\ntitle: Few\nlanguage: en\ndesign: simple\n---\n\n"
        "## Moved {compare=moved.y by=area}\n\n"
        "{moved.y[area=city]} moved, {more: moved.y[area=city], moved.y[area=isle]} than there.\n"
    )
    printed = json.loads(
        run("tables", tmp_path, "--design", "simple", "--by", "area", "--format", "json")
    )
    blocks = [block for table in printed["tables"] for block in table["blocks"]]
    precise = [column["precision"]["cells"] for block in blocks for column in block["columns"]]
    assert {cell["letters"] for cells in precise for cell in cells} == {""}
    with pytest.raises(Problem) as refused:
        run("report", tmp_path)
    assert refused.value.code == "claim-not-significant"
