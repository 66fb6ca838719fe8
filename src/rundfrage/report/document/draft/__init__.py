"""The draft: the report that a program would write, as a document that its author can change."""

from rundfrage.report.document.draft.draft import draft

__all__ = ["draft"]
