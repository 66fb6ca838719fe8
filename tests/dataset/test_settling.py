"""Each doubt that a file can raise is settled by the line that it names, and by being sure of it.

A case is a file, words of the doubt, and the ways to settle it: a codebook file, or options.

Longer than 400 lines because each doubt has its case.
"""

import ast
import shutil
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import openpyxl
import pandas
import pyarrow as pa
import pyreadstat
import pytest
from pyarrow import parquet

import rundfrage
from rundfrage.codebook import VariableType
from rundfrage.dataset.files import codebook_beside, read_dataset, write_codebook
from rundfrage.dataset.intake.edits import beside
from rundfrage.dataset.intake.options import Options

SOURCE = Path(rundfrage.__file__).parent
EXPORTS = Path(__file__).parent / "exports"


@dataclass(frozen=True)
class Case:
    """What raises a doubt, words that it says, and the ways to settle it.

    `sure` is the block that is sure of it.
    """

    file: str
    content: object
    says: str
    ways: tuple[str | Options, ...] = ()
    sure: str = "[file]"

    def write(self, folder):
        path = folder / self.file
        match self.content:
            case str():
                path.write_text(self.content, encoding="utf-8")
            case bytes():
                path.write_bytes(self.content)
            case Path():
                shutil.copyfile(self.content, path)
            case _:
                self.content(path)
        return path


def csv(columns):
    rows = zip(*columns.values(), strict=True)
    return "\n".join([",".join(columns), *(",".join(map(str, row)) for row in rows)]) + "\n"


def sav(columns, labels=None, **said):
    def write(path):
        pyreadstat.write_sav(
            pandas.DataFrame(columns), path, variable_value_labels=labels or {}, **said
        )

    return write


def workbook(sheets):
    def write(path):
        book = openpyxl.Workbook()
        book.remove(book.active)
        for name, rows in sheets.items():
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(row)
        book.save(path)

    return write


def taken(some, count=60):
    return [some[n % len(some)] for n in range(count)]


