"""The PostgreSQL server: what holds for it, whichever database of the field it serves."""
