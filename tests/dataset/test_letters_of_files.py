"""How the letters of a text are written is found out, or doubted: by its bytes and its words."""

import random

import openpyxl
import pytest

from rundfrage.codebook import VariableType
from rundfrage.dataset.files import read_dataset
from rundfrage.dataset.intake.options import Options
from rundfrage.errors import Problem

WORDS = {
    "de": ("Geschlecht;Größe;Zufriedenheit", "männlich;groß;überhaupt nicht zufrieden",
           "weiblich;klein;völlig zufrieden"),
    "fr": ("Êtes-vous;Âge;Région", "très satisfait;35;Île-de-France",
           "plutôt satisfait;47;Provence"),
    "es": ("¿Edad?;Opinión;Región", "34;Quizá mañana;Cataluña", "56;Sí;Andalucía"),
    "pt": ("Opinião;Satisfação", "não;às vezes", "sim;nunca"),
    "pl": ("Płeć;Zgoda", "mężczyzna;zupełnie się nie zgadzam", "kobieta;raczej się zgadzam"),
    "cs": ("Pohlaví;Souhlas", "muž;spíše nesouhlasím", "žena;příliš nesouhlasím"),
    "hu": ("Neme;Válasz", "férfi;egyáltalán nem", "nő;elégedett"),
    "tr": ("Cinsiyet;Katılım", "erkek;hiç katılmıyorum", "kadın;değil şimdi"),
    "ru": ("Пол;Город", "мужской;Москва", "женский;Киев"),
    "uk": ("Стать;Місто", "чоловіча;Київ", "жіноча;Їжакове"),
    "ja": ("性別;満足", "男性;とても満足している", "女性;あまり満足していない"),
    "zh": ("性别;满意", "男性;非常满意的服务", "女性;不太满意的服务"),
}  # fmt: skip
CASES = [
    *[("de", one) for one in ("cp1252", "cp850", "cp437", "mac-roman", "iso8859-15")],
    *[("fr", one) for one in ("cp1252", "cp850", "mac-roman")],
    *[("es", one) for one in ("cp1252", "cp850", "mac-roman")],
    *[("pt", one) for one in ("cp1252", "cp850", "mac-roman")],
    *[("pl", one) for one in ("cp1250", "cp852")],
    *[("cs", one) for one in ("cp1250", "cp852")],
    *[("hu", one) for one in ("cp1250",)],
    *[("tr", one) for one in ("cp1254",)],
    *[("ru", one) for one in ("cp1251", "koi8-r", "cp866")],
    *[("uk", one) for one in ("cp1251",)],
    ("ja", "shift_jis"),
]


def lines(language, times=15):
    names, *rows = WORDS[language]
    return "\r\n".join([names, *rows * times]) + "\r\n"


def read(folder, data, options=None):
    path = folder / "answers.csv"
    path.write_bytes(data)
    return read_dataset(path, options=options or Options())


def names(dataset):
    return ";".join(one.name for one in dataset.codebook.variables)


def encoding(dataset):
    return [str(one.what) for one in dataset.account.conclusions if one.step == "encoding"]


def doubts(dataset):
    return [str(one.found) for one in dataset.account.doubts]


@pytest.mark.parametrize(("language", "letters"), CASES)
def test_letters_of_one_byte_are_told_by_the_words_they_make(tmp_path, language, letters):
    dataset = read(tmp_path, lines(language).encode(letters))
    assert (names(dataset), dataset.n) == (WORDS[language][0], 30)
    assert ["read as" in one for one in doubts(dataset)].count(True) == 1
    said = read(tmp_path, lines(language).encode(letters), Options(encoding=letters))
    assert not any("read as" in one for one in doubts(said))


