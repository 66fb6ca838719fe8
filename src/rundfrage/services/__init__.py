"""What a person can do with a survey: one typed function each, for every front alike.

A *service* takes a survey (or a file of answers) and typed arguments, returns a frozen result with
its warnings, and raises a Problem. Where it takes long it takes a `progress` that is told its
steps and can cancel it. It prints nothing, reads no environment, and knows no flag and no HTTP.

All of them are listed here, with the types they take and give. Each is imported when it is first
asked for, for they need very different libraries and a front needs few of them at a time.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

SERVICES: Mapping[str, str] = {
    "start_survey": "authoring",
    "check": "authoring",
    "find_paths": "paths",
    "lay_out": "authoring",
    "json_form": "authoring",
    "translate": "translation",
    "print_forms": "paper",
    "publish": "field",
    "write_data_protection": "data_protection",
    "prepare_door": "door",
    "prepare_preview": "door",
    "open_door": "door",
    "invite": "letters",
    "remind": "letters",
    "sample_letters": "mail",
    "needs_key": "levels",
    "require_participation": "levels",
    "hand_out_codes": "codes",
    "draw_qr_code": "codes",
    "forget": "forgetting",
    "forget_everybody": "forgetting",
    "split_key": "key_shares",
    "join_key": "key_shares",
    "restore_key": "key_shares",
    "withdraw": "withdrawal",
    "watch_field": "field",
    "close_field": "field",
    "server_remarks": "server",
    "verify_field": "tampering",
    "export": "exporting",
    "read_logbook": "logbook",
    "appointments": "retirement",
    "retire": "retirement",
    "rehearse": "rehearsal",
    "weigh": "weighting",
    "make_tables": "tabulation",
    "print_tables": "tabulation",
    "write_tables": "tabulation",
    "draft_report": "deck_building",
    "build_deck": "deck",
    "update_deck": "deck_building",
    "audit": "auditing",
    "print_audit": "auditing",
    "write_audit": "auditing",
    "copy_example": "example",
    "inspect": "intake",
    "convert": "data",
    "codebook": "data",
    "edit_codebook": "data",
    "write_codebook": "data",
    "verify": "verification",
}
"""Every service and its module, in the order of a survey's life."""

OPENING: Mapping[str, str] = {
    "open_questionnaire": "survey",
    "open_source": "survey",
    "open_survey": "survey",
    "with_databases": "survey",
}
"""How what services work on is opened."""

QUERIES: Mapping[str, str] = {
    "audit_format": "auditing",
    "require_share": "key_shares",
    "read_share": "key_shares",
    "shares_to_ask_for": "key_shares",
    "formats_of": "edition",
    "printer_of": "tabulation",
    "sources_of": "deck_building",
    "tampering_warning": "tampering",
    "words_for": "tampering",
    "words_for_flaw": "logbook",
}
"""What a front asks before it calls a service: formats by their names, what a deck is made of."""

TYPES: Mapping[str, str] = {
    "AnswerFile": "survey",
    "Source": "survey",
    "Reading": "survey",
    "Inspection": "intake",
    "Account": "intake",
    "Entry": "intake",
    "Codebook": "intake",
    "Survey": "survey",
    "DoorSettings": "settings",
    "MailSettings": "settings",
    "SurveySettings": "settings",
    "Cancelled": "progress",
    "Progress": "progress",
    "Analysis": "analysis",
    "Checked": "authoring",
    "LaidOut": "authoring",
    "Layout": "authoring",
    "Paths": "paths",
    "Translated": "translation",
    "Between": "field",
    "Field": "field",
    "Forgotten": "forgetting",
    "Sharing": "key_shares",
    "Finding": "tampering",
    "Verified": "tampering",
    "Phase": "field",
    "ReadyDoor": "door",
    "Mailed": "letters",
    "Round": "letters",
    "RoundProgress": "letters",
    "SampleLetters": "mail",
    "Handout": "codes",
    "Exported": "exporting",
    "Act": "logbook",
    "Inspected": "logbook",
    "Line": "logbook",
    "Appointment": "retirement",
    "Kept": "deletion",
    "Retired": "retirement",
    "Rehearsal": "rehearsal",
    "Weighing": "weighting",
    "Weights": "weighting",
    "Engine": "tabulation",
    "Tables": "tabulation",
    "Tabulation": "tabulation",
    "BuiltDeck": "edition",
    "Edition": "edition",
    "UpdatedDeck": "edition",
    "Converted": "data",
    "Certificate": "verification",
    "Deviation": "verification",
}
"""What services take and give."""

