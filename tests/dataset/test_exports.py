"""What each program that is known writes: the same 24 people, answering alike, in every export.

The files in exports/ are invented, and laid out as the programs lay theirs out. Person 8 left the
satisfaction blank; two wrote something under "other".
"""

import csv
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest

from rundfrage.codebook import Missing, VariableType
from rundfrage.codebook.shapes import RANKS, RATINGS
from rundfrage.dataset.files import read_dataset
from rundfrage.dataset.intake.exports import EXPORTS, PLAIN

FOLDER = Path(__file__).parent / "exports"
PEOPLE = 24


@dataclass(frozen=True)
class Answers:
    """What a variable is, how often each answer was given (or the sum), and who is in its base."""

    type: VariableType
    counts: dict[str, int] | float | None = None
    base: int = PEOPLE

    def called(self, *labels):
        """The same answers under other labels."""
        return replace(self, counts=dict(zip(labels, self.counts.values(), strict=True)))

    def without(self, label):
        """The same answers without one that a program doesn't tell."""
        return replace(self, counts={k: v for k, v in self.counts.items() if k != label})


CHOICE, SCALE, SEVERAL = VariableType.CATEGORICAL, VariableType.ORDINAL, VariableType.MULTIPLE
SATISFACTION = Answers(
    SCALE, {"Very satisfied": 6, "Satisfied": 5, "Dissatisfied": 7, "Very dissatisfied": 5}, 23
)
TOOLS = Answers(SEVERAL, {"Mail": 20, "Chat": 8, "Phone": 6, "Other": 2})
BOXES = TOOLS.without("Other")
FAIR = Answers(SCALE, {"Agree": 10, "Neutral": 9, "Disagree": 5})
FAST = Answers(SCALE, {"Agree": 9, "Neutral": 8, "Disagree": 7})
REGION = Answers(CHOICE, {"North": 9, "South": 8, "East": 5, "Other": 2})
THREE = Answers(CHOICE, {"North": 10, "South": 9, "East": 5})
OFTEN = Answers(SCALE, {"Daily": 4, "Weekly": 3, "Never": 1}, 8)
AGE = Answers(VariableType.NUMERIC, 948)
SUMS = {"pay": 42, "team": 48, "place": 54}
PAY, TEAM, PLACE = (Answers(VariableType.NUMERIC, total) for total in SUMS.values())
LIKELY = Answers(VariableType.NUMERIC, 113)
SAID = Answers(VariableType.TEXT, None, 2)
REMARK = Answers(VariableType.TEXT, None, 8)
DAY = Answers(VariableType.DATE)

USE, HOW, AGREE, LIVE = (
    "Which tools do you use?", "How satisfied are you?", "Do you agree?", "Where do you live?",
)  # fmt: skip
OLD, ELSE = "How old are you?", "Anything else?"
RECOMMEND, ORDER = "How likely are you to recommend us?", "Put these in order"
CODES = SATISFACTION.called(4, 3, 2, 1)


def numbers(answers, *codes):
    """The answers as a program writes them that gives their codes alone."""
    total = sum(code * count for code, count in zip(codes, answers.counts.values(), strict=True))
    return Answers(VariableType.NUMERIC, total, answers.base)


def lime(sat, fair, fast, region, often, items, other="other"):
    """LimeSurvey's variables by their codes."""
    return {
        "sat": sat, "tools": TOOLS, "tools.other.text": SAID, "qual.price": fair,
        "qual.speed": fast, "region": region, f"region.{other}.text": SAID, "age": AGE,
        "often": often, "why": REMARK,
        **dict(zip((f"rank.{item}" for item in items), (PAY, TEAM, PLACE), strict=True)),
    }  # fmt: skip