AGES = [20 + n * 7 % 43 for n in range(60)]
CASES = {
    "a table of counts": Case(
        "a.csv", "Answer,Responses\nyes,41\nno,30\nmaybe,22\n", "as tables of counts do",
        ('[columns.Responses]\nuse = "weight"',), "[columns.Responses]",
    ),
    "a table of sums": Case(
        "a.csv", "Region,Yes,No,All,Total\nNorth,4,30,1,35\nSouth,22,5,9,36\nEast,8,1,1,10\n",
        "as tables of counts do", (), "[columns.Total]",
    ),
    "numbers that are shown as days": Case(
        "a.csv", csv({"visits": [f"{1 + n * 7 % 28:02}.01.1900" for n in range(40)]}),
        "which a spreadsheet shows as days",
        ('[columns.visits]\ntype = "number"', '[columns.visits]\ntype = "date"'),
        "[columns.visits]",
    ),
    "moments counted from 1970": Case(
        "a.csv", csv({"q7": [1704585600000 + n * 86400000 for n in range(0, 400, 9)]}),
        "may be a moment of", ('[columns.q7]\nuse = "aside"',), "[columns.q7]",
    ),
    "outside of a scale": Case(
        "a.csv", csv({"rating (1 = good; 6 = bad)": taken([1, 2, 3, 4, 5, 6, 2, 0])}),
        "lies outside",
        ('[columns."rating (1 = good; 6 = bad)"]\nmissing = { 0 = "refused" }',),
        '[columns."rating (1 = good; 6 = bad)"]',
    ),
    "people twice": Case(
        "a.csv",
        csv({"who": [*range(501, 561), *range(511, 516)], "age": [*AGES, *AGES[10:15]],
             "town": [*taken(["A", "B", "C"]), *"BCABC"]}),
        "repeat others cell by cell",
    ),
    "numbers far above": Case(
        "a.csv", csv({"age": [999, 999, *AGES[2:]]}), "stands apart",
        ('[columns.age]\nmissing = { 999 = "refused" }', "[columns.age]\nmissing = {}",
         Options(missing=("999",))),
        "[columns.age]",
    ),
    "numbers below": Case(
        "a.csv", csv({"age": [-99, -99, *AGES[2:]]}), "was taken for a missing answer",
        ('[columns.age]\ntype = "number"', '[columns.age]\nmissing = { "-99" = "refused" }',
         "[columns.age]\nmissing = {}"),
        "[columns.age]",
    ),
    "numbers far above, .sav": Case(
        "a.sav", sav({"age": [999.0, 999.0, *map(float, AGES[2:])]}), "stands apart",
        ('[columns.age]\nmissing = { 999 = "refused" }', "[columns.age]\nmissing = {}",
         Options(missing=("999",))),
        "[columns.age]",
    ),
    "a step that may be none": Case(
        "a.sav",
        sav(
            {"q": taken([1.0, 2.0, 3.0, 4.0, 5.0])},
            {"q": {1: "British", 2: "Equal", 3: "Irish", 4: "Northern", 5: "Other (WRITE IN)"}},
            variable_measure={"q": "ordinal"},
        ),
        "counts as a step",
        ('[columns.q]\nmissing = { 5 = "not_asked" }', '[columns.q]\ntype = "single choice"'),
        "[columns.q]",
    ),
    "years of another calendar": Case(
        "a.csv", csv({"birth_year": taken([*range(2493, 2547)])}), "may be a year of the", (),
        "[columns.birth_year]",
    ),
    "years of two digits": Case(
        "a.csv", csv({"born": [f"{n % 28 + 1}.{n % 12 + 1}.{30 + n % 60}" for n in range(80)]}),
        "was read as a day of 19", (),
        "[columns.born]",
    ),
    "spellings": Case(
        "a.csv", csv({"q": taken(["us", "US", "them", "later"], 80)}), "were put together",
        ('[columns.q]\ntype = "single choice"\nanswers = ["us", "US", "them", "later"]',),
        "[columns.q]",
    ),
    "marks out of a total": Case(
        "a.csv", csv({"mark": [f"{n / 4:g}/20" for n in range(60)]}), "was read as the number",
        ('[columns.mark]\ntype = "number"', '[columns.mark]\ntype = "text"'), "[columns.mark]",
    ),
    "bands as days": Case(
        "a.csv", csv({"q": taken(["2-Jan", "5-Mar", "10-Jun", "11+"])}), "turned into days",
        ('[columns.q]\ntype = "scale"\nanswers = ["2-Jan", "5-Mar", "10-Jun", "11+"]',
         '[columns.q]\nlabels = { "2-Jan" = "1–2", "5-Mar" = "3–5", "10-Jun" = "6–10" }'),
        "[columns.q]",
    ),
    "decimals or codes": Case(
        "a.csv", csv({"which": taken(['"1,2"', '"1,3"', "2", "3"], 80)}), "may be two codes",
        ('[columns.which]\ntype = "multiple choice"\nsplit = ","',),
        "[columns.which]",
    ),
    "ends of numbers that may be a scale": Case(
        "a.csv", csv({"q": taken(["low (5)", "6", "7", "8", "high (9)"])}), "Most answers are",
        ('[columns.q]\ntype = "scale"',),
        "[columns.q]",
    ),
    "answers joined by a word": Case(
        "a.csv", csv({"q": taken(["tv", "radio", "tv and radio"])}), "cut by “ and ”",
        ('[columns.q]\nsplit = " and "', '[columns.q]\ntype = "single choice"'),
        "[columns.q]",
    ),
    "a few quantities": Case(
        "a.csv", csv({"q": taken(["7.5h", "8h", "38.5h", "40h"])}), "was read as the number 7.5",
        ('[columns.q]\ntype = "scale"', '[columns.q]\ntype = "number"'),
        "[columns.q]",
    ),
    "a minus behind": Case(
        "a.csv", csv({"pay": taken(["191.50-", "20.00", "7.25"])}), "was read as the number -191.5",
        ('[columns.pay]\ntype = "number"', '[columns.pay]\ntype = "text"'),
        "[columns.pay]",
    ),
    "thousands far above": Case(
        "a.csv", csv({"pay": taken(['"4,597"', "5.2", "6.1"])}), "was read as 4597",
        ('[columns.pay]\ndecimal = "."',),
        "[columns.pay]",
    ),
    "days without marks": Case(
        "a.csv", csv({"visit": [f"2022{1 + n % 9:02}{1 + n * 5 % 28:02}" for n in range(60)]}),
        "“20220101” was read as 2022-01-01",
        ('[columns.visit]\ntype = "date"', '[columns.visit]\ntype = "number"'),
        "[columns.visit]",
    ),
    "decimals or thousands": Case(
        "a.csv", csv({"pay": taken(['"1,234"', '"2,500"', "999"], 60)}), "was read as 1234",
        ('[columns.pay]\ndecimal = "."', Options(decimal=".")),
        "[columns.pay]",
    ),
    "units apart": Case(
        "a.csv", csv({"kg": taken(["$5", "€5", "£6"], 60)}), "not of one unit",
        ('[columns.kg]\ntype = "single choice"',),
        "[columns.kg]",
    ),
    "rounded identifiers": Case(
        "a.csv", csv({"x": taken(["1.15292E+18"], 60), "age": AGES}), "a program has rounded", (),
        "[columns.x]",
    ),
    "one column": Case(
        "a.csv", "m\n" + "price; look; speed\nlook; speed; price\nspeed; price; look\n" * 20,
        "it was read as one column",
        ('[file]\ndelimiter = "none"', Options(delimiter="none")),
    ),
    "differing times": Case(
        "a.csv", csv({"lasts": [f"{1 + n // 60}:{n % 60:02}" for n in range(0, 600, 7)]}),
        "and were read as texts",
        ('[columns.lasts]\ntype = "number"', '[columns.lasts]\ntype = "text"'),
        "[columns.lasts]",
    ),
    "versions": Case(
        "a.csv", csv({"uses": taken(["2.50", "3.5", "4.20"], 60)}), "may be a version",
        ('[columns.uses]\ntype = "single choice"', '[columns.uses]\ntype = "number"'),
        "[columns.uses]",
    ),
    "large codes": Case(
        "a.csv", csv({"place": taken([51430, 44437, 10115, 80331, 20095, 60311, 70173], 80)}),
        "may be codes, as of places", ('[columns.place]\ntype = "single choice"',),
        "[columns.place]",
    ),
    "days and months": Case(
        "a.csv", csv({"when": [f"{n % 12 + 1}/{n % 9 + 1}/2021" for n in range(60)]}),
        "was read as month, day and year",
        ("[columns.when]\nday_first = true", "[columns.when]\nday_first = false",
         Options(day_first=True), Options(day_first=False), "[file]\nday_first = true",
         '[columns.when]\ntype = "date"\nday_first = true'),
        "[columns.when]",
    ),
    "days and months, .parquet": Case(
        "a.parquet",
        lambda path: parquet.write_table(
            pa.table({"when": [f"{n % 12 + 1}/{n % 9 + 1}/2021" for n in range(60)]}), path
        ),
        "was read as month, day and year",
        ("[columns.when]\nday_first = true", Options(day_first=False), "[file]\nday_first = true"),
        "[columns.when]",
    ),
    "impossible days": Case(
        "a.csv",
        csv({"when": ["2021-02-30", *(f"2021-03-{n % 28 + 1:02}" for n in range(59))]}),
        "No days, and left out", ('[columns.when]\nmissing = { "2021-02-30" = "left_blank" }',),
        "[columns.when]",
    ),
    "days both ways": Case(
        "a.csv",
        csv({"when": ["4/25/2021", "25/4/2021", *(f"{n % 12 + 1}/{n % 9 + 1}/2021"
                                                 for n in range(58))]}),
        "the month comes first", (), "[columns.when]",
    ),
    "decimals": Case(
        "a.csv",
        "pay;word\n" + "".join(f"1.{100 + n * 37 % 800};x\n" for n in range(60)),
        "was read",
        (Options(decimal="."), Options(decimal=","), '[file]\ndecimal = "."'), "[columns.pay]",
    ),
    "absurd numbers": Case(
        "a.csv", csv({"pay": ["9" * 20, *AGES[1:]]}), "too large to be a number",
        (f'[columns.pay]\nmissing = {{ "{"9" * 20}" = "left_blank" }}',), "[columns.pay]",
    ),
    "shares without their mark": Case(
        "a.csv", csv({"share": taken(["50 %", "20 %", "30 %", "0.5"])}), "was read without",
        (), "[columns.share]",
    ),
    "nearly numbers": Case(
        "a.csv", csv({"age": ["twenty odd", "old", *AGES[2:]]}), "Nearly all answers are numbers",
        ('[columns.age]\nmissing = { "twenty odd" = "left_blank", old = "refused" }',
         '[columns.age]\ntype = "text"'),
        "[columns.age]",
    ),
    "nearly a scale": Case(
        "a.csv", csv({"mood": taken(["good", "bad", "mixed", "fair"])}), "are the steps of a scale",
        ('[columns.mood]\ntype = "scale"\nanswers = ["good", "fair", "mixed", "bad"]',
         '[columns.mood]\nanswers = ["good", "fair", "mixed", "bad"]',
         '[columns.mood]\ntype = "single choice"'),
        "[columns.mood]",
    ),
    "texts again and again": Case(
        "a.csv", csv({"town": [f"town no {n % 25}" for n in range(60)]}), "different texts",
        ('[columns.town]\ntype = "single choice"', '[columns.town]\ntype = "text"'),
        "[columns.town]",
    ),
    "words that may be missing": Case(
        "a.csv", csv({"claim": taken(["granted", "granted", "refused"])}),
        "may stand for a missing one",
        ('[columns.claim]\nmissing = { refused = "refused" }', "[columns.claim]\nmissing = {}"),
        "[columns.claim]",
    ),
    "nothing was ticked": Case(
        "a.csv",
        csv({"use.bus": taken([1, 0, 0, 1]), "use.tram": taken([0, 0, 1, 1])}), "ticked nothing",
        ('[columns."use.bus"]\nnone_chosen = "answer"',
         '[columns."use.tram"]\nnone_chosen = "left_blank"',
         '[columns."use.tram"]\nnone_chosen = "not_asked"'),
        '[columns."use.bus"]',
    ),
    "a title": Case(
        "a.csv", "A study of 2020\n\nq1,q2\n" + "a,b\nb,a\n" * 9, "stands above the names",
        (Options(skip=2), "[file]\nskip = 2"),
    ),
    "a title of a sheet": Case(
        "a.xlsx", workbook({"A": [["A study of 2020"], [], ["q1", "q2"], *[["a", "b"]] * 9]}),
        "stands above the names", (Options(skip=2), "[file]\nskip = 2"),
    ),
    "sheets": Case(
        "a.xlsx",
        workbook({"A": [["q1", "q2"], *[["a", "b"]] * 9], "B": [["q1", "q2"], *[["a", "c"]] * 9]}),
        "was read, and not", (Options(sheet="A"), '[file]\nsheet = "B"'),
    ),
    "rows of nothing": Case(
        "a.csv", "q1,q2\na,b\n,\n" + "a,b\nb,a\n" * 9, "that holds nothing was left out"
    ),
    "swallowed rows": Case(
        "a.csv",
        'q1,q2,q3\na,b,c\nb,"a,c\nb,a,c\na,b,c\nb,a",c\n' + "a,b,c\nb,a,b\n" * 9,
        "look like rows of their own",
    ),
    "line breaks in cells": Case(
        "a.csv", "q1,q2\na,first\rsecond\n" + "a,b\nb,a\n" * 9, "outside quotation marks"
    ),
    "letters": Case(
        "a.csv",
        csv({"ort": taken(["Köln", "Łódź", "Düsseldorf", "Świdnica"])}).encode("cp1250"),
        "how its letters", (Options("cp1250"), '[file]\nencoding = "cp1250"'),
    ),
    "letters twice": Case(
        "a.csv",
        csv({"ort": taken(["Köln", "Düsseldorf", "Zürich", "Bern"])})
        .encode().decode("cp1252").encode(),
        "encod", (Options("utf-8"), Options("utf-8-twice")),
    ),
    "a total": Case(
        "a.csv", csv({"town": taken(["A", "B", "C"], 30), "n": range(3, 33)}) + "Total,525\n",
        "stands below the answers", (Options(footer=0), Options(footer=1), "[file]\nfooter = 1"),
    ),
    "rows that may be a summary": Case(
        "a.csv", csv({"sex": taken("mf"), "age": AGES}) + "Spread,13.5\nKey,25\n",
        "may be no respondents", (Options(footer=0), Options(footer=2), "[file]\nfooter = 2"),
    ),
    "a row that may be a summary": Case(
        "a.csv", csv({"sex": taken("mf"), "age": AGES}) + "Spread,13.5\n",
        "looks unlike the others", (Options(footer=0), Options(footer=1), "[file]\nfooter = 1"),
    ),
    "no respondents": Case("a.csv", "sex,age\n", "there are no respondents"),
    "cut off": Case("a.csv", 'sex,age\n"m","31"\n"f","27"\n"f","3', "may have been cut off"),
    "nobody is 0 years old": Case(
        "a.csv", csv({"age": [0, 0, *AGES[2:]]}), "stands apart",
        ('[columns.age]\nmissing = { 0 = "refused" }', "[columns.age]\nmissing = {}",
         Options(missing=("0",))),
        "[columns.age]",
    ),
    "no names": Case(
        "a.csv", "12,yes,good\n" + "".join(
            f"{20 + n},{'yes' if n % 2 else 'no'},{'good' if n % 3 else 'bad'}\n" for n in range(40)
        ),
        "was counted as a respondent", (Options(heading=True), Options(heading=False)),
    ),
    "a row of levels of measurement": Case(
        "a.csv", "sex,age,mood\nnominal,ratio,ordinal\n" + "m,20,good\nf,31,bad\n" * 10,
        "says how columns were measured",
    ),
    "wordings below the names": Case(
        "a.csv", EXPORTS / "two_rows.csv", "first row below the names"
    ),
    "options without a wording": Case(
        "a.csv", EXPORTS / "typeform.csv", "options of one question",
        tuple(
            "".join(f'[columns.{one}]\nquestion = "{name}"\n' for one in ("Mail", "Chat", "Phone"))
            for name in ("channels", "How?")
        ),
        "[columns.Mail]",
    ),
    "codes without labels, .sav": Case(
        "a.sav", sav({"q": list(map(float, taken([1, 2, 1, 2, 2])))}), "codes have no labels",
        ('[columns.q]\nlabels = { 1 = "yes", 2 = "no" }', '[columns.q]\ntype = "number"',
         '[columns.q]\ntype = "single choice"'),
        "[columns.q]",
    ),
    "few numbers, .sav": Case(
        "a.sav", sav({"q": list(map(float, taken([1, 2, 3, 4, 5])))}), "Small whole numbers",
        ('[columns.q]\ntype = "scale"', '[columns.q]\ntype = "number"',
         '[columns.q]\nlabels = { 1 = "a", 2 = "b", 3 = "c", 4 = "d", 5 = "e" }'),
        "[columns.q]",
    ),
    "an answer without a label, .sav": Case(
        "a.sav",
        sav({"q": list(map(float, [9, 9, *taken([1, 2, 3], 58)]))},
            {"q": {1.0: "red", 2.0: "green", 3.0: "blue"}}),
        "have no label",
        ('[columns.q]\nmissing = { 9 = "refused" }', "[columns.q]\nmissing = {}",
         '[columns.q]\nlabels = { 9 = "black" }'),
        "[columns.q]",
    ),
    "broken codes, .sav": Case(
        "a.sav",
        sav({"q": taken([1.0, 1.5, 2.0])}, {"q": {1.0: "red", 1.5: "green", 2.0: "blue"}}),
        "no whole numbers", ('[columns.q]\ntype = "number"',), "[columns.q]",
    ),
    "two orders, .sav": Case(
        "a.sav",
        sav({"q": list(map(float, taken([1, 2, 3, 4])))},
            {"q": {1.0: "very good", 2.0: "bad", 3.0: "good", 4.0: "very bad"}}),
        "different orders",
        ('[columns.q]\nanswers = ["very good", "good", "bad", "very bad"]',
         '[columns.q]\ntype = "scale"\nanswers = ["very good", "good", "bad", "very bad"]'),
        "[columns.q]",
    ),
    "maybe a scale, .sav": Case(
        "a.sav",
        sav({"q": list(map(float, taken([1, 2, 3])))},
            {"q": {1.0: "often at home", 2.0: "seldom by car", 3.0: "very rarely elsewhere"}}),
        "may be a scale", ('[columns.q]\ntype = "scale"', '[columns.q]\ntype = "single choice"'),
        "[columns.q]",
    ),
    "levels that are nominal, .sav": Case(
        "a.sav",
        sav({"q": list(map(float, taken([1, 2, 3])))},
            {"q": {1.0: "First", 2.0: "Second", 3.0: "Third"}}, variable_measure={"q": "nominal"}),
        "says nominal", ('[columns.q]\ntype = "single choice"', '[columns.q]\ntype = "scale"'),
        "[columns.q]",
    ),
    "one answer behind a scale, .sav": Case(
        "a.sav",
        sav({"q": list(map(float, taken([1, 2, 3, 4, 5])))},
            {"q": {1.0: "very good", 2.0: "good", 3.0: "bad", 4.0: "very bad", 5.0: "has no car"}}),
        "no step of the scale",
        ('[columns.q]\nanswers = ["very good", "good", "bad", "very bad", "has no car"]',),
        "[columns.q]",
    ),
    "mentions, .sav": Case(
        "a.sav",
        sav({f"P7_O{at}": [float(n % 40 + at) if n % 2**at == 0 else None for n in range(160)]
             for at in (1, 2, 3)},
            column_labels=["How do you travel?"] * 3),
        "may be the answers to one question",
        ("".join(f'[columns.P7_O{at}]\nquestion = "P7"\ntype = "multiple choice"\n'
                 for at in (1, 2, 3)),),
        "",
    ),
    "nothing but 1, .sav": Case(
        "a.sav",
        sav({name: taken([1.0, None, None, 1.0]) for name in ("run", "swim", "dance")}),
        "read as the options of one question",
        ("".join(f'[columns.{one}]\ntype = "single choice"\n'
                 for one in ("run", "swim", "dance")),),
        "[columns.run]",
    ),
    "codes apart, .sav": Case(
        "a.sav", sav({"q": list(map(float, taken([1, 2, 2, 1, 9])))}),
        "stands apart from the other codes",
        ('[columns.q]\nmissing = { 9 = "refused" }', "[columns.q]\nmissing = {}"), "[columns.q]",
    ),
    "0 of Unipark": Case(
        "a.csv", EXPORTS / "unipark.csv", "0 was counted as a number",
        ('[columns.v_1]\nmissing = { 0 = "left_blank" }', "[columns.v_1]\nmissing = {}"),
        "[columns.v_1]",
    ),
    "up to three": Case(
        "a.csv",
        csv({f"t_{at}": column for at, column in enumerate(zip(*taken(
            [("Food", "Rent", ""), ("Work", "", ""), ("Rent", "Health", "Work"),
             ("Health", "Rent", ""), ("Rent", "Health", ""), ("Food", "Work", "Health")]),
            strict=True), 1)}),
        "and may be ranks",
        tuple("".join(f'[columns.t_{at}]\ntype = "{said}"\n' for at in (1, 2, 3))
              for said in ("ranking", "multiple choice")),
        "[columns.t_1]",
    ),
    "one of several columns": Case(
        "a.csv",
        csv({f"q_{at}": taken([word if n == at else "" for n in range(3)])
             for at, word in enumerate(("Bus", "Bike", "Foot"))}),
        "only one of them may have been possible",
        ("".join(f'[columns.q_{at}]\ntype = "multiple choice"\n' for at in (0, 1, 2)),
         "".join(f'[columns.q_{at}]\ntype = "single choice"\nquestion = "way"\n'
                 for at in (0, 1, 2))),
        "[columns.q_0]",
    ),
    "one choice in several columns": Case(
        "a.csv",
        "Respondent ID,Where?,How?,,,When?,,\n,Response,Good,Fair,Bad,Often,Sometimes,Never\n"
        + "".join(f"{118000 + n},town {n % 4},{('Good,,', ',Fair,', ',,Bad')[n % 3]},"
                  f"{('Often,,', ',Sometimes,', ',,Never')[n % 3]}\n" for n in range(30)),
        "were read as one choice",
        tuple(f'[columns."How?"]\ntype = "{said}"\n[columns."When?"]\ntype = "{said}"\n'
              for said in ("multiple choice", "scale")),
        "",
    ),
    "two codes": Case(
        "a.csv", csv({f"q_{at}": taken([(1, 2)[n % (at + 1) > 0] for n in range(12)])
                      for at in (1, 2, 3)}),
        "two codes without labels",
        ("".join(f'[columns.q_{at}]\nlabels = {{ 2 = "yes", 1 = "no" }}\n' for at in (1, 2, 3)),
         "".join(f'[columns.q_{at}]\ntype = "scale"\nquestion = "q"\n' for at in (1, 2, 3))),
        "",
    ),
    "a last row unlike the others": Case(
        "a.csv", csv({"town": taken(["A", "B", "C"], 30), "n": range(3, 33)}) + "see above,\n",
        "looks unlike the others", (Options(footer=1), Options(footer=0), "[file]\nfooter = 0"),
    ),
    "a bad byte": Case(
        "a.csv",
        csv({"ort": taken(["Köln", "Düsseldorf", "Zürich", "Bern", "Genève"], 600)}).encode()
        .replace("Köln".encode(), b"K\xf6ln", 1),
        "UTF-8", (Options("cp1252"),),
    ),
    "a date of nobody": Case(
        "a.csv",
        csv({"birth": [*["1900-01-01"] * 5, *(f"19{60 + n % 30}-03-{n % 28 + 1:02}"
                                              for n in range(55))]}),
        "may stand for no date", ('[columns.birth]\nmissing = { "1900-01-01" = "refused" }',),
        "[columns.birth]",
    ),
    "answers of different units": Case(
        "a.csv", csv({"often": taken(["2 hours", "3 euro", "1 week", "4 hours"])}),
        "different units",
        ('[columns.often]\nanswers = ["2 hours", "4 hours", "3 euro", "1 week"]',),
        "[columns.often]",
    ),
    "words that are mostly missing": Case(
        "a.csv", csv({"land": taken(["NA", "DE", "FR", "PL", "NA"])}), "may be an answer",
        ('[columns.land]\nmissing = { NA = "refused" }', "[columns.land]\nmissing = {}"),
        "[columns.land]",
    ),
    "codes of answers": Case(
        "a.csv", EXPORTS / "coded_rows.csv", "Answers are codes here",
    ),
    "days as numbers": Case(
        "a.csv", csv({"day of harvest": [44197 + n * 7 % 30 for n in range(60)]}),
        "as spreadsheets count days",
        tuple(f'[columns."day of harvest"]\ntype = "{said}"' for said in ("number", "date")),
        '[columns."day of harvest"]',
    ),
    "names like answers": Case(
        "a.csv", "37,a remark\n" + "".join(f"{20 + n % 40},remark no {n}\n" for n in range(60)),
        "may be answers", (Options(heading=True), Options(heading=False)),
    ),
    "names of rows": Case(
        "a.csv", "q1,q2\n" + "".join(f"{n + 1},{'ab'[n % 2]},{'cd'[n % 2]}\n" for n in range(40)),
        "a cell more than there are names",
    ),
    "points or how many": Case(
        "a.csv", csv({f"q_{at}": taken([0, 1, 2, 3, 1, 0, 2][:at + 4]) for at in (1, 2, 3)}),
        "or how many",
        tuple("".join(f'[columns.q_{at}]\ntype = "{said}"\n{more}' for at in (1, 2, 3))
              for said, more in (("number", ""), ("scale", 'question = "q"\n'))),
        "",
    ),
    "a broken table": Case(
        "a.xls", "<html><table>" + "<tr><td>q1</td><td>q2</td></tr>"
        + "<tr><td>a</td><td>b</td></tr>" * 9, "The table is broken",
    ),
    "the same options twice": Case(
        "a.csv",
        csv({"a.bus": taken([0, 1]), "a.tram": taken([1, 0]), "a.car": taken([0, 0, 1]),
             "b.bus": taken([0, 1]), "b.tram": taken([1, 0])}),
        "hold the same options",
        ("".join(f'[columns."{q}.{option}"]\nquestion = "whole"\nitem = "{q} {option}"\n'
                 for q, options in (("a", ["bus", "tram", "car"]), ("b", ["bus", "tram"]))
                 for option in options),),
        '[columns."a.bus"]\nsure = true\n[columns."b.bus"]\nsure = true',
    ),
}  # fmt: skip


