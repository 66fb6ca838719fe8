"""What the respondents of the survey `town` answer: the same for every version that is asked."""

from __future__ import annotations

Pages = dict[int, dict[str, str | list[str]]]

_TRAVEL = ("foot", "bike", "car", "other", "bike", "dk")
_NEAR = (["shop"], ["shop", "park"], ["none"], ["park"], [])
_WORDS = {
    0: "The library should stay open until eight.",
    3: "More buses on Sundays, please.",
    5: "Grüße aus der Straße „Am Tor“, 日本 🌳",
}


def answers(number: int) -> Pages:
    """The answers of a respondent, by the number of the screen on which they are asked.

    Screens are counted in the whole questionnaire, screen-out pages included.
    """
    travel = _TRAVEL[number % len(_TRAVEL)]
    about = {"age": str(20 + 7 * number % 60), "q1": travel}
    if travel == "other":
        about["q1.other.text"] = "by boat"
    home = {"q2": _NEAR[number % len(_NEAR)]}
    if travel == "bike":
        home["q3"] = str(number % 8)
    if number % 3:
        home |= {"since.day": str(1 + number), "since.month": "3", "since.year": str(1990 + number)}
    think = {
        "q4": str(1 + number % 4),
        "q5.bus": str(1 + number % 5),
        "q5.library": str(1 + number % 2),
        "q6": str(number % 11),
    }
    if number % 4:
        think["q5.office"] = str(1 + (number + 2) % 5)
    matters = {("q7.quiet", "q7.near", "q7.green")[number % 3]: "1"}
    matters[("q7.quiet", "q7.near", "q7.green")[(number + 1) % 3]] = "2"
    if number in _WORDS:
        matters["q8"] = _WORDS[number]
    return {0: about, 2: home, 3: think, 4: matters}


def begun(number: int, screens: int) -> Pages:
    """The first screens of those answers, of somebody who goes on another day."""
    return dict(list(answers(number).items())[:screens])


TOO_YOUNG: Pages = {0: {"age": "12", "q1": "foot"}}
"""The answers of somebody who is screened out."""
