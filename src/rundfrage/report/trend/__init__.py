"""Trends: numbers of a question over the waves, as lines with what is sure of their changes."""