def found(path, options=None):
    account = read_dataset(path, options=options or Options()).account
    return [(one.found, one.variables) for one in account.doubts]


ELSEWHERE = {
    'If they do, write split = "{mark}" in its codebook.': "test_several_with_own_words",
    "If such words are to be turned back, name the encoding utf-8-twice.": "test_letters_of_files",
    "Export the answers with their labels, or name them in the codebook.": "test_statistics_files",
    "Save the file by a newer Stata, or as CSV in UTF-8.": "test_statistics_files",
    "If it holds the answers, move the other out of the folder; else move it.": "services",
    "Name the answers in the codebook as they stand in the cells.": "a slip, below",
    "Correct the variables in that codebook, and take the other file away.": "below",
    "If they answer one question, name it in the codebook.": "test_labelled_intake",
    "If they are a scale, give each column that type and the same question.":
        "test_marks_and_mentions",
    "If they are no ranks, give each the type “multiple choice” in the codebook.":
        "test_marks_and_mentions",
    "If it is an answer, say in its codebook which are missing.": "test_words_told_apart",
    "If they are numbers, give it the type “number” in the codebook.": "test_labelled_intake",
    "If it is a heading, write heading_rows = {count} under [file] in the codebook.":
        "test_merged_cells",
    "If one of them is an answer, write how many are headings under [file] in the codebook: "
    "heading_rows = {count}.": "test_merged_cells",
    "If it is to be read otherwise, unmerge the cells and fill them.": "test_merged_cells",
    "If they are respondents, write footer = 0 under [file] in the codebook.": "test_rows_counted",
}  # fmt: skip
"""Ways to settle that no case here shows, and where they are tried."""


