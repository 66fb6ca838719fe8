"""Headers arrive as they were written, in every script, however mail programs fold them."""

import email
from email.header import decode_header, make_header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proofs import examples
from rundfrage.fieldwork.invitations.mail_headers import letter_policy

TITLES = {
    "ar": "كيف ترون حياتكم في الحي بعد خمس سنوات من البداية وماذا تتمنون للمستقبل",
    "de": "Zufriedenheit der Beschäftigten mit Führung – Befragung 2026 für alle Ämter im Bezirk",
    "fr": "Enquête auprès des habitantes et habitants de Genève – édition 2026, deuxième vague",
    "ru": "Опрос о качестве жизни в районе и о том, что следует улучшить в ближайшие годы",
    "zh": "关于本社区生活质量以及未来几年应当改进之处的问卷调查，请您务必参加并告诉我们您的看法",
    "en": "A plain title",
}
LETTERS = "abÄ漢ع-–.,:;\"'_ <>@()[]\\éß😀"
titles = st.text(LETTERS, min_size=1, max_size=200).map(
    lambda words: " ".join(words.split()) or "x"
)


def written(title, policy, to="a@example.org"):
    message = EmailMessage(policy=policy)
    message["Subject"] = title
    message["From"] = Address(title, addr_spec="team@example.org")
    message["To"] = to
    message.set_content("Grüße\n")
    return bytes(message)


def arrived(octets, name):
    """The header as RFC 2047 has it read."""
    header = email.message_from_bytes(octets)[name]
    return str(make_header(decode_header(header.replace("\r\n", ""))))


def test_python_loses_blanks_between_encoded_words():
    lost = [one for one in TITLES.values() if arrived(written(one, SMTP), "Subject") != one]
    # The control: were it none, our own folding would have no use any more.
    assert lost


@pytest.mark.parametrize("to", ["a@example.org", "ü@example.org"], ids=["ascii", "letters"])
@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES.keys())
def test_a_title_arrives_as_subject_and_as_the_name_of_the_sender(title, to):
    octets = written(title, letter_policy(to), to)
    assert arrived(octets, "Subject") == title
    assert arrived(octets, "From") == f"{title} <team@example.org>"
    assert f"To: {to}\r\n".encode() in octets
    assert max(map(len, octets.split(b"\r\n"))) <= 78


@examples(200)
@given(titles)
def test_every_title_arrives(title):
    assert arrived(written(title, letter_policy("a@example.org")), "Subject") == title
