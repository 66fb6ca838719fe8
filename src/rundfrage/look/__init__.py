"""How things look: an organisation's theme and fonts, and text measured and fitted to a place.

Pages, paper and deck draw with it; it knows none of them, no slide and no table.
"""
