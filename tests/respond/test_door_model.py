"""Back, tabs, reloads, resent forms and expired sessions, against a model of what should happen.

The model knows the survey's route in its own words and keeps, for each screen, the answers that
were taken and what was left as typed after that.
"""

import re
from html import unescape

import pytest
from door_survey import OpenDoor, published
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from proofs import part, repeated

STEPS = part(10_000)
STEPS_OF_ONE = 50

VALID = {
    0: [{"q1": "yes"}, {"q1": "no"}, {"q1": "other", "q1.other.text": "wheels"}],
    1: [{"q2": "3"}, {"q2": "70"}],
    2: [{}, {"q3": ["a"]}, {"q3": ["a", "b"]}],
    3: [{}, {"q4": "<i>words</i>"}, {"q4": "ü\nß"}],
    4: [{}, {"q5": "good"}, {"q5": "bad"}],
}
INVALID = {
    0: [{}, {"q1": "nonsense"}],
    1: [{"q2": "many"}, {"q2": "71"}, {}],
    2: [{"q3": ["a", "c"]}],
    3: [{"q4": "a\0b"}],
    4: [{"q5": "so-so"}],
}
SHOWABLE = {"yes", "no", "other", "a", "b", "good", "bad"}
"""Choices that a page can show; others were never on it."""


def shown(page):
    """The fields that a page shows as filled in."""
    fields = {}
    for tag in re.findall(r"<input[^>]*>", page.text):
        kind, name, value = (attribute(tag, one) for one in ("type", "name", "value"))
        if kind in ("radio", "checkbox") and " checked" in tag:
            fields.setdefault(name, []).append(value)
        elif kind == "text" and value:
            fields[name] = [value]
    for name, value in re.findall(
        r'<textarea[^>]*name="([^"]*)"[^>]*>(.*?)</textarea>', page.text, re.DOTALL
    ):
        # Browsers drop the first line break.
        if words := unescape(value).removeprefix("\n"):
            fields[name] = [words]
    return fields


def attribute(tag, name):
    found = re.search(rf'\b{name}="([^"]*)"', tag)
    return unescape(found[1]) if found else ""


def expected(typed):
    """What a page shows of fields as they were typed."""
    fields = {}
    for name, value in typed.items():
        values = [value] if isinstance(value, str) else value
        if name in ("q1", "q3", "q5"):
            values = [one for one in values if one in SHOWABLE]
        if values:
            fields[name] = list(values)
    return fields


class Respondent(RuleBasedStateMachine):
    """One browser with several tabs; `door` and `steps` are shared by all of them."""

    door = None
    steps = 0

    @initialize()
    def begin(self):
        self.browser = self.door.browser()
        page = self.browser.begin()
        self.token = page.hidden("token")
        self.taken, self.left = {}, {}
        self.ended = False
        self.tabs = [(0, page)]
        self.last = None

    # The model

    def path(self):
        walks = self.taken.get(0, {}).get("q1") == "yes"
        return [number for number in range(5) if walks or number in (0, 2, 4)]

    def first_undone(self):
        return next((number for number in self.path() if number not in self.taken), None)

    def place(self):
        if self.ended:
            return "/en/thanks"
        number = self.first_undone()
        return "/en/review" if number is None else f"/en/screen/{number}"

    def following(self, number):
        ahead = [one for one in self.path() if one > number]
        stops = [ahead[0]] if ahead else []
        if self.first_undone() is not None:
            stops.append(self.first_undone())
        return f"/en/screen/{min(stops)}" if stops else "/en/review"

    def keep(self, number, typed):
        self.left[number] = typed

    # What people do

    @rule(data=st.data(), valid=st.sampled_from([True, True, True, False]))
    def send(self, data, valid):
        number, page = data.draw(st.sampled_from(self.tabs))
        typed = data.draw(st.sampled_from((VALID if valid else INVALID)[number]))
        form = self.browser.form(page, **typed)
        self.last = (number, form, typed, valid)
        self.post(*self.last)

    @precondition(lambda self: self.last)
    @rule()
    def send_the_same_again(self):
        self.post(*self.last)

    def post(self, number, form, typed, valid):
        self.count()
        answer = self.browser.post(f"/en/screen/{number}", form)
        if self.ended:
            self.is_too_late(answer, number, typed, valid)
            return
        if number not in self.path():
            self.keep(number, typed)
            assert answer.location == self.place()
        elif valid:
            self.taken[number] = typed
            self.left.pop(number, None)
            assert answer.location == self.following(number)
        else:
            assert answer.status == 422
            assert shown(answer) == expected(typed)
            self.tabs.append((number, answer))
            return
        self.open(answer.location)

    def is_too_late(self, answer, number, typed, valid):
        """What was sent is no correction; anything else is shown, and not taken in silence."""
        if valid and self.taken.get(number) == typed:
            assert answer.location == "/en/thanks"
        else:
            assert (answer.status, shown(answer)) == (409, expected(typed))

    @rule(data=st.data(), valid=st.booleans())
    def back(self, data, valid):
        self.count()
        number, page = data.draw(st.sampled_from(self.tabs))
        typed = data.draw(st.sampled_from((VALID if valid else INVALID)[number]))
        answer = self.browser.send(f"/en/screen/{number}", page, go="back", **typed)
        if self.ended:
            self.is_too_late(answer, number, typed, valid)
            return
        self.keep(number, typed)
        before = [one for one in self.path() if one < number]
        if number not in self.path():
            assert answer.location == self.place()
        else:
            assert answer.location == (f"/en/screen/{before[-1]}" if before else "/en/")
        self.open(answer.location)

    @rule(number=st.integers(0, 4))
    def open_a_tab_or_reload(self, number):
        self.open(f"/en/screen/{number}")

    def open(self, location):
        self.count()
        page = self.browser.get(location)
        if not location.startswith("/en/screen/"):
            return
        number = int(location.rpartition("/")[2])
        undone = self.first_undone()
        ahead = undone is not None and number > undone
        if self.ended or ahead or number not in self.path():
            assert (page.status, page.location) == (303, self.place())
            return
        assert page.status == 200
        assert shown(page) == expected(self.left.get(number, self.taken.get(number, {})))
        self.tabs = [*self.tabs[-3:], (number, page)]

    @rule(data=st.data())
    def send_after_the_session_expired(self, data):
        self.count()
        number, page = data.draw(st.sampled_from(self.tabs))
        typed = data.draw(st.sampled_from(VALID[number]))
        cookies, self.browser.cookies = self.browser.cookies, {}
        answer = self.browser.send(f"/en/screen/{number}", page, **typed)
        self.browser.cookies = cookies
        assert answer.status == 403
        assert shown(answer) == expected(typed)

    @rule()
    def submit(self):
        self.count()
        form = {"token": self.token, "key": "0" * 32}
        answer = self.browser.post("/en/submit", form)
        if self.first_undone() is None:
            self.ended = True
        assert answer.location == self.place()

    def count(self):
        type(self).steps += 1

    @invariant()
    def the_welcome_page_knows_where_to_go_on(self):
        if self.ended:
            assert self.browser.get("/en/review").location == "/en/thanks"


@pytest.mark.trial
@repeated
def test_the_door_agrees_with_the_model_over_thousands_of_steps(tmp_path):
    with OpenDoor(published(tmp_path / "responses.db")) as door:
        Respondent.door, Respondent.steps = door, 0
        run_state_machine_as_test(
            Respondent,
            settings=settings(
                max_examples=STEPS // STEPS_OF_ONE,
                stateful_step_count=STEPS_OF_ONE,
                deadline=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
        assert Respondent.steps >= STEPS