WAYS = ("If", "Where", "Look", "Name", "Mend", "Label", "Compare", "Save", "Export", "Write",
        "Correct")  # fmt: skip


def settling():
    """What the program says to settle a doubt: the second of two messages that stand together."""
    for file in sorted([*SOURCE.glob("dataset/**/*.py"), SOURCE / "services" / "answers.py"]):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Attribute(attr="doubt"), args=[_, second, *_]):
                    yield from said(second)
                case ast.Call(func=ast.Name(id="Doubt"), args=[_, second, *_]):
                    yield from said(second)
                case ast.Tuple(elts=[_, second]):
                    yield from said(second)
                case ast.Assign(targets=[ast.Name(id="settle")], value=value):
                    yield from said(value)


def said(node):
    match node:
        case ast.Call(func=ast.Name(id="message"), args=[ast.Constant(value=words)]):
            # Other pairs of messages tell what something is, and no way.
            if words.split()[0] in WAYS:
                yield words


def test_each_way_to_settle_that_the_program_names_has_a_case(tmp_path):
    shown = set(ELSEWHERE)
    for number, case in enumerate(CASES.values()):
        folder = tmp_path / str(number)
        folder.mkdir()
        account = read_dataset(case.write(folder)).account
        shown |= {one.settle.template for one in account.doubts if case.says in one.found}
    assert len(set(settling())) > 40
    assert set(settling()) - shown == set()


