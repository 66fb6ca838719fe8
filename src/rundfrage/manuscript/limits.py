"""How large an author's file may be, so that no file can make a reader run away.

The limits lie far above what anybody would write, and far below what would hurt a server.
"""

FILE_BYTES = 5_000_000
LINES = 100_000
LINE_CHARACTERS = 20_000
PROBLEMS = 100
"""After so many problems the reader stops looking for more."""
NESTED = 1_000
"""So many entries may stand under one key of the front matter."""
