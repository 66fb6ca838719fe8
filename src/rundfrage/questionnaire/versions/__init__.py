"""Versions of a questionnaire: their names, and what a change does to stored answers."""
