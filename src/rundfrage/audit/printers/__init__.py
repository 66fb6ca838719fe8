"""How an audit is printed: as text for a terminal, as JSON for programs, as a page for people."""

from __future__ import annotations

from rundfrage.audit.printers.json import print_json
from rundfrage.audit.printers.page import print_page
from rundfrage.audit.printers.terminal import terminal_text

__all__ = ["print_json", "print_page", "terminal_text"]
