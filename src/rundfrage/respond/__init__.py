"""The public door: fields a questionnaire to respondents over HTTP."""
