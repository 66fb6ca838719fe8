"""How an audit is printed: as text for a terminal, as JSON for programs, as a page for people."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rundfrage.audit.examine import Audit
from rundfrage.audit.printers.json import print_json
from rundfrage.audit.printers.page import print_page

__all__ = ["FILES", "print_json", "print_page"]

FILES: Mapping[str, Callable[[Audit], bytes]] = {"json": print_json, "html": print_page}
"""The printers that make a file, by the name of their format."""