FORMS = {
    HOW: SATISFACTION, USE: TOOLS, f"{USE}.other.text": SAID,
    f"{AGREE}.The price is fair": FAIR, f"{AGREE}.It is fast": FAST,
}  # fmt: skip
RAW = {
    "sat": numbers(SATISFACTION, 4, 3, 2, 1), "tools": BOXES.called("1", "2", "3"),
    "price": numbers(FAIR, 1, 2, 3), "speed": numbers(FAST, 1, 2, 3),
    "region": replace(numbers(REGION.without("Other"), 10, 20, 30), base=22), "age": AGE,
    "joined": DAY, "remark": REMARK,
}  # fmt: skip
KOBO = {
    "sat": SATISFACTION.called(
        "very_satisfied", "satisfied", "dissatisfied", "very_dissatisfied"
    ),
    "tools": Answers(SEVERAL, {"mail": 19, "chat": 8, "phone": 6}, 23),
    "about/region": THREE.called("north", "south", "east"), "about/age": AGE,
    "agree/price": FAIR.called("agree", "neutral", "disagree"),
    "agree/speed": FAST.called("agree", "neutral", "disagree"), "remark": REMARK,
}  # fmt: skip
FILES = {
    "limesurvey_codes.csv": (
        "LimeSurvey",
        lime(
            Answers(CHOICE, {"A1": 6, "A2": 5, "A3": 7, "A4": 5}, 23),
            replace(FAIR.called("AO01", "AO02", "AO03"), type=CHOICE),
            replace(FAST.called("AO01", "AO02", "AO03"), type=CHOICE),
            REGION.called("n", "s", "e", "-oth-"), numbers(OFTEN, 1, 2, 3), "ptl", "oth",
        )
        | {"tools": TOOLS.called("mail", "chat", "phone", "other")},
    ),
    "limesurvey_both.csv": ("LimeSurvey", lime(SATISFACTION, FAIR, FAST, REGION, OFTEN, SUMS)),
    "limesurvey_full.csv": (
        "LimeSurvey",
        FORMS
        | {
            LIVE: REGION, f"{LIVE}.other.text": SAID, OLD: AGE,
            "How often do you use the chat?": OFTEN, "Why?": REMARK,
            "What matters most?.pay": PAY, "What matters most?.team": TEAM,
            "What matters most?.place": PLACE,
        },
    ),
    "qualtrics.csv": (
        "Qualtrics",
        {
            "Q1": SATISFACTION, "Q2": TOOLS.called("Mail", "Chat", "Phone", "Other, please say"),
            "Q2.other_please_say.text": SAID, "Q3_1": FAIR, "Q3_2": FAST, "Q4": REGION,
            "Q4.other.text": SAID, "Q5": AGE,
            "Q6": Answers(SEVERAL, {"Red, the old one": 12, "Blue": 16}, 20),
            "Q7_1": PAY, "Q7_2": TEAM, "Q7_3": PLACE, "Q8": LIKELY, "Q9": REMARK,
        },
    ),
    "surveymonkey.csv": (
        "SurveyMonkey",
        {
            HOW: SATISFACTION, USE: TOOLS.called("Mail", "Chat", "Phone", "Other (please specify)"),
            f"{USE}.other.text": SAID, f"{AGREE}.1": FAIR, f"{AGREE}.2": FAST, OLD: AGE,
            f"{ORDER}.1": PAY, f"{ORDER}.2": TEAM, f"{ORDER}.3": PLACE, ELSE: REMARK,
        },
    ),
    "alchemer.csv": (
        "Alchemer",
        {
            HOW: SATISFACTION, USE: TOOLS.called("Mail", "Chat", "Phone", "Other - Write In"),
            f"{USE}.other.text": SAID, f"The price is fair:{AGREE}": FAIR,
            f"It is fast:{AGREE}": FAST,
            LIVE: REGION.called("North", "South", "East", "Other - Write In"),
            f"{LIVE}.other_write_in.text": SAID, OLD: AGE, ELSE: REMARK,
        },
    ),
    "google_forms.csv": (
        "Google Forms",
        FORMS
        | {
            USE: TOOLS.called("Mail", "Chat", "Phone, or a letter", "Other"),
            RECOMMEND: Answers(VariableType.NUMERIC, 72), "When did you join?": DAY, OLD: AGE,
            ELSE: REMARK,
        },
    ),
    "microsoft_forms.csv": (
        "Microsoft Forms",
        FORMS
        | {
            RECOMMEND: LIKELY, f"{ORDER}.pay": PAY, f"{ORDER}.team": TEAM, f"{ORDER}.place": PLACE,
            OLD: AGE, ELSE: REMARK,
        },
    ),
    "typeform.csv": (
        "Typeform",
        {
            HOW: SATISFACTION, "Mail / Chat / Phone": TOOLS,
            "Mail / Chat / Phone.other.text": SAID, "The price is fair": FAIR, RECOMMEND: LIKELY,
            "Do you work at home?": Answers(CHOICE, {"0": 12, "1": 12}), OLD: AGE, ELSE: REMARK,
        },
    ),
    "kobo.csv": ("KoboToolbox or ODK", KOBO),
    "odk.csv": (
        "KoboToolbox or ODK", {name.replace("/", "-"): asked for name, asked in KOBO.items()},
    ),
    "redcap_raw.csv": ("REDCap", RAW),
    "redcap_labels.csv": (
        "REDCap",
        {
            HOW: SATISFACTION, USE: BOXES, "The price is fair": FAIR, "It is fast": FAST,
            LIVE: replace(REGION.without("Other"), base=22), OLD: AGE, "When did you join?": DAY,
            ELSE: REMARK,
        },
    ),
    "redcap/Partners_DATA_2024-05-21_0915.csv": (
        "REDCap",
        RAW
        | {
            "sat": SATISFACTION, "tools": BOXES.called("Mail", "Chat, or a call", "Phone"),
            "price": FAIR, "speed": FAST,
            "region": Answers(CHOICE, {"North": 9, "South": 8, "East": 5, "West": 0}, 22),
        },
    ),
    "sosci.csv": (
        "SoSci Survey",
        {
            "AB01": numbers(SATISFACTION, 1, 2, 3, 4),
            "AB02": Answers(SEVERAL, {"Mail": 19, "Chat": 8, "Other, namely": 2}, 23),
            "AB02.03.text": SAID, "AB03_01": Answers(SCALE, {"1": 10, "2": 8, "3": 5}, 23),
            "AB03_02": FAST.called("1", "2", "3"),
            "AB04": replace(numbers(REGION.without("Other"), 1, 2, 3), base=22), "AB05_01": AGE,
            "AB06_01": REMARK,
        },
    ),
    "unipark.csv": (
        "Unipark",
        {
            "v_1": replace(numbers(SATISFACTION, 1, 2, 3, 4), base=PEOPLE),
            "v_2": Answers(CHOICE, {"0": 2, "1": 16}, 18),
            "v_3": Answers(CHOICE, {"0": 12, "1": 6}, 18),
            "v_4": Answers(CHOICE, {"0": 12, "1": 6}, 18), "v_5": numbers(FAIR, 1, 2, 3),
            "v_6": Answers(VariableType.NUMERIC, 43, 23), "v_7": AGE, "v_8": REMARK,
        },
    ),
    "eusurvey.csv": (
        "EUSurvey",
        {
            HOW: SATISFACTION, USE: BOXES.called("Mail", "Chat", "Phone, or a letter"),
            f"{AGREE}: The price is fair": FAIR, f"{AGREE}: It is fast": FAST, LIVE: THREE,
            OLD: AGE, ELSE: REMARK,
        },
    ),
    "formbricks.csv": (
        "Formbricks",
        {
            f"1. {HOW}": SATISFACTION, f"2. {USE}": TOOLS, f"2. {USE}.other.text": SAID,
            f"3. {AGREE} - The price is fair": FAIR, f"3. {AGREE} - It is fast": FAST,
            f"4. {RECOMMEND}": LIKELY, f"5. {ORDER}.pay": PAY, f"5. {ORDER}.team": TEAM,
            f"5. {ORDER}.place": PLACE, f"6. {OLD}": AGE, f"7. {ELSE}": REMARK,
        },
    ),
    "surveyjs.json": (
        "SurveyJS",
        {
            "tools": TOOLS.called("mail", "chat", "phone", "other"), "tools.other.text": SAID,
            "sat": numbers(SATISFACTION, 1, 2, 3, 4),
            "agree.price": FAIR.called("agree", "neutral", "disagree"),
            "agree.speed": FAST.called("agree", "neutral", "disagree"),
            "region": REGION.called("north", "south", "east", "other"),
            "region.other.text": SAID, "home": Answers(CHOICE, {"true": 12, "false": 12}),
            "order.pay": PAY, "order.team": TEAM, "order.place": PLACE,
            "age": Answers(VariableType.NUMERIC, 743, 19), "remark": REMARK,
            "about.firm": Answers(VariableType.TEXT),
            "about.town": THREE.called("Kassel", "Fulda", "Gera"),
            "costs.rent.year": Answers(VariableType.NUMERIC, 48_504),
            "costs.rent.amount": Answers(VariableType.NUMERIC, 14_760),
            "costs.food.year": Answers(VariableType.NUMERIC, 48_504),
            "costs.food.amount": Answers(VariableType.NUMERIC, 8_580),
        },
    ),
    "wenjuanxing.csv": (
        "Wenjuanxing",
        {
            f"1、{HOW}": SATISFACTION, f"2、{USE}": TOOLS, f"2、{USE}.other.text": SAID,
            f"3、{AGREE}—The price is fair": FAIR, "3、It is fast": FAST, f"4、{OLD}": AGE,
            f"5、{ELSE}": REMARK,
        },
    ),
    "kaggle.csv": (
        "Kaggle",
        {
            "Q1": Answers(SCALE, {"18-21": 5, "22-24": 5, "25-29": 5, "30-34": 4, "80+": 5}),
            "Q2": REGION, "Q2.other.text": SAID, "Q3": TOOLS, "Q3.other.text": SAID,
            "Q4": SATISFACTION,
        },
    ),
    "stackoverflow.csv": (
        PLAIN,
        {
            "MainBranch": Answers(CHOICE, {
                "I am a developer by profession": 14, "I code primarily as a hobby": 10,
            }),
            "Age": Answers(SCALE, {
                "18-24 years old": 7, "25-34 years old": 5, "35-44 years old": 7,
                "65 years or older": 5,
            }),
            "Employment": Answers(SEVERAL, {
                "Employed, full-time": 10,
                "Independent contractor, freelancer, or self-employed": 10,
                "Student, part-time": 7, "Student, full-time": 7,
            }),
            "LanguageHaveWorkedWith": Answers(
                SEVERAL, {"C#": 14, "Go": 12, "Python": 12, "Rust": 12, "HTML/CSS": 11}
            ),
            "LanguageWantToWorkWith": Answers(
                SEVERAL, {"Go": 12, "HTML/CSS": 12, "Python": 12, "Rust": 11, "C#": 11}, 23
            ),
            "YearsCode": Answers(SCALE, {
                "Less than 1 year": 5, "2": 5, "7": 5, "12": 5, "More than 50 years": 4,
            }),
            "CompTotal": Answers(VariableType.NUMERIC, 1_044_000, 18), "JobSat": SATISFACTION,
        },
    ),
    "stacked.csv": (
        "options below questions",
        {
            HOW: SATISFACTION, USE: TOOLS, f"{USE}.other.text": SAID, f"{AGREE}.1": FAIR,
            f"{AGREE}.2": FAST, OLD: AGE, ELSE: REMARK,
        },
    ),
    "coded_rows.csv": (
        "codes above questions",
        {
            "Q1": replace(SATISFACTION.called("4", "3", "2", "1"), type=CHOICE),
            "Q2": TOOLS.called("Mail", "Chat", "Phone", "Other (please specify)"),
            "Q2.other.text": SAID, "Q3_1": FAIR.called("1", "2", "3"),
            "Q3_2": FAST.called("1", "2", "3"), "Q4": AGE, "Q5": REMARK,
        },
    ),
    "two_rows.csv": (
        "two rows of headings",
        {
            "sat": SATISFACTION, "tools": BOXES, "agree_1": FAIR, "agree_2": FAST, "region": THREE,
            "age": AGE, "remark": REMARK,
        },
    ),
}  # fmt: skip
"""The program that each file is known as, and what its questions come to."""


