"""The codebook: what is known of each variable. The first waist of the house."""

from rundfrage.codebook.codebook import Battery, Codebook, Sample, Study
from rundfrage.codebook.missing import Missing
from rundfrage.codebook.variable import (
    Category,
    MissingCode,
    Net,
    Role,
    Use,
    Variable,
    VariableType,
)

__all__ = [
    "Battery",
    "Category",
    "Codebook",
    "Missing",
    "MissingCode",
    "Net",
    "Role",
    "Sample",
    "Study",
    "Use",
    "Variable",
    "VariableType",
]
