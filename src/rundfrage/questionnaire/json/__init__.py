"""The JSON form of a questionnaire, and its schema."""
