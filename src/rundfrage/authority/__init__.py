"""The files that a data-protection officer asks for, written from a survey.

What the survey says is filled in, what only its organisation knows is a *blank*: words between ‹
and ›, which stand out in every file. Nothing else is invented.
"""
