from __future__ import annotations

from kdstudio.gui.history import History


def test_undo_and_redo_walk_through_the_changes() -> None:
    history = History(0)
    history.change(1, "one")
    history.change(2, "two")
    assert (history.undo(), history.present) == ("two", 1)
    assert (history.undo(), history.present) == ("one", 0)
    assert history.undo() == ""
    assert (history.redo(), history.present) == ("one", 1)
    assert history.redo_words == "two"


def test_a_new_change_forgets_what_was_undone() -> None:
    history = History(0)
    history.change(1, "one")
    history.undo()
    history.change(5, "five")
    assert history.redo_words == ""
    assert (history.undo(), history.present) == ("five", 0)


def test_turning_one_knob_is_one_change() -> None:
    history = History(0)
    for value in (1, 2, 3):
        history.change(value, "temperature")
    history.change(3, "nothing")
    assert history.undo_words == "temperature"
    history.undo()
    assert history.present == 0


def test_the_past_is_bounded() -> None:
    history = History(0)
    for value in range(1, 1000):
        history.change(value, f"change {value}")
    count = 0
    while history.undo():
        count += 1
    assert count == 200
    assert history.present == 799