if TYPE_CHECKING:
    from rundfrage.services.analysis import Analysis as Analysis
    from rundfrage.services.auditing import audit as audit
    from rundfrage.services.auditing import audit_format as audit_format
    from rundfrage.services.auditing import print_audit as print_audit
    from rundfrage.services.auditing import write_audit as write_audit
    from rundfrage.services.authoring import Checked as Checked
    from rundfrage.services.authoring import LaidOut as LaidOut
    from rundfrage.services.authoring import Layout as Layout
    from rundfrage.services.authoring import check as check
    from rundfrage.services.authoring import json_form as json_form
    from rundfrage.services.authoring import lay_out as lay_out
    from rundfrage.services.authoring import start_survey as start_survey
    from rundfrage.services.codes import Handout as Handout
    from rundfrage.services.codes import draw_qr_code as draw_qr_code
    from rundfrage.services.codes import hand_out_codes as hand_out_codes
    from rundfrage.services.data import Converted as Converted
    from rundfrage.services.data import codebook as codebook
    from rundfrage.services.data import convert as convert
    from rundfrage.services.data import edit_codebook as edit_codebook
    from rundfrage.services.data import write_codebook as write_codebook
    from rundfrage.services.data_protection import (
        write_data_protection as write_data_protection,
    )
    from rundfrage.services.deck import build_deck as build_deck
    from rundfrage.services.deck_building import draft_report as draft_report
    from rundfrage.services.deck_building import sources_of as sources_of
    from rundfrage.services.deck_building import update_deck as update_deck
    from rundfrage.services.deletion import Kept as Kept
    from rundfrage.services.door import ReadyDoor as ReadyDoor
    from rundfrage.services.door import open_door as open_door
    from rundfrage.services.door import prepare_door as prepare_door
    from rundfrage.services.door import prepare_preview as prepare_preview
    from rundfrage.services.edition import BuiltDeck as BuiltDeck
    from rundfrage.services.edition import Edition as Edition
    from rundfrage.services.edition import UpdatedDeck as UpdatedDeck
    from rundfrage.services.edition import formats_of as formats_of
    from rundfrage.services.example import copy_example as copy_example
    from rundfrage.services.exporting import Exported as Exported
    from rundfrage.services.exporting import export as export
    from rundfrage.services.field import Between as Between
    from rundfrage.services.field import Field as Field
    from rundfrage.services.field import Phase as Phase
    from rundfrage.services.field import close_field as close_field
    from rundfrage.services.field import publish as publish
    from rundfrage.services.field import watch_field as watch_field
    from rundfrage.services.forgetting import Forgotten as Forgotten
    from rundfrage.services.forgetting import forget as forget
    from rundfrage.services.forgetting import forget_everybody as forget_everybody
    from rundfrage.services.intake import Account as Account
    from rundfrage.services.intake import Codebook as Codebook
    from rundfrage.services.intake import Entry as Entry
    from rundfrage.services.intake import Inspection as Inspection
    from rundfrage.services.intake import inspect as inspect
    from rundfrage.services.key_shares import Sharing as Sharing
    from rundfrage.services.key_shares import join_key as join_key
    from rundfrage.services.key_shares import read_share as read_share
    from rundfrage.services.key_shares import require_share as require_share
    from rundfrage.services.key_shares import restore_key as restore_key
    from rundfrage.services.key_shares import shares_to_ask_for as shares_to_ask_for
    from rundfrage.services.key_shares import split_key as split_key
    from rundfrage.services.letters import Mailed as Mailed
    from rundfrage.services.letters import Round as Round
    from rundfrage.services.letters import RoundProgress as RoundProgress
    from rundfrage.services.letters import invite as invite
    from rundfrage.services.letters import remind as remind
    from rundfrage.services.levels import needs_key as needs_key
    from rundfrage.services.levels import require_participation as require_participation
    from rundfrage.services.logbook import Act as Act
    from rundfrage.services.logbook import Inspected as Inspected
    from rundfrage.services.logbook import Line as Line
    from rundfrage.services.logbook import read_logbook as read_logbook
    from rundfrage.services.logbook import words_for_flaw as words_for_flaw
    from rundfrage.services.mail import SampleLetters as SampleLetters
    from rundfrage.services.mail import sample_letters as sample_letters
    from rundfrage.services.paper import print_forms as print_forms
    from rundfrage.services.paths import Paths as Paths
    from rundfrage.services.paths import find_paths as find_paths
    from rundfrage.services.progress import Cancelled as Cancelled
    from rundfrage.services.progress import Progress as Progress
    from rundfrage.services.rehearsal import Rehearsal as Rehearsal
    from rundfrage.services.rehearsal import rehearse as rehearse
    from rundfrage.services.retirement import Appointment as Appointment
    from rundfrage.services.retirement import Retired as Retired
    from rundfrage.services.retirement import appointments as appointments
    from rundfrage.services.retirement import retire as retire
    from rundfrage.services.server import server_remarks as server_remarks
    from rundfrage.services.settings import DoorSettings as DoorSettings
    from rundfrage.services.settings import MailSettings as MailSettings
    from rundfrage.services.settings import SurveySettings as SurveySettings
    from rundfrage.services.survey import AnswerFile as AnswerFile
    from rundfrage.services.survey import Reading as Reading
    from rundfrage.services.survey import Source as Source
    from rundfrage.services.survey import Survey as Survey
    from rundfrage.services.survey import open_questionnaire as open_questionnaire
    from rundfrage.services.survey import open_source as open_source
    from rundfrage.services.survey import open_survey as open_survey
    from rundfrage.services.survey import with_databases as with_databases
    from rundfrage.services.tabulation import Engine as Engine
    from rundfrage.services.tabulation import Tables as Tables
    from rundfrage.services.tabulation import Tabulation as Tabulation
    from rundfrage.services.tabulation import make_tables as make_tables
    from rundfrage.services.tabulation import print_tables as print_tables
    from rundfrage.services.tabulation import printer_of as printer_of
    from rundfrage.services.tabulation import write_tables as write_tables
    from rundfrage.services.tampering import Finding as Finding
    from rundfrage.services.tampering import Verified as Verified
    from rundfrage.services.tampering import tampering_warning as tampering_warning
    from rundfrage.services.tampering import verify_field as verify_field
    from rundfrage.services.tampering import words_for as words_for
    from rundfrage.services.translation import Translated as Translated
    from rundfrage.services.translation import translate as translate
    from rundfrage.services.verification import Certificate as Certificate
    from rundfrage.services.verification import Deviation as Deviation
    from rundfrage.services.verification import verify as verify
    from rundfrage.services.weighting import Weighing as Weighing
    from rundfrage.services.weighting import Weights as Weights
    from rundfrage.services.weighting import weigh as weigh
    from rundfrage.services.withdrawal import withdraw as withdraw
else:

    def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever is listed under that name
        """The service or type of that name, imported when it is first asked for."""
        lists = (SERVICES, OPENING, QUERIES, TYPES)
        module = next((one[name] for one in lists if name in one), None)
        if module is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{module}"), name)
