"""Answers that stay in an engine: which files or table, and the codebook that explains them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from rundfrage.codebook import Codebook
from rundfrage.codebook.json import from_file
from rundfrage.dataset.files import codebook_beside
from rundfrage.dataset.files.parquet import recognises, stored_codebook
from rundfrage.errors import Problem, Where
from rundfrage.kinds import read_questionnaire
from rundfrage.locales import message, verbatim
from rundfrage.questionnaire.measure import codebook_of
from rundfrage.services.answers import ANSWERS, SIMULATED
from rundfrage.stats.engine import ParquetFiles, table_at
from rundfrage.tables.stored import StoredAnswers

EMBEDDED = "duckdb"
_POSTGRESQL = "postgresql://"
_SUFFIX = ".parquet"


def stored_answers(source: Path, engine: str, table: str) -> StoredAnswers:
    """The answers of `source`, a survey folder, Parquet or a codebook, as the engine reads them.

    Parquet is a file, or a folder of files as engines write them; of a database `source` gives the
    codebook only, and `table` the answers. Raises a Problem if one of them is not there.
    """
    address = engine_address(engine)
    remote = address.startswith(_POSTGRESQL)
    book, files = _codebook(source, remote=remote)
    if remote or files is None:
        return StoredAnswers(book, table_at(address, table))
    if address == EMBEDDED:
        return StoredAnswers(book, ParquetFiles(files))
    return StoredAnswers(book, table_at(address, str(files.absolute())))


def lies_in_parts(source: Path) -> bool:
    """True for a folder of Parquet files, and a survey folder whose answers are one.

    Files lie in it directly, or in the folders of a partition: region=north.
    """
    if (source / "questionnaire.md").is_file():
        return (source / f"{ANSWERS}{_SUFFIX}").is_dir()
    if not source.is_dir():
        return False
    return any(
        one.suffix == _SUFFIX or (one.is_dir() and "=" in one.name) for one in source.iterdir()
    )


def engine_address(engine: str) -> str:
    """The address in full: spark alone is Spark on this machine."""
    if engine == "spark":
        return "spark://local[*]"
    return engine.replace("postgres://", _POSTGRESQL) if engine.startswith("postgres:") else engine


def _codebook(source: Path, *, remote: bool) -> tuple[Codebook, Path | None]:
    """The codebook, and where the Parquet files are; a database needs none."""
    if (source / "questionnaire.md").is_file():
        book = codebook_of(read_questionnaire(source))
        if remote:
            return book, None
        for stem in (ANSWERS, SIMULATED):
            files = source / f"{stem}{_SUFFIX}"
            if files.exists():
                study = replace(book.study, simulated=book.study.simulated or stem == SIMULATED)
                return replace(book, study=study), files
        raise Problem(
            "no-parquet",
            where=Where(str(source)),
            found=message("The survey has no answers{suffix}, which engines read.", suffix=_SUFFIX),
            expected=message(
                "a file or a folder answers{suffix} beside questionnaire.md.", suffix=_SUFFIX
            ),
            mend=message("Convert the answers to Parquet."),
            subject=str(source / f"{ANSWERS}{_SUFFIX}"),
        )
    if remote and source.suffix == ".json" and source.is_file():
        return from_file(source), None
    if not source.exists():
        raise Problem(
            "no-such-file",
            where=Where(str(source)),
            found=message("There is no such file or folder."),
            expected=message("a survey folder, or Parquet files."),
            mend=message("Check the name."),
        )
    if source.is_file() and not recognises(source):
        raise Problem(
            "no-parquet",
            where=Where(str(source)),
            found=message("This is no Parquet file, and engines read nothing else."),
            expected=message("a file or a folder of Parquet."),
            mend=message("Convert the answers to Parquet."),
            subject=str(source.with_suffix(_SUFFIX)),
        )
    # The files of a folder say what they are, all the same; the codebook may lie beside the folder.
    parts = sorted(source.rglob(f"*{_SUFFIX}")) if source.is_dir() else [source]
    beside = codebook_beside(source)
    if beside.is_file():
        return from_file(beside), source
    found = stored_codebook(parts[0]) if parts and parts[0].is_file() else None
    for other in parts[1:]:
        if stored_codebook(other) != found:
            raise Problem(
                "codebooks-differ",
                where=Where(str(source)),
                found=message(
                    "{one} and {other} have different codebooks.",
                    one=verbatim(parts[0].name),
                    other=verbatim(other.name),
                ),
                expected=message("files of the same answers, with one codebook."),
                mend=message(
                    "Convert all of them by one codebook, or lay it beside the folder as {name}.",
                    name=beside.name,
                ),
            )
    if found is None:
        raise Problem(
            "no-codebook",
            where=Where(str(source)),
            found=message("Nothing says what the columns mean."),
            expected=message(
                "a codebook within the Parquet file, or {name} beside it.", name=beside.name
            ),
            mend=message(
                "Convert the answers with their codebook, name the survey's folder, or have "
                "a codebook written from a part of the answers."
            ),
        )
    return found, source
