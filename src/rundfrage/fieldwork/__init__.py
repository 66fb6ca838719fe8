"""Asking people: who is asked what."""
