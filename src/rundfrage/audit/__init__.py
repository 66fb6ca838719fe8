"""The audit: reads anybody's finished report and says which of its numbers the data bear out."""

from rundfrage.audit.examine import LANGUAGES, Audit, examine

__all__ = ["LANGUAGES", "Audit", "examine"]
