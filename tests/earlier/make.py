"""Make what the tests of this folder open: surveys in the middle of their fields, by a checkout.

Run it with `python tests/earlier/make.py CHECKOUT FOLDER`. Everything is made by that checkout's
own commands and over HTTP, with the answers of answers.py; secrets are drawn, so no two runs give
the same bytes. It needs PostgreSQL. What is made is described in README.md.
"""

from __future__ import annotations

import base64
import csv
import json
import secrets
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from answers import TOO_YOUNG, answers, begun  # noqa: E402 - found by the line above
from checkout import Checkout, Door  # noqa: E402
from cryptography.hazmat.primitives import hashes, serialization  # noqa: E402
from cryptography.hazmat.primitives.asymmetric import padding  # noqa: E402
from pptx import Presentation  # noqa: E402
from respondent import Respondent  # noqa: E402

import postgresql  # noqa: E402
from mail_server import PASSWORD, MailServer  # noqa: E402

SITE = "https://town.example.org"
TITLE = "People like it here"
PEOPLE = "people.json"
STATUS = "status.txt"
FIRST = (
    ("- [ ] pool: A swimming pool", "- [ ] bus: A bus stop"),
    ("How do you mostly travel?", "How do you travel?"),
)
"""What the first version says otherwise: an option that is taken out later, and other words."""


class Story:
    """One survey folder, and who takes part in it."""

    def __init__(self, checkout: Checkout, folder: Path, level: str) -> None:
        self.checkout = checkout
        self.folder = folder
        self.level = level
        shutil.copytree(HERE / "survey", folder)
        self.final = (folder / "questionnaire.md").read_text("utf-8")
        self.final = self.final.replace("participation: exchange", f"participation: {level}")
        self.running: dict[str, dict] = {}
        self.passes: list[str] = []

    def write(self, *changes: tuple[str, str]) -> None:
        """Write the questionnaire, so changed."""
        text = self.final
        for now, before in changes:
            assert now in text
            text = text.replace(now, before)
        (self.folder / "questionnaire.md").write_text(text, "utf-8")

    def invite(self, *options: str) -> None:
        """Send letters, and keep the token of each."""
        with tempfile.TemporaryDirectory() as folder, MailServer(Path(folder)) as server:
            environment = {
                "SSL_CERT_FILE": str(server.certificate),
                "RUNDFRAGE_SMTP_PASSWORD": PASSWORD,
            }
            self.checkout.run(
                "invite", self.folder, self.folder / "addresses.csv", "--origin", SITE,
                "--smtp", f"localhost:{server.port}", "--from", "town@example.org",
                "--per-minute", "60000", *options, environment=environment,
            )  # fmt: skip
            for _, letter in server.letters:
                found = letter.get_content().partition(f"{SITE}/in/")[2]
                self.passes.append(found.split()[0])

    def enter(self, door: Door, language: str = "en") -> Respondent:
        """Somebody begins an interview with a pass of their own."""
        person, pass_ = Respondent(door.port), self.passes.pop()
        if self.level == "codes":
            person.begin(language, code=pass_)
        elif self.level == "blind":
            person.begin(language, ticket=self.ticket(person, pass_))
        else:
            person.begin(language, token=pass_)
        assert person.place.endswith("/screen/0"), person.page.words
        return person

    def ticket(self, person: Respondent, token: str) -> str:
        """A ticket by RFC 9474. What the browser's script encodes, the signing key lets us take."""
        pem = (self.folder / "participation.pem").read_bytes()
        key = serialization.load_pem_private_key(pem, None)
        n, size = key.public_key().public_numbers().n, key.key_size // 8
        message = secrets.token_bytes(48)
        signature = key.sign(
            message, padding.PSS(mgf=padding.MGF1(hashes.SHA384()), salt_length=48), hashes.SHA384()
        )
        taking = secrets.randbelow(n - 2) + 2
        blinded = pow(int.from_bytes(signature, "big") * taking, 65537, n)
        welcome = person.get(f"/in/{token}/en/")
        form = {name: welcome.hidden(name) for name in ("token", "invitation")}
        signed = person.post("/en/sign", **form, blinded=_text(blinded.to_bytes(size, "big")))
        octets = base64.urlsafe_b64decode(signed.html + "==")
        unblinded = int.from_bytes(octets, "big") * pow(taking, -1, n) % n
        assert unblinded.to_bytes(size, "big") == signature
        return _text(message + signature)

    def complete(self, door: Door, *numbers: int, language: str = "en") -> None:
        """These respondents answer all and send it."""
        for number in numbers:
            person = self.enter(door, language)
            person.answer(answers(number))
            assert person.place.endswith("/review"), person.page.words
            person.finish()
            assert person.place.endswith("/thanks")

    def screened_out(self, door: Door) -> None:
        """Somebody is too young."""
        person = self.enter(door)
        assert "16 and older" in person.answer(TOO_YOUNG).words

    def break_off(self, door: Door, name: str, number: int, screens: int) -> None:
        """Somebody answers some screens and will go on another day."""
        person = self.enter(door)
        person.answer(begun(number, screens))
        self.running[name] = {
            "cookies": person.cookies, "place": person.place, "number": number, "screens": screens
        }  # fmt: skip

    def note(self, **more: object) -> None:
        """Write down who can go on, and which passes nobody has used."""
        people = {"running": self.running, "unused": self.passes, **more}
        (self.folder / PEOPLE).write_text(json.dumps(people, indent=1) + "\n", "utf-8")

    def both_versions(self, *options: str, journal: tuple[str, ...]) -> None:
        """Fifteen people complete two versions, two are screened out, three will go on."""
        self.checkout.run("publish", self.folder, *journal)
        with self.checkout.serve(self.folder, *options) as door:
            self.complete(door, *range(6))
            # Whoever has a bus stop near home loses that answer with the second version.
            person = self.enter(door)
            person.answer({**answers(6), 2: {"q2": ["bus"]}})
            person.finish()
            self.screened_out(door)
            self.break_off(door, "of the first version", 7, 2)
        self.write()
        self.checkout.run("publish", self.folder, "--accept", "q2", *journal)
        with self.checkout.serve(self.folder, *options) as door:
            self.complete(door, *range(8, 15), language="de")
            self.complete(door, 15)
            self.screened_out(door)
            self.break_off(door, "at the first page", 16, 0)
            self.break_off(door, "at the last page", 17, 4)