def answers(dataset, variable):
    """What a variable came to."""
    column = dataset.columns[variable.name]
    given = column.reasons == 0
    counts = None
    if variable.type is SEVERAL:
        labels = [category.label.source for category in variable.categories]
        counts = dict(zip(labels, (column.marks == 1).sum(axis=1).tolist(), strict=True))
    elif variable.coded:
        labels = [category.label.source for category in variable.categories]
        counts = {label: int((column.codes == at).sum()) for at, label in enumerate(labels)}
    elif variable.type is VariableType.NUMERIC:
        counts = float(column.values[given].sum())
    return Answers(variable.type, counts, int(given.sum()))


@pytest.mark.parametrize("name", FILES)
def test_each_export_is_known_and_its_answers_are_those_that_people_gave(name):
    program, asked = FILES[name]
    dataset = read_dataset(FOLDER / name)
    known = [one.what for one in dataset.account.conclusions if one.step == "headings"]
    assert known[-1] == program
    assert dataset.n == PEOPLE
    shown = {one.name: one for one in dataset.codebook.variables if one.shown}
    found = {title: answers(dataset, one) for title, one in shown.items()}
    assert found == asked


OWN = {
    "limesurvey_codes.csv": "id|submitdate|lastpage|startlanguage|seed|startdate|datestamp",
    "limesurvey_both.csv": "id. Response ID|submitdate. Date submitted|lastpage. Last page"
    "|startlanguage. Start language|seed. Seed|startdate. Date started|datestamp. Date last action",
    "limesurvey_full.csv": "Response ID|Date submitted|Last page|Start language|Seed|Date started"
    "|Date last action",
    "qualtrics.csv": "StartDate|EndDate|Status|IPAddress|Progress|Duration (in seconds)|Finished"
    "|RecordedDate|ResponseId|DistributionChannel|UserLanguage|Q8_NPS_GROUP",
    "surveymonkey.csv": "Respondent ID|Collector ID|Start Date|End Date|IP Address|Email Address"
    "|First Name|Last Name|Custom Data 1",
    "alchemer.csv": "Response ID|Time Started|Date Submitted|Status|Contact ID|Legacy Comments"
    "|Comments|Language|Referer|SessionID|User Agent|Extended Referer|IP Address|Longitude"
    "|Latitude|Country|City|State/Region|Postal",
    "google_forms.csv": "Timestamp",
    "microsoft_forms.csv": "ID|Start time|Completion time|Email|Name|Last modified time",
    "typeform.csv": "#|Response Type|Start Date (UTC)|Stage Date (UTC)|Submit Date (UTC)"
    "|Network ID|Tags|Ending",
    "kobo.csv": "start|end|deviceid|tools|place|_place_latitude|_place_longitude|_place_altitude"
    "|_place_precision|__version__|meta/instanceID|_id|_uuid|_submission_time|_validation_status"
    "|_notes|_status|_submitted_by|_tags|_index",
    "odk.csv": "SubmissionDate|start|end|tools|place-Latitude|place-Longitude|place-Altitude"
    "|place-Accuracy|meta-instanceID|meta-instanceName|KEY|SubmitterID|SubmitterName"
    "|AttachmentsPresent|AttachmentsExpected|Status|ReviewState|DeviceID|Edits|FormVersion",
    "redcap_raw.csv": "record_id|redcap_event_name|redcap_survey_identifier|partners_timestamp"
    "|partners_complete",
    "redcap_labels.csv": "Record ID|Event Name|Survey Identifier|Survey Timestamp|Complete?",
    "redcap/Partners_DATA_2024-05-21_0915.csv": "record_id|redcap_event_name"
    "|redcap_survey_identifier|partners_timestamp|partners_complete",
    "sosci.csv": "CASE|SERIAL|REF|QUESTNNR|MODE|STARTED|AB02|TIME001|TIME002|TIME_SUM|MAILSENT"
    "|LASTDATA|STATUS|FINISHED|Q_VIEWER|LASTPAGE|MAXPAGE|MISSING|MISSREL|TIME_RSI",
    "unipark.csv": "lfdn|external_lfdn|tester|dispcode|lastpage|quality|duration|c_0001|browser"
    "|referer|device_type|participant_browser_version|participant_os|participant_isbot|quota"
    "|quota_assignment|quota_rejected_id|page_history|hflip|vflip|output_mode|javascript|flash"
    "|session_id|language|cleaned|ats|datetime|date_of_last_access|date_of_first_mail|rts5396166"
    "|rts5396169",
    "eusurvey.csv": "Invitation number|Contribution ID|User name|Creation date|Last update"
    "|Languages",
    "formbricks.csv": "No.|Response ID|Timestamp|Finished|Survey ID|Formbricks ID (internal)"
    "|User ID|Tags|source|url|userAgent - browser|userAgent - os|userAgent - device|country"
    f"|1. {HOW} - Option ID|2. {USE} - Option ID|5. {ORDER} - Option ID",
    "surveyjs.json": "id|HappendAt",
    "wenjuanxing.csv": "序号|提交答卷时间|所用时间|来源|来自IP",
    "kaggle.csv": "Time from Start to Finish (seconds)",
    "stackoverflow.csv": "ResponseId",
    "stacked.csv": "",
    "coded_rows.csv": "|",
    "two_rows.csv": "",
}  # fmt: skip
"""What the programs add to the answers by themselves."""


