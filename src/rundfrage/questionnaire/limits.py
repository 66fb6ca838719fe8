"""How large a questionnaire may be, so that no file can make the reader run away.

The limits lie far above what anybody would answer, and far below what would hurt a server.
"""

PAGES = 1_000
QUESTIONS = 2_000
ANSWER_LINES = 2_000
SCALE_LABELS = 101
LANGUAGES = 100
PROPOSALS = 1_000
"""Among so many names the nearest to a wrong one is looked for."""
NUMBER = 999_999_999
"""The greatest whole number."""
