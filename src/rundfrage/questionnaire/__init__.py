"""The questionnaire: its model, and reading, writing, translating and checking it."""
