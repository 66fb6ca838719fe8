"""What is plainly readable of a file, by other readers than ours, and that our reading agrees.

csv and pandas read cells as they stand. What they say of a column is compared where it leaves no
choice: how many people there are, how often each answer stands there, and what numbers add up to.
"""

import csv
import io
import re
from collections import Counter

import numpy as np
import pandas as pd

from rundfrage.codebook import VariableType
from rundfrage.dataset import ANSWERED, Coded, Marks
from rundfrage.dataset.cells import REASONS
from rundfrage.dataset.intake.exports import PLAIN
from rundfrage.tables import tabulate

NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,8})(?:\.\d+)?")
BLANKS = " \t\r\n\f\v\u00a0\ufeff"


def require_whole(dataset):
    """Every column has one entry, each variable is in an entry, and all people are in each."""
    entries = dataset.account.entries
    assert [entry.place for entry in entries] == list(range(1, len(entries) + 1))
    entered = {name for entry in entries for name in entry.variables}
    assert entered == {one.name for one in dataset.codebook.variables} == set(dataset.columns)
    tables = {block.name for table in tabulate(dataset) for block in table.blocks}
    assert tables == {one.name for one in dataset.codebook.variables if one.shown}
    for entry in entries:
        shown = any(dataset.codebook[name].shown for name in entry.variables)
        assert shown == (entry.aside is None)
        assert all(count > 0 for _, count in entry.missing)
    for doubt in dataset.account.doubts:
        assert doubt.found
        assert doubt.settle
        assert set(doubt.variables) <= entered
    for variable in dataset.codebook.variables:
        require_people(variable, dataset.columns[variable.name], dataset.n)


def require_people(variable, column, n):
    """Each person answered in a way the codebook knows, or gave a reason."""
    if isinstance(column, Marks):
        assert column.marks.shape == (len(variable.categories), n)
        assert set(np.unique(column.marks)) <= {1, 0, -1, -2, -3, -4}
    elif isinstance(column, Coded):
        assert column.codes.shape == (n,)
        assert column.codes.max(initial=0) < max(1, len(variable.categories))
        assert column.codes.min(initial=0) >= -4
    else:
        assert column.values.shape == column.reasons.shape == (n,)
        if variable.type is VariableType.NUMERIC:
            assert np.isfinite(column.values[column.answered]).all()
        if variable.type is VariableType.DATE:
            assert not np.isnat(column.values[column.answered]).any()


def rows_of(text, delimiter):
    """The rows of a delimited text below its names, without those that hold nothing."""
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    names, *people = [row for row in rows if row]
    return names, [row for row in people if any(cell.strip(BLANKS) for cell in row)]


def require_counted(dataset, rows):
    """What stands in the columns of these rows is what was counted, where a column is one variable.

    Nothing is compared of a file of which rows were left out, or a second row was read as headings.
    """
    require_rows_told(dataset, len(rows))
    if dataset.n != len(rows) or any(one.step == "rows" for one in dataset.account.conclusions):
        return 0
    compared = 0
    for entry in dataset.account.entries:
        if len(entry.variables) == 1:
            counts = Counter(row[entry.place - 1].strip(BLANKS) for row in rows)
            variable = dataset.codebook[entry.variables[0]]
            column = dataset.columns[variable.name]
            compared += require_same(variable, column, counts)
            if not isinstance(column, Marks):
                require_none_vanished(entry, column, counts)
    return compared


def require_none_vanished(entry, column, counts):
    """Who wrote something answered it, or it is told as missing, with how often it stands there."""
    written = sum(count for word, count in counts.items() if word and word not in REASONS)
    told = sum(count for _, count in entry.missing)
    answered = int((column.reasons == ANSWERED).sum())
    assert answered + told == written, (entry, answered, told, counts)


def require_rows_told(dataset, rows):
    """There are as many people as rows that hold something, unless the account says why not.

    In a single column a row that holds nothing is somebody.
    """
    steps = {one.step: one for one in dataset.account.conclusions}
    said = [str(one.found) for one in dataset.account.doubts]
    told = "rows" in steps or steps["headings"].what != PLAIN or len(dataset.account.entries) == 1
    told |= any("row" in words or "names" in words for words in said)
    assert dataset.n == rows or told, (dataset.n, rows)


def require_same(variable, column, counts):
    """The answers of a variable are the cells of its column, each as often; True if compared."""
    if variable.type in {VariableType.CATEGORICAL, VariableType.ORDINAL} and not variable.of:
        given = np.bincount(column.codes[column.codes >= ANSWERED], minlength=1)
        for category, count in zip(variable.categories, given, strict=False):
            assert count == counts[category.label.source], (variable.name, category.label.source)
        return True
    if variable.type is VariableType.NUMERIC and all(map(NUMBER.fullmatch, filter(None, counts))):
        missing = {code.value for code in variable.missing}
        numbers = [
            (float(word), count)
            for word, count in counts.items()
            if word and not {float(word), word} & missing
        ]
        values = column.values[column.answered]
        if any(re.fullmatch(r"-?\d{1,3}\.\d{3}", word) for word in counts):
            return False  # Thousands or decimals, which the file decides.
        assert len(values) == sum(count for _, count in numbers)
        assert np.isclose(values.sum(), sum(number * count for number, count in numbers))
        return True
    return False


def same_as_pandas(path, dataset, **options):
    """pandas finds as many people and columns in the file."""
    frame = pd.read_csv(path, dtype=str, keep_default_na=False, **options)
    assert dataset.n == len(frame)
    assert len(dataset.account.entries) == len(frame.columns)
    return frame