def _text(octets: bytes) -> str:
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()


def town(checkout: Checkout, folder: Path) -> None:
    """A field in the middle, on SQLite, with all that was made of it; and the same killed."""
    story = Story(checkout, folder / "town", "exchange")
    story.write(*FIRST)
    story.invite()
    story.both_versions(journal=())
    story.note()
    survey = story.folder
    (survey / STATUS).write_text(checkout.run("status", survey), "utf-8")
    checkout.run("export", survey)
    checkout.run("weight", survey, "--targets", survey / "margins.csv")
    for name, words in (("tables", ()), ("weighted", ("--weight", "weight"))):
        out = survey / f"{name}.json"
        checkout.run("tables", survey, "--format", "json", "-o", out, *words)
    checkout.run("report", survey)
    edited = Presentation(str(survey / "out" / "report.pptx"))
    edited.slides[2].shapes.title.text_frame.text = TITLE
    edited.save(str(survey / "edited.pptx"))
    for name in ("report.pdf", "report.html", "weighting.pdf", "weighting.html"):
        (survey / "out" / name).unlink()

    killed = folder / "killed"
    killed.mkdir()
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / "town"
        shutil.copytree(survey, copy)
        story.folder = copy
        with checkout.serve(copy) as door:
            story.complete(door, 18)
            story.running = {}
            story.break_off(door, "when the server was killed", 19, 3)
            door.kill()
        story.note()
        for name in ("responses.db", "responses.db-wal", "participation.db", PEOPLE):
            shutil.copy(copy / name, killed / name)
        (killed / STATUS).write_text(checkout.run("status", copy), "utf-8")


def on_postgresql(checkout: Checkout, folder: Path) -> None:
    """The same field in PostgreSQL, as SQL that makes both databases."""
    server = postgresql.Server().start()
    try:
        journal, people = server.database(), server.database()
        with tempfile.TemporaryDirectory() as place:
            story = Story(checkout, Path(place) / "town", "exchange")
            story.write(*FIRST)
            story.invite("--journal", journal, "--participation", people)
            options = ("--journal", journal, "--participation", people)
            story.both_versions(*options, journal=("--journal", journal))
            story.note()
            (folder / "postgresql").mkdir()
            said = checkout.run("status", story.folder, *options)
            (story.folder / STATUS).write_text(said, "utf-8")
            for name in ("participation.key", PEOPLE, STATUS):
                shutil.copy(story.folder / name, folder / "postgresql" / name)
        for name, address in (("responses", journal), ("participation", people)):
            (folder / "postgresql" / f"{name}.sql").write_text(_dump(address), "utf-8")
    finally:
        server.remove()


def _dump(address: str) -> str:
    """The database as statements that any client can execute; pg_dump's own commands left out."""
    program = postgresql.programs() / "pg_dump"
    options = ["--inserts", "--no-owner", "--no-privileges"]
    done = subprocess.run(
        [program, *options, address], check=True, capture_output=True, text=True
    ).stdout
    lines = [line for line in done.splitlines() if not line.startswith(("\\", "--"))]
    return "".join(f"{line}\n" for line in lines if line)


def other_level(checkout: Checkout, folder: Path, level: str) -> None:
    """A small field of the level: two completed, one to go on, passes that nobody has used."""
    story = Story(checkout, folder / level, level)
    story.write()
    if level == "codes":
        table = folder / "codes.csv"
        words = ("--origin", SITE, "--codes", "5", "--csv", table)
        checkout.run("invite", story.folder, *words)
        with table.open(newline="", encoding="utf-8") as file:
            story.passes = [row["code"] for row in csv.DictReader(file)]
        table.unlink()
    else:
        story.invite()
    checkout.run("publish", story.folder)
    with checkout.serve(story.folder) as door:
        used = story.passes[-1]
        story.complete(door, 0, 1)
        story.break_off(door, "half way", 2, 2)
        more = {}
        if level == "blind":
            more["ticket"] = story.ticket(Respondent(door.port), story.passes.pop())
    story.passes = story.passes[:2]
    story.note(used=used, **more)
    (story.folder / STATUS).write_text(checkout.run("status", story.folder), "utf-8")
    keep = {
        "responses.db", "participation.db", "participation.key", "participation.pem", PEOPLE, STATUS
    }  # fmt: skip
    for made in list(story.folder.iterdir()):
        if made.name not in keep:
            shutil.rmtree(made) if made.is_dir() else made.unlink()


def main(checkout: Path, folder: Path) -> None:
    """Make everything of the checkout in the folder, which must not be there yet."""
    folder.mkdir(parents=True)
    theirs = Checkout(checkout)
    town(theirs, folder)
    on_postgresql(theirs, folder)
    for level in ("codes", "blind"):
        other_level(theirs, folder, level)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