@pytest.mark.parametrize(
    "name",
    # A .sav is written and read by processes of their own.
    [pytest.param(one, marks=[pytest.mark.trial] * one.endswith(".sav")) for one in CASES],
)
def test_what_raises_a_doubt_settles_it_and_only_it(tmp_path, name):
    case = CASES[name]
    path = case.write(tmp_path)
    before = found(path)
    raised = [one for one in before if case.says in one[0]]
    assert len(raised) == 1, before
    left = {words for words, _ in before if words != raised[0][0]}
    sure = case.sure or "".join(f'[columns."{name}"]\nsure = true\n' for name in raised[0][1])
    for way in (*case.ways, sure if "sure" in sure else f"{sure}\nsure = true\n"):
        beside(path).unlink(missing_ok=True)
        if isinstance(way, str):
            beside(path).write_text(way)
        after = found(path, None if isinstance(way, str) else way)
        if "sure" in str(way):
            assert {words for words, _ in after} <= left, way
        else:
            assert {words for words, _ in after} == left, way


def test_true_and_false_say_what_they_are(tmp_path):
    truth = {"member": taken([True, False, None]), "q.a": taken([True, False]),
             "q.b": taken([False, True, True])}  # fmt: skip
    parquet.write_table(pa.table(truth), tmp_path / "a.parquet")
    dataset = read_dataset(tmp_path / "a.parquet")
    assert dataset.account.doubts == ()
    assert [one.type for one in dataset.codebook.variables] == [
        VariableType.CATEGORICAL, VariableType.MULTIPLE,
    ]  # fmt: skip
    assert np.bincount(dataset.columns["member"].codes + 4)[4:].tolist() == [20, 20]
    assert (dataset.columns["q"].marks == 1).sum(axis=1).tolist() == [30, 40]
    # What is true of people in columns of plain names is no choice of several.
    rows = "True,False,True\nFalse,False,True\nTrue,True,False\n" * 8
    (tmp_path / "a.csv").write_text(f"member,driver,retired\n{rows}")
    plain = read_dataset(tmp_path / "a.csv")
    assert [one.type for one in plain.codebook.variables] == [VariableType.CATEGORICAL] * 3
    assert plain.account.doubts == ()


