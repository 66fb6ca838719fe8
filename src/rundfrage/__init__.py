"""rundfrage: from a questionnaire in Markdown to a published deck bound to its data."""

__version__ = "0.1.0"
