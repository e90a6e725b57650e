from __future__ import annotations

import pytest

from kdstudio.worker.time_left import TimeLeft

EXPECTED = {"data": 5.0, "teacher": 100.0, "answers": 10.0, "control": 50.0, "student": 50.0, "export": 20.0}


def test_nothing_is_said_before_there_is_a_speed() -> None:
    left = TimeLeft()
    left.enter("student")
    assert left.seconds(100.0, 0, 10) is None
    assert left.seconds(100.1, 1, 10) is None
    assert left.seconds(102.0, 2, 10) == pytest.approx(8.0)


def test_without_an_estimate_only_phases_of_the_same_length_are_added() -> None:
    left = TimeLeft()
    left.enter("control", ahead=1.0)
    left.seconds(0, 0, 10)
    assert left.seconds(5, 5, 10) == pytest.approx(5 + 10)


def test_later_phases_count_as_estimated_and_are_corrected_by_the_speed_of_this_one() -> None:
    left = TimeLeft()
    left.expect(EXPECTED)
    left.enter("teacher")
    left.seconds(0, 0, 100)
    assert left.seconds(50, 50, 100) == pytest.approx(50 + 130), "as fast as estimated"
    assert left.seconds(120, 60, 100) == pytest.approx(80 + 2 * 130), "half as fast"
    left.enter("export")
    left.seconds(200, 0, 10)
    assert left.seconds(210, 5, 10) == pytest.approx(10), "the last one counts by itself"


def test_a_resume_counts_the_speed_of_the_new_session_alone() -> None:
    left = TimeLeft()
    left.expect(EXPECTED)
    left.enter("student")
    assert left.seconds(1000, 80, 100) is None
    assert left.seconds(1010, 90, 100) == pytest.approx(10 + 2 * 20)


def test_a_freak_of_one_phase_does_not_spoil_the_rest() -> None:
    left = TimeLeft()
    left.expect(EXPECTED)
    left.enter("answers")
    left.seconds(0, 0, 1000)
    found = left.seconds(10, 1, 1000)
    assert found is not None
    assert found == pytest.approx(9990 + 4 * 120), "at most four times as slow"
