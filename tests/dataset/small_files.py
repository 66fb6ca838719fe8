"""Small files of answers for tests: written as rows, read as anybody's file is."""

import csv

from rundfrage.codebook import VariableType
from rundfrage.dataset.files import read_dataset


def read(folder, *rows, times=1, name="answers.csv", codebook=""):
    """The dataset of these rows, cells cut by blanks around bars; the people come `times` over.

    `codebook` is what stands in the codebook file beside it.
    """
    heading, *people = [[cell.strip() for cell in row.split("|")] for row in rows]
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([heading, *people * times])
    beside = (folder / name).with_suffix(".codebook.toml")
    beside.write_text(codebook, encoding="utf-8") if codebook else beside.unlink(missing_ok=True)
    return read_dataset(folder / name)


def labels(variable):
    """The labels of a variable's categories."""
    return [one.label.source for one in variable.categories]


def counts(dataset, name):
    """How often each answer of a variable was given."""
    variable, column = dataset.codebook[name], dataset.columns[name]
    if variable.type is VariableType.MULTIPLE:
        return dict(zip(labels(variable), (column.marks == 1).sum(axis=1).tolist(), strict=True))
    return {one: int((column.codes == at).sum()) for at, one in enumerate(labels(variable))}


def base(dataset, name):
    """How many are in the base of a variable."""
    return int((dataset.columns[name].reasons == 0).sum())


def doubts(dataset):
    """What is doubted, as it is printed."""
    return [str(one.found) for one in dataset.account.doubts]
