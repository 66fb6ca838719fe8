"""The report: a deck of slides, every number of which is bound to the data."""
