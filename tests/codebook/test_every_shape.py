"""Every shape of answers has its entry in every layer that does something for each of them."""

import importlib
import pkgutil

import pytest

import rundfrage
from rundfrage.codebook import VariableType
from rundfrage.codebook.shapes import BATTERIES, SHAPES, VARIABLES, ByShape

# What runs the program, or speaks to a front, when it is imported.
NOT_IMPORTED = ("rundfrage.__main__",)


def mappings():
    """Every mapping by shape there is, with the name of its module."""
    for module in pkgutil.walk_packages(rundfrage.__path__, "rundfrage."):
        if module.name not in NOT_IMPORTED:
            for name, value in vars(importlib.import_module(module.name)).items():
                if isinstance(value, ByShape):
                    yield pytest.param(value, id=f"{module.name}.{name}")


def test_what_is_found_would_include_a_mapping_that_lacks_a_shape():
    found = {param.id for param in mappings()}
    assert "rundfrage.report.charts.CHARTS" in found
    assert "rundfrage.simulate.respondents.ANSWERS" in found


@pytest.mark.parametrize("mapping", list(mappings()))
def test_a_mapping_by_shape_has_an_entry_for_every_shape(mapping):
    assert [shape for shape in SHAPES if shape not in mapping] == []


def test_shapes_have_names_of_their_own_and_every_type_of_variable_has_one():
    assert len({shape.name for shape in SHAPES}) == len(SHAPES) == len(set(SHAPES))
    assert [shape.type for shape in VARIABLES] == list(
        dict.fromkeys(shape.type for shape in VARIABLES)
    )
    assert {shape.type for shape in VARIABLES} == set(VariableType)
    assert all(shape.items for shape in BATTERIES)
