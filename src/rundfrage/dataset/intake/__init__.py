"""The intake: from the bytes of a foreign file to a dataset, each step with what it concluded.

Bytes (encoding.py), cells (dialect.py, workbook.py), headings (exports/, headings.py), missing
answers (missing.py), types (types.py), groups (batteries.py, ticks.py), uses (uses.py). conclude.py
goes this way for sheets of cells, labels.py for files of statistics packages, followed.py for
sheets with a whole codebook; account.py is what they tell.
"""
