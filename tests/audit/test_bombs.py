"""Small files that would fill the machine's memory are refused before they do."""

import json
import subprocess
import sys
import zipfile
import zlib

import pytest

from patience import PATIENCE
from rundfrage.audit.reading import read_report
from rundfrage.audit.reading.package import MOST_SIGNS
from rundfrage.audit.reading.pdf import MEMORY
from rundfrage.errors import Problem

MEGABYTE = 1 << 20

TRUSTING = """
import json, resource, sys
sys.stdout = open("/dev/null", "w")
from rundfrage.audit.reading import pdf_apart
pdf_apart.main(sys.argv[1])
sys.stderr.write(json.dumps(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024))
"""
CAREFUL = """
import json, resource, sys
from pathlib import Path
from rundfrage.audit.reading import read_report
from rundfrage.errors import Problem
try:
    read_report(Path(sys.argv[1]))
except Problem as problem:
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    sys.stderr.write(json.dumps([problem.code, memory]))
"""


def blanks(megabytes):
    """Blanks as zlib packs them, made without unpacking them: one block again and again."""
    packing = zlib.compressobj(9)
    piece = b" " * MEGABYTE
    first = packing.compress(piece) + packing.flush(zlib.Z_FULL_FLUSH)
    block = packing.compress(piece) + packing.flush(zlib.Z_FULL_FLUSH)
    return first + block * (megabytes - 1) + packing.flush()


def bomb(content, filters):
    """A PDF of one page with that content."""
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>",
        b"<</Length %d/Filter[%s]>>stream\n%s\nendstream"
        % (len(content), b"/FlateDecode" * filters, content),
    ]
    written, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(written))
        written += b"%d 0 obj%sendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 5\n0000000000 65535 f \n"
    foot = b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(written)
    return written + head + table + foot


def said_by(program, file):
    done = subprocess.run(
        [sys.executable, "-c", program, file], capture_output=True, text=True, check=True,
        timeout=PATIENCE,
    )  # fmt: skip
    return json.loads(done.stderr)


@pytest.mark.trial
def test_a_pdf_of_some_kilobytes_takes_no_gigabyte(tmp_path):
    file = tmp_path / "small.pdf"
    file.write_bytes(bomb(zlib.compress(blanks(800), 9), 2))
    assert file.stat().st_size < 5000
    # The control: read in trust, it takes several times what any report may.
    assert said_by(TRUSTING, file) > 2.5 * MEMORY
    code, memory = said_by(CAREFUL, file)
    assert code == "report-too-large"
    assert memory < 1.1 * MEMORY


def test_elements_are_counted_before_they_are_parsed(tmp_path):
    body = b"<w:p/>" * (MOST_SIGNS + 1)
    deck, page = tmp_path / "a.docx", tmp_path / "a.html"
    with zipfile.ZipFile(deck, "w") as archive:
        archive.writestr("word/document.xml", b"<w:document>%s</w:document>" % body)
    page.write_bytes(b"<html>" + b"<p>" * (MOST_SIGNS + 1))
    for file in (deck, page):
        with pytest.raises(Problem) as raised:
            read_report(file)
        assert raised.value.code == "report-too-large"
        assert "more memory or time" in raised.value.found