@pytest.mark.parametrize("letters", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("language", WORDS)
def test_utf_16_without_a_mark_is_known_in_every_script(tmp_path, language, letters):
    dataset = read(tmp_path, lines(language).encode(letters))
    assert (encoding(dataset), names(dataset)) == ([letters], WORDS[language][0])


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("bad", [b"\xff", b"\x80", b"\xc3", b"\xe4"])
def test_a_bad_byte_leaves_utf_8_what_it_is_and_is_named(tmp_path, language, bad):
    data = lines(language).encode("utf-8")
    place = data.index(b"\r", 100)
    dataset = read(tmp_path, data[:place] + bad + data[place:])
    assert (encoding(dataset), names(dataset)) == (["utf-8"], WORDS[language][0])
    line = data[:place].count(b"\n") + 1
    assert f"1 byte is no letter of UTF-8, in line {line}" in doubts(dataset)[0]


@pytest.mark.parametrize("language", ["de", "fr", "es", "pl", "ru", "tr", "ja"])
def test_words_that_were_encoded_twice_are_turned_back_and_doubted(tmp_path, language):
    letters = lines(language)
    twice = letters.encode().decode("cp1252" if language in {"de", "fr", "es"} else "latin-1")
    dataset = read(tmp_path, twice.encode("utf-8"))
    assert names(dataset) == WORDS[language][0]
    assert ["encoded twice" in one for one in doubts(dataset)].count(True) == 1
    plain = read(tmp_path, twice.encode("utf-8"), Options(encoding="utf-8"))
    assert plain.n == dataset.n
    assert names(plain) != WORDS[language][0]
    assert not any("encoded twice" in one for one in doubts(plain))
    said = read(tmp_path, twice.encode("utf-8"), Options(encoding="utf-8-twice"))
    assert names(said) == WORDS[language][0]
    assert not any("encoded twice" in one for one in doubts(said))


def test_a_few_words_encoded_twice_are_doubted_and_turned_back_if_said(tmp_path):
    rows = ["wer,was", *["Jürgen,groß", "JÃ¼rgen,klein"] * 10]
    dataset = read(tmp_path, "\n".join(rows).encode())
    assert doubts(dataset) == ["“JÃ¼rgen” looks like “Jürgen” in an encoding too many."]
    said = read(tmp_path, "\n".join(rows).encode(), Options(encoding="utf-8-twice"))
    assert doubts(said) == []
    assert [one.label.source for one in said.codebook["wer"].categories] == ["Jürgen"]


def test_a_workbook_can_hold_words_encoded_twice_too(tmp_path):
    book = openpyxl.Workbook()
    for row in [("Größe", "Weg"), *[("groß", "Fuß"), ("klein", "Rad")] * 10]:
        book.active.append([word.encode().decode("cp1252") for word in row])
    book.save(tmp_path / "answers.xlsx")
    dataset = read_dataset(tmp_path / "answers.xlsx")
    assert [one.name for one in dataset.codebook.variables] == ["Größe", "Weg"]
    assert len(doubts(dataset)) == 1


def test_honest_letters_are_not_turned(tmp_path):
    dataset = read(tmp_path, "name,sí\nÃngela,Â\nÂngelo,né\n".encode())
    assert names(dataset) == "name;sí"
    assert doubts(dataset) == []
    # Turned back it would be control characters, which are no words.
    (tmp_path / "b.csv").write_text("q1\nÂ\x80Â\x80\nÂ\x80Â\x80\n", encoding="utf-8")
    assert read_dataset(tmp_path / "b.csv").account.doubts == ()


def test_a_scale_of_a_french_dos_file_is_a_scale(tmp_path):
    dataset = read(tmp_path, lines("fr").encode("cp850"))
    assert dataset.codebook["Êtes-vous"].type is VariableType.ORDINAL


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("letters", ["cp950", "gb18030", "euc_kr", "euc_jp", "cp1254", "latin-1"])
def test_any_letters_are_read_or_refused(tmp_path, letters, seed):
    chance = random.Random(seed)
    words = [
        bytes(chance.randrange(160, 255) for _ in range(chance.choice([1, 2, 6]))) for _ in range(8)
    ]
    data = b"q,r\n" + b"\n".join(word + b",1" for word in words * 3)
    sample = data.decode(letters, "ignore").encode(letters, "ignore")
    try:
        assert read(tmp_path, sample).n in {23, 24}
    except Problem as problem:
        assert problem.code in {"file-not-text", "row-ragged"}
