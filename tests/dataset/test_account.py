"""What is doubted is said once, whatever number of columns it is doubted of."""

from rundfrage.dataset.account import Ledger
from rundfrage.locales import message


def test_doubts_that_are_alike_are_one():
    ledger = Ledger()
    for number in range(1, 10):
        ledger.doubt(message("It may be a code."), message("Label it."), (f"q{number}",))
    ledger.doubt(message("It may be a code."), message("Give its type."), ("q1",))
    first, second = ledger.closed().doubts
    assert first.place == "q1, q2, q3, q4, q5, q6 (+3)"
    assert first.touches(["q9"])
    assert (second.place, second.settle) == ("q1", "Give its type.")


def test_a_doubt_of_the_whole_file_stays_one_of_all():
    ledger = Ledger()
    ledger.doubt(message("Its letters may be wrong."), message("Name them."), ("q1",))
    ledger.doubt(message("Its letters may be wrong."), message("Name them."))
    (doubt,) = ledger.closed().doubts
    assert (doubt.place, doubt.touches(["q7"])) == ("", True)
