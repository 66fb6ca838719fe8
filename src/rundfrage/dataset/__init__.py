"""Answers and their codebook, and the files they come from and go to."""

from rundfrage.dataset.columns import ANSWERED, CHOSEN, Coded, Column, Marks, Values
from rundfrage.dataset.dataset import Dataset

__all__ = ["ANSWERED", "CHOSEN", "Coded", "Column", "Dataset", "Marks", "Values"]
