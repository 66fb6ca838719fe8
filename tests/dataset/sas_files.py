"""SAS files made in a test: pyreadstat's C library can write them, though it offers that to nobody.

A missing value is None, or ".A" for one with a letter.
"""

import ctypes

from pyreadstat import _readstat_writer

LIBRARY = ctypes.CDLL(_readstat_writer.__file__)
WRITER = ctypes.CFUNCTYPE(ctypes.c_ssize_t, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_void_p)
STRING, DOUBLE = 0, 5
for name in ("writer_init", "add_variable", "add_label_set"):
    getattr(LIBRARY, f"readstat_{name}").restype = ctypes.c_void_p


def written(path, begin, lay_out, rows=()):
    """Write a file: `lay_out` adds to the writer, `rows` are written by what it gives."""
    chunks = []

    @WRITER
    def keep(data, size, _):
        chunks.append(ctypes.string_at(data, size))
        return size

    writer = ctypes.c_void_p(LIBRARY.readstat_writer_init())
    LIBRARY.readstat_set_data_writer(writer, keep)
    columns = lay_out(writer)
    more = (ctypes.c_long(len(rows)),) if begin.endswith("bdat") else ()
    assert getattr(LIBRARY, begin)(writer, None, *more) == 0
    for row in rows:
        LIBRARY.readstat_begin_row(writer)
        for column, value in zip(columns, row, strict=True):
            _insert(writer, column, value)
        assert LIBRARY.readstat_end_row(writer) == 0
    assert LIBRARY.readstat_end_writing(writer) == 0
    LIBRARY.readstat_writer_free(writer)
    path.write_bytes(b"".join(chunks))


def _insert(writer, column, value):
    if value is None:
        done = LIBRARY.readstat_insert_missing_value(writer, column)
    elif isinstance(value, float):
        done = LIBRARY.readstat_insert_double_value(writer, column, ctypes.c_double(value))
    elif value.startswith("."):
        letter = ctypes.c_char(value[1].encode())
        done = LIBRARY.readstat_insert_tagged_missing_value(writer, column, letter)
    else:
        done = LIBRARY.readstat_insert_string_value(writer, column, value.encode())
    assert done == 0


def write_sas7bdat(path, columns, rows):
    """Write answers; `columns` give for each name its label, its format and if it holds words."""

    def lay_out(writer):
        found = []
        for name, (label, shown, words) in columns.items():
            size = ctypes.c_size_t(16 if words else 8)
            kind = STRING if words else DOUBLE
            column = ctypes.c_void_p(
                LIBRARY.readstat_add_variable(writer, name.encode(), kind, size)
            )
            LIBRARY.readstat_variable_set_label(column, label.encode())
            LIBRARY.readstat_variable_set_format(column, shown.encode())
            found.append(column)
        return found

    written(path, "readstat_begin_writing_sas7bdat", lay_out, rows)


def write_sas7bcat(path, formats):
    """Write a catalogue: the labels of each format by their values."""

    def lay_out(writer):
        for name, labels in formats.items():
            found = ctypes.c_void_p(LIBRARY.readstat_add_label_set(writer, DOUBLE, name.encode()))
            for value, words in labels.items():
                number = ctypes.c_double(value)
                LIBRARY.readstat_label_double_value(found, number, words.encode())
        return []

    written(path, "readstat_begin_writing_sas7bcat", lay_out)
