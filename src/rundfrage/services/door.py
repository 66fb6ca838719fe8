"""The public door made ready: whatever could keep it shut is looked at before it opens."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from rundfrage.errors import Problem
from rundfrage.fieldwork.journal import Journal, Version
from rundfrage.fieldwork.participation import open_participation, refuse_one_database
from rundfrage.fieldwork.participation.blind import SIGNING_KEY, read_signer
from rundfrage.fieldwork.period import now
from rundfrage.fieldwork.publication import publish
from rundfrage.kinds import KINDS, read_questionnaire
from rundfrage.locales import message
from rundfrage.look.theme_file import FILE, read_theme
from rundfrage.questionnaire.folder import questionnaire_file
from rundfrage.questionnaire.model import Participation, Questionnaire
from rundfrage.questionnaire.versions.canonical import canonical
from rundfrage.respond.embedding import embedder_of, require_embeddable
from rundfrage.respond.lines import MOST_LINES, lines_of_process
from rundfrage.respond.pages.style import DEFAULT_ACCENT, style_of
from rundfrage.respond.serve import Address, require_free, serve
from rundfrage.respond.settings import Settings, origin_of
from rundfrage.services.field import note_publishing, period_of, sound_questionnaire
from rundfrage.services.journal import with_new_journal
from rundfrage.services.levels import level_of, questionnaire_of, version_in_field
from rundfrage.services.logbook import Act, note_if_writable
from rundfrage.services.site import origin_at
from rundfrage.services.survey import Survey


@dataclass(frozen=True)
class ReadyDoor:
    """A door that can be opened, and what its owner should know of it.

    `published` is what had to be published for it; `outdated` is the number of the version it
    serves, if the questionnaire says something else by now. `origin` is where respondents find it,
    `warnings` tell why nobody could begin today.
    """

    settings: Settings
    address: Address
    published: Version | None = None
    outdated: int | None = None
    warnings: tuple[Problem, ...] = ()

    @property
    def origin(self) -> str:
        """Where respondents find it."""
        return self.settings.origin or f"http://localhost:{self.address.port}"

    @property
    def stores(self) -> bool:
        """False for a preview."""
        return not self.settings.preview


def prepare_preview(survey: Survey) -> ReadyDoor:
    """The door of the questionnaire as it is; what is entered there is not stored.

    Raises a Problem if `check` finds an error in it, or if its address is taken.
    """
    listening, shown = _listening(survey)
    questionnaire = sound_questionnaire(survey)
    settings = Settings("", listening.port, shown, preview=canonical(questionnaire))
    return _door(survey, settings, replace(listening, workers=1), questionnaire.participation)


def prepare_door(survey: Survey) -> ReadyDoor:
    """The door of the version in the field; the questionnaire is published if none was.

    Raises a Problem if the door couldn't be opened; nothing is published then. So all that could
    keep it shut is looked at first: its port, keys, databases, pages that may embed it, colour.
    """
    listening, shown = _listening(survey)
    journal = survey.journal
    settings = Settings(journal, listening.port, shown)
    version = version_in_field(journal)
    # Once a version is in the field, the file may be at work: nothing in it keeps the door shut.
    if version is not None:
        door = _of_the_field(survey, settings, listening, level_of(version))
        return replace(
            door,
            outdated=version.number if _changed(survey, version) else None,
            warnings=(
                *door.warnings,
                *period_of(survey, questionnaire_of(version)).warnings(now(), str(survey.path)),
                *_unnoted(survey, version),
            ),
        )
    first = sound_questionnaire(survey)
    door = _of_the_field(survey, settings, listening, first.participation)
    early = period_of(survey, first).warnings(now(), str(questionnaire_file(survey.path)))
    door = replace(door, warnings=(*door.warnings, *early))
    published = _published(survey, first)
    # Where another process was faster, the door is that of its version, of whatever level.
    if published is None:
        return prepare_door(survey)
    warnings = (*door.warnings, *_unnoted(survey, published))
    return replace(door, published=published, warnings=warnings)


def open_door(door: ReadyDoor, opened: Callable[[], None]) -> None:
    """Serve until the process is told to stop; `opened` is called as soon as somebody can come."""
    serve(door.settings, door.address, opened)


def _listening(survey: Survey) -> tuple[Address, str]:
    """Where the door listens, and where respondents find it; raises a Problem if that is taken."""
    said = survey.settings.door
    shown = origin_of(said.origin) if said.origin else origin_at(said.host, said.port)
    for one in said.embed:
        embedder_of(one)
    address = Address(said.host, said.port, said.workers)
    # Nothing is published for a door that can't open.
    require_free(address)
    return address, shown


def _of_the_field(
    survey: Survey, settings: Settings, address: Address, level: Participation
) -> ReadyDoor:
    """A door that stores; raises a Problem if anything that it needs can't be used."""
    return _door(survey, _with_participation(survey, settings, level), address, level)


