"""What is printed on paper: the questionnaire as a form, slips with codes, QR codes."""