@pytest.mark.parametrize("name", FILES)
def test_what_programs_add_by_themselves_is_set_aside_with_a_reason(name):
    left_out = read_dataset(FOLDER / name).account.left_out
    assert "|".join(entry.column for entry in left_out) == OWN[name]
    assert all(entry.aside for entry in left_out)


GRIDS = {
    "limesurvey_codes.csv": "qual", "limesurvey_both.csv": "qual", "limesurvey_full.csv": AGREE,
    "qualtrics.csv": "Q3", "surveymonkey.csv": AGREE, "alchemer.csv": AGREE,
    "google_forms.csv": AGREE, "microsoft_forms.csv": AGREE, "kobo.csv": "agree",
    "odk.csv": "agree", "redcap/Partners_DATA_2024-05-21_0915.csv": "agree", "sosci.csv": "AB03",
    "eusurvey.csv": AGREE, "formbricks.csv": f"3. {AGREE}", "surveyjs.json": "agree",
    "wenjuanxing.csv": f"3、{AGREE}",
    "stacked.csv": "Do you agree?", "coded_rows.csv": "Q3",
    "two_rows.csv": "agree",
}  # fmt: skip
RANKINGS = {
    "limesurvey_codes.csv": "rank", "limesurvey_both.csv": "rank",
    "limesurvey_full.csv": "What matters most?", "qualtrics.csv": "Q7", "surveymonkey.csv": ORDER,
    "microsoft_forms.csv": ORDER, "formbricks.csv": f"5. {ORDER}", "surveyjs.json": "order",
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_grids_and_rankings_are_known(name):
    batteries = read_dataset(FOLDER / name).codebook.batteries
    found = [(one.name, one.shape, len(one.members)) for one in batteries]
    wanted = [(table[name], shape, size) for table, shape, size in (
        (GRIDS, RATINGS, 2), (RANKINGS, RANKS, 3),
    ) if name in table]  # fmt: skip
    assert found == wanted


@pytest.mark.parametrize(
    ("name", "variable", "reason", "count"),
    [
        ("limesurvey_both.csv", "often", "not_asked", 16),
        ("limesurvey_full.csv", "How often do you use the chat?", "not_asked", 16),
        ("redcap_labels.csv", LIVE, "refused", 2),
        ("redcap/Partners_DATA_2024-05-21_0915.csv", "region", "refused", 2),
        ("redcap_raw.csv", "region", "left_blank", 2),
        ("sosci.csv", "AB03_01", "dont_know", 1),
        ("sosci.csv", "AB04", "left_blank", 2),
        ("unipark.csv", "v_2", "not_asked", 6),
        ("unipark.csv", "v_6", "left_blank", 1),
        ("wenjuanxing.csv", f"1、{HOW}", "not_asked", 1),
        ("wenjuanxing.csv", f"5、{ELSE}", "left_blank", 16),
        ("kobo.csv", "tools", "left_blank", 1),
        ("stackoverflow.csv", "LanguageWantToWorkWith", "left_blank", 1),
    ],
)
def test_programs_tell_why_an_answer_is_missing(name, variable, reason, count):
    reasons = read_dataset(FOLDER / name).columns[variable].reasons
    assert int((reasons == Missing[reason.upper()]).sum()) == count


def test_every_program_has_its_export_here():
    assert {program for program, _ in FILES.values()} == {one.name for one in EXPORTS} | {PLAIN}
    assert FILES.keys() == OWN.keys()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("typeform.csv", "options of one question"),
        ("unipark.csv", "In v_1 0 was counted"),
        ("two_rows.csv", "first row below the names"),
        ("eusurvey.csv", "Alias / Partners2024"),
        ("redcap_raw.csv", "-99 (2 times)"),
    ],
)
def test_what_an_export_leaves_open_is_doubted(name, words):
    assert any(words in doubt.found for doubt in read_dataset(FOLDER / name).account.doubts)


