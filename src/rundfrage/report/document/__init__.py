"""The document: a report as its author wrote it, slide by slide, in `report.md`."""
