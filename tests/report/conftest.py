"""Its place lets the tests of the outputs import the surveys of this folder."""