# -- REDCap's data dictionary ----------------------------------------------------------------------


def test_a_data_dictionary_gives_wordings_and_the_codes_stay():
    codebook = read_dataset(FOLDER / "redcap" / "Partners_DATA_2024-05-21_0915.csv").codebook
    assert codebook["tools"].label.source == USE
    assert [one.code for one in codebook["sat"].categories] == [4, 3, 2, 1]
    assert [one.code for one in codebook["region"].categories] == [10, 20, 30, 40]
    assert codebook["speed"].item.source == "It is fast"
    assert codebook["speed"].label.source == AGREE


def test_what_somebody_put_right_counts_more_than_a_data_dictionary(tmp_path):
    for file in (FOLDER / "redcap").iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    edits = '[columns.sat]\nlabel = "Satisfied?"\n[columns.region]\nmissing = {}\n'
    (tmp_path / "Partners_DATA_2024-05-21_0915.codebook.toml").write_text(edits)
    dataset = read_dataset(tmp_path / "Partners_DATA_2024-05-21_0915.csv")
    assert dataset.codebook["sat"].label.source == "Satisfied?"
    assert answers(dataset, dataset.codebook["sat"]) == SATISFACTION
    assert answers(dataset, dataset.codebook["region"]).base == PEOPLE


@pytest.mark.parametrize(
    "content", ["", "a,b\n1,2\n", "Variable / Field Name,Field Type\nelsewhere,text\n"]
)
def test_what_is_no_dictionary_of_the_file_says_nothing(tmp_path, content):
    (tmp_path / "Other_DataDictionary.csv").write_text(content)
    (tmp_path / "a.csv").write_text("q1,q2\n1,2\n2,1\n")
    conclusions = read_dataset(tmp_path / "a.csv").account.conclusions
    assert "codebook" not in [one.step for one in conclusions]


