"""The texts of a questionnaire, and their translations in PO files."""
