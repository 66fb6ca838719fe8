"""Texts to read for the tests of all kinds."""

from hypothesis import strategies as st

from kinds.specimens import Specimens, Town
from rundfrage.kinds.reading import ReadingBody

SPECIMENS = Specimens(
    variables={"reading": (), "reading_more": ()},
    town=Town(
        german="## reading: Vielen Dank, fast geschafft!\n",
        english="reading: Thank you, you are nearly there!\n",
        arabic="reading: شكرًا، أوشكتم على الانتهاء!\n",
    ),
    bodies=lambda _: st.just(ReadingBody()),
)
