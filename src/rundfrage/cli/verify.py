"""`rundfrage verify`: a certificate that the installed engine agrees with R."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Annotated, Any

import typer

from rundfrage import services
from rundfrage.cli.console import bar
from rundfrage.cli.language import localised
from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.locales import message

_FORMATS = ("text", "json")
_MOST = 20


def verify(
    *,
    format: Annotated[  # noqa: A002  (the option's name)
        str,
        typer.Option(help=message("How the certificate is printed: text or json.")),
    ] = "text",
    engine: Annotated[
        str,
        typer.Option(
            help=message(
                "The engine to verify: duckdb, spark, spark://host:port, or "
                "postgresql://user@host/database."
            )
        ),
    ] = "duckdb",
) -> None:
    """Compare every statistic with figures that R's package survey computed."""
    if format not in _FORMATS:
        raise Problem(
            "unknown-format",
            where=Where(argument="format"),
            found=message("There is no certificate as {format}.", format=repr(format)),
            expected=message("text or json."),
            mend=did_you_mean(format, _FORMATS) or message("Choose one of these."),
        )
    with bar() as progress:
        certificate = services.verify(engine, progress)
    if format == "json":
        typer.echo(json.dumps(_document(certificate), indent=2, ensure_ascii=False))
    else:
        typer.echo("\n".join(map(localised, _lines(certificate))))
    if not certificate.agrees:
        raise typer.Exit(1)


def _lines(certificate: services.Certificate) -> list[str]:
    wrong = [one for one in certificate.deviations if not one.within]
    lines: list[str] = [
        message("Agrees: yes") if certificate.agrees else message("Agrees: NO"),
        message("Values compared: {count}", count=len(certificate.deviations)),
    ]
    for kind, tolerance in _tolerances(certificate).items():
        largest = certificate.largest(tolerance)
        if largest is not None:
            number = sum(one.tolerance == tolerance for one in certificate.deviations)
            lines.append(
                message(
                    "{kind}: {number} values, largest deviation {deviation} of {tolerance} "
                    "({name})",
                    kind=kind,
                    number=number,
                    deviation=f"{largest.relative:.1e}",
                    tolerance=f"{tolerance:.0e}",
                    name=_name(largest),
                )
            )
    lines += [
        message("Reference: {versions}", versions=_versions(certificate.reference)),
        message("Engine: {engine}", engine=certificate.engine),
        message("Versions: {versions}", versions=_versions(certificate.versions)),
    ]
    lines += [
        message(
            "Off by {deviation}: {name}: {found} for {expected}",
            deviation=f"{one.relative:.1e}",
            name=_name(one),
            found=repr(one.found),
            expected=repr(one.expected),
        )
        for one in wrong[:_MOST]
    ]
    if len(wrong) > _MOST:
        lines.append(message("… and {count} more.", count=len(wrong) - _MOST))
    return lines


def _tolerances(certificate: services.Certificate) -> dict[str, float]:
    known = sorted({one.tolerance for one in certificate.deviations})
    names = (message("Closed forms"), message("Iterated in R"))
    return {names[one != known[0]]: one for one in known}


def _versions(versions: Mapping[str, str]) -> str:
    return ", ".join(f"{name} {number}" for name, number in versions.items())


def _name(one: services.Deviation) -> str:
    said = json.loads(one.arguments)
    values = " ".join(str(value) for value in said.values())
    label = " " + "/".join(one.label) if one.label else ""
    return f"{one.design} {one.statistic} {values}{label} {one.quantity}"


def _document(certificate: services.Certificate) -> dict[str, Any]:
    largest = {
        f"{tolerance:g}": None if (one := certificate.largest(tolerance)) is None else one.relative
        for tolerance in _tolerances(certificate).values()
    }
    return {
        "agrees": certificate.agrees,
        "compared": len(certificate.deviations),
        "largest_deviation_by_tolerance": largest,
        "reference": dict(certificate.reference),
        "engine": certificate.engine,
        "versions": dict(certificate.versions),
        "off": [
            {
                "value": _name(one),
                "expected": one.expected,
                "found": one.found,
                "deviation": one.relative,
            }
            for one in certificate.deviations
            if not one.within
        ],
    }
