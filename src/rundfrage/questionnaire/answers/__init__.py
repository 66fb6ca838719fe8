"""Answers as a form posts them and as people type them."""
