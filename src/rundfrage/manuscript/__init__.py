"""How the text files of authors are read: lines, front matter, attributes, gathered Problems."""
