"""Open text, short or long."""

from rundfrage.kinds.text.kind import TextBody, TextKind

__all__ = ["TextBody", "TextKind"]