# -- columns without wording -----------------------------------------------------------------------


def test_columns_that_repeat_their_headings_are_options_whoever_wrote_them(tmp_path):
    rows = "age,Red,Blue,Green,Other\n" + "31,Red,,,\n44,,,,Grey\n25,Red,,Green,\n52,,,Green,\n"
    (tmp_path / "a.csv").write_text(rows)
    dataset = read_dataset(tmp_path / "a.csv")
    colours = dataset.codebook["Red / Blue / Green"]
    assert answers(dataset, colours).counts == {"Red": 2, "Blue": 0, "Green": 2, "Other": 1}
    assert dataset.columns[f"{colours.name}.other.text"].values[1] == "Grey"


def test_things_that_people_put_in_order_in_one_cell_are_a_ranking(tmp_path):
    rows = ["order"] + ["a; b; c", "b; a; c", "c; b; a", ""] * 3
    (tmp_path / "a.csv").write_text("\n".join(f'"{row}"' for row in rows))
    dataset = read_dataset(tmp_path / "a.csv")
    assert dataset.codebook.battery("order").shape == RANKS
    assert dataset.columns["order.a"].values[:3].tolist() == [1, 2, 3]
    assert dataset.columns["order.a"].reasons.tolist() == [0, 0, 0, Missing.LEFT_BLANK] * 3
    assert np.unique(dataset.columns["order.c"].values[:3]).tolist() == [1, 3]


