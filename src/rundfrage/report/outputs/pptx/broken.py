"""What python-pptx and lxml raise over a broken presentation."""

from __future__ import annotations

from pptx.exc import PythonPptxError

from rundfrage.look.house.package import BROKEN

FAILURES = (*BROKEN, PythonPptxError, SyntaxError, AssertionError)
"""A broken package fails anywhere in them, with whatever error lies nearest."""
