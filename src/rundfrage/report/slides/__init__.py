"""The list of all kinds of slides, in the order in which a draft asks them what they show."""

from __future__ import annotations

from collections.abc import Sequence

from rundfrage.report.section.model import SlideKind
from rundfrage.report.slides.chart import ChartKind
from rundfrage.report.slides.compare import CompareKind
from rundfrage.report.slides.figures import FiguresKind
from rundfrage.report.slides.headline import HeadlineKind
from rundfrage.report.slides.ledger import LedgerKind
from rundfrage.report.slides.map import MapKind
from rundfrage.report.slides.method import MethodKind
from rundfrage.report.slides.multiples import MultiplesKind
from rundfrage.report.slides.pair import PairKind
from rundfrage.report.slides.quote import QuoteKind
from rundfrage.report.slides.quotes import QuotesKind
from rundfrage.report.slides.section import SectionKind
from rundfrage.report.slides.statement import StatementKind
from rundfrage.report.slides.summary import SummaryKind
from rundfrage.report.slides.table import TableKind
from rundfrage.report.slides.text import TextKind
from rundfrage.report.slides.title import TitleKind
from rundfrage.report.slides.top import TopKind

KINDS: Sequence[SlideKind] = (
    TitleKind(),
    SectionKind(),
    HeadlineKind(),
    FiguresKind(),
    ChartKind(),
    PairKind(),
    MultiplesKind(),
    TableKind(),
    CompareKind(),
    MapKind(),
    TopKind(),
    QuoteKind(),
    QuotesKind(),
    StatementKind(),
    SummaryKind(),
    TextKind(),
    MethodKind(),
    LedgerKind(),
)