def test_sums_of_money_are_no_identifiers(tmp_path):
    sums = [31_000 + 1_500 * place for place in range(30)]
    codes = [31_013 + 1_537 * place for place in range(30)]
    rows = "\n".join(f"{one},{other},x" for one, other in zip(sums, codes, strict=True))
    (tmp_path / "a.csv").write_text(f"earned,case,q\n{rows}\n")
    left_out = read_dataset(tmp_path / "a.csv").account.left_out
    assert [entry.column for entry in left_out] == ["case"]


def test_days_are_no_codes(tmp_path):
    days = "\n".join(f"{place},2024-05-{place:02}" for place in range(1, 25))
    (tmp_path / "a.csv").write_text(f"age,birthday\n{days}\n")
    birthday = read_dataset(tmp_path / "a.csv").codebook["birthday"]
    assert (birthday.type, birthday.shown) == (VariableType.DATE, True)


def test_two_options_are_cut_where_the_question_asks_for_several(tmp_path):
    rows = '"Mail, Chat"\nMail\n' * 6
    (tmp_path / "a.csv").write_text(f"Which? (select all that apply)\n{rows}")
    (which,) = read_dataset(tmp_path / "a.csv").codebook.variables
    assert which.type is SEVERAL


def test_a_grid_of_boxes_is_a_multiple_choice_for_each_row(tmp_path):
    mornings = ["Mon, Tue", "Mon", "Tue, Wed", "Wed", "", "Mon, Tue, Wed"]
    evenings = ["Mon", "Mon, Wed", "", "Tue", "Wed", "Mon, Tue"]
    rows = "".join(
        f'"5/{day}/2024 8:01:05","{morning}","{evening}"\n'
        for day, (morning, evening) in enumerate(zip(mornings, evenings, strict=True), 1)
    )
    heads = "Timestamp,When can you come? [Morning],When can you come? [Evening]"
    (tmp_path / "a.csv").write_text(f"{heads}\n{rows}")
    dataset = read_dataset(tmp_path / "a.csv")
    found = {
        one.label.source: answers(dataset, one) for one in dataset.codebook.variables if one.shown
    }
    assert found == {
        "When can you come? [Morning]": Answers(SEVERAL, {"Mon": 3, "Tue": 3, "Wed": 3}, 5),
        "When can you come? [Evening]": Answers(SEVERAL, {"Mon": 3, "Tue": 2, "Wed": 2}, 5),
    }


