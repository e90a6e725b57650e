from __future__ import annotations

import numpy as np
import pytest

from kdstudio.core.errors import Code, KDError
from kdstudio.gui.results import answers
from kdstudio.gui.results.losses import by_class, by_sureness
from tests.unit.gui.results.finished import LABELS, finished_run, report_of
from tests.unit.gui.worker_at import new_run


def test_reads_every_answer() -> None:
    found = answers.load(finished_run()).answers
    assert found is not None
    assert found.probabilities["int8"].sum(1) == pytest.approx(np.ones(len(LABELS)))
    assert found.cell("int8", 0, 0).tolist() == [1, 0]  # the surest first
    assert found.mistakes("int8").tolist() == [9, 7, 3, 2]
    assert np.flatnonzero(found.inherited("int8")).tolist() == [3]


def test_the_pictures_are_found_in_the_run_itself() -> None:
    folder = finished_run()
    moved = folder.path.rename(folder.path.with_name("moved"))
    results = answers.load(type(folder)(moved))
    assert results.answers is not None
    path = answers.picture(results.folder, results.answers.shown[0])
    assert path is not None
    assert path.is_file()


def test_a_run_without_results_says_so() -> None:
    with pytest.raises(KDError) as caught:
        answers.load(new_run())
    assert caught.value.code is Code.RUN_NOT_READY


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04 not a zip", None])
def test_results_without_readable_answers_are_still_results(damage: bytes | None) -> None:
    folder = finished_run(answers=damage is not None)
    if damage is not None:
        (folder.artifacts / "predictions.npz").write_bytes(damage)
    results = answers.load(folder)
    assert results.answers is None
    assert results.report == report_of()


def test_what_was_lost_by_class() -> None:
    found = answers.load(finished_run()).answers
    assert found is not None
    cat, dog, owl = by_class(found, "int8")
    assert (cat.examples, cat.accuracy, cat.teacher) == (4, 0.5, 0.75)
    assert (cat.new, cat.inherited) == (1, 1)
    assert dog.change == -0.25
    assert owl.agreement == 0.5


def test_what_was_lost_by_how_sure_the_teacher_was() -> None:
    found = answers.load(finished_run()).answers
    assert found is not None
    slices = by_sureness(found, "int8")
    assert sum(part.examples for part in slices) == len(LABELS)
    without = answers.Answers(found.names, found.ids, found.labels, {"int8": found.probabilities["int8"]}, {})
    assert by_sureness(without, "int8") == []
    assert np.isnan(by_class(without, "int8")[0].change)
