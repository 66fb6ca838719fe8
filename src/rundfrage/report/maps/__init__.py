"""Maps: the areas of regions from a user's GeoJSON, projected and simplified for a slide."""