def _door(survey: Survey, settings: Settings, address: Address, level: Participation) -> ReadyDoor:
    embedders = tuple(embedder_of(one) for one in survey.settings.door.embed)
    settings = replace(
        settings,
        accent=_accent(survey),
        embedders=embedders,
        grace=survey.settings.door.grace,
        pause=survey.settings.door.pause,
        once=survey.settings.door.once,
        proof_of_work=survey.settings.door.proof_of_work,
        lines=lines_of_process(),
    )
    if embedders:
        require_embeddable(settings, level)
    return ReadyDoor(settings, address, warnings=tuple(_few_lines(settings.lines)))


def _few_lines(lines: int) -> Iterator[Problem]:
    """A warning if a process can hold fewer connections than it is made for."""
    if lines < MOST_LINES:
        yield Problem(
            "few-connections",
            found=message("A process may hold only {lines} connections at once.", lines=lines),
            expected=message("room for {most}, so that nobody shuts others out.", most=MOST_LINES),
            mend=message("Allow it more files: LimitNOFILE=16384 in the service's unit."),
            severity="warning",
        )


def _accent(survey: Survey) -> str:
    """The primary colour of the survey's theme; raises a Problem if white can't be read on it."""
    theme = survey.folder / FILE
    accent = read_theme(theme).primary if theme.is_file() else DEFAULT_ACCENT
    style_of(accent)
    return accent


def _with_participation(survey: Survey, settings: Settings, level: Participation) -> Settings:
    """The settings with what the level needs; raises a Problem if that can't be used."""
    if level is Participation.OPEN:
        return settings
    invited = survey.participation
    refuse_one_database(settings.journal, invited)
    _try_participation(survey, invited)
    key = survey.joined or str(survey.key)
    settings = replace(settings, participation=invited, participation_key=key)
    if level is not Participation.BLIND:
        return settings
    signing_key = survey.folder / SIGNING_KEY
    read_signer(signing_key)
    return replace(settings, signing_key=str(signing_key))


def _unnoted(survey: Survey, version: Version) -> Iterator[Problem]:
    """Note that the door opens; a warning if that can't be noted, for it opens all the same."""
    warning = note_if_writable(survey, Act.SERVE, version.name)
    if warning is not None:
        yield warning


def _published(survey: Survey, questionnaire: Questionnaire) -> Version | None:
    """The version that the questionnaire became; None if another process has just published one."""

    async def work(journal: Journal) -> Version | None:
        if await journal.versions():
            return None
        noting = note_publishing(survey)
        return (await publish(journal, questionnaire, KINDS, announce=noting)).version

    return with_new_journal(survey.journal, work)


def _changed(survey: Survey, version: Version) -> bool:
    """Whether the questionnaire says something else by now, or can't be read."""
    try:
        return canonical(read_questionnaire(survey.path)) != version.content
    except Problem:
        return True


def _try_participation(survey: Survey, address: str) -> None:
    """Raise a Problem if invitations and codes can't be looked up."""

    async def work() -> None:
        register = open_participation(address, survey.key_or_file)
        try:
            await register.counts()
        finally:
            await register.shut()

    asyncio.run(work())
