"""A section of a report, its kind, and what slides of several kinds are made with."""