def test_a_slip_in_the_codebook_is_doubted_until_it_is_mended(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(csv({"mood": taken(["good", "bad", "fair"])}))
    for slip in ("goood", "Good job"):
        beside(path).write_text(
            f'[columns.mood]\ntype = "scale"\nanswers = ["{slip}", "fair", "bad"]'
        )
        assert len(found(path)) == 1
    beside(path).write_text('[columns.mood]\ntype = "scale"\nanswers = ["good", "fair", "bad"]')
    assert found(path) == []


def test_numbers_beside_labelled_codes_of_missing_answers_are_said_to_be_that(tmp_path):
    path = tmp_path / "a.sav"
    sav({"age": list(map(float, [998, 998, 999, *AGES[3:]]))},
        {"age": {998.0: "don't know", 999.0: "refused"}})(path)  # fmt: skip
    (entry,) = read_dataset(path).account.entries
    assert entry.evidence == "It holds numbers, and codes of missing answers."


def test_corrections_beside_a_whole_codebook_are_said_to_be_unread(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(csv({"age": AGES}))
    write_codebook(read_dataset(path).codebook, codebook_beside(path))
    assert read_dataset(path).account is None
    beside(path).write_text('[columns.age]\nname = "years"\n')
    assert found(path) == [
        ("a.codebook.toml isn't looked at, for a codebook says all of the file.", ())
    ]
    beside(path).unlink()
    assert read_dataset(path).account is None
