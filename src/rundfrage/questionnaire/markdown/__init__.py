"""The Markdown form of a questionnaire: reading it, and writing it in one layout."""
