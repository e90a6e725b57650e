from __future__ import annotations

import numpy as np

from kdstudio.worker.results import worth_showing


def test_pictures_are_kept_of_what_a_person_looks_for_first() -> None:
    labels = np.array([0, 0, 0, 1, 1, 1])
    teacher = np.array([[2, 0], [2, 0], [2, 0], [0, 2], [3, 0], [0, 2]], dtype=np.float32)  # row 4 is its mistake
    student = np.array([[0, 1], [0, 3], [5, 0], [0, 4], [0, 2], [0, 9]], dtype=np.float32)  # rows 0 and 1 are
    order = worth_showing([teacher, student], labels).tolist()
    assert order[:3] == [1, 0, 4]
    assert order[3:] == [5, 2, 3]  # the surest of each class before the second of any
