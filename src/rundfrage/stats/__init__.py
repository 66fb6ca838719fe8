"""Statistics: what is computed of answers, on totals that the query engine delivers."""