@pytest.mark.parametrize("yes", ["Y", "Yes"])
def test_remarks_beside_the_options_of_limesurvey_are_none(tmp_path, yes):
    heads = ["id", "submitdate", "lastpage", "startlanguage", "use[mail]", "use[mailcomment]",
             "use[chat]", "use[chatcomment]", "use[other]", "use[othercomment]"]  # fmt: skip
    no = "" if yes == "Y" else "No"
    people = [[yes, "daily", no, "", "", ""], [no, "", yes, "rarely", "Fax", "still"],
              [no, "", no, "", "", ""]] * 3  # fmt: skip
    rows = [
        [str(number), "2024-05-01 09:00:00", "2", "en", *one]
        for number, one in enumerate(people, 1)
    ]
    (tmp_path / "a.csv").write_text("\n".join(map(",".join, [heads, *rows])))
    dataset = read_dataset(tmp_path / "a.csv")
    assert answers(dataset, dataset.codebook["use"]).counts == {"mail": 3, "chat": 3, "other": 3}
    # An empty cell is what nobody ticked or was shown alike.
    assert answers(dataset, dataset.codebook["use"]).base == (6 if yes == "Y" else 9)
    assert dataset.columns["use.chat.comment"].values[1] == "rarely"
    assert dataset.columns["use.other.text"].values[1] == "Fax"
    assert dataset.columns["use.other.comment"].values[1] == "still"


def test_numbers_of_a_question_with_choices_are_doubted_whatever_it_asks(tmp_path):
    """Qualtrics' ids tell whether people chose or typed, even where both ask for an age."""
    ids = ('{"ImportId":"startDate"}', '{"ImportId":"QID1"}', '{"ImportId":"QID2_TEXT"}')
    rows = [
        ("StartDate", "Q1", "Q2"), ("Start Date", "How old are you?", "How old are you?"), ids,
        *(("2026-01-01 10:00:00", str(n % 6 + 1), str(20 + n)) for n in range(40)),
    ]  # fmt: skip
    file = tmp_path / "ages.csv"
    with file.open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows(rows)
    doubted = [doubt.variables for doubt in read_dataset(file).account.doubts]
    assert doubted == [("Q1",)]
