from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from kdstudio.core.errors import Code, KDError
from kdstudio.gui.results import answers
from kdstudio.gui.results.answers import Answers
from kdstudio.gui.results.losses import CLASS, SOURCE, SURE, Slice, cuts, slices, worst_first
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


@pytest.fixture
def found() -> Answers:
    loaded = answers.load(finished_run()).answers
    assert loaded is not None
    return loaded


def test_what_was_lost_by_class(found: Answers) -> None:
    cat, dog, owl = slices(found, "int8", CLASS)
    assert (cat.examples, cat.accuracy, cat.teacher) == (4, 0.5, 0.75)
    assert (cat.new, cat.inherited) == (1, 1)
    assert dog.change == -0.25
    assert owl.agreement == 0.5


def test_what_was_lost_by_how_sure_the_teacher_was(found: Answers) -> None:
    assert sum(part.examples for part in slices(found, "int8", SURE)) == len(LABELS)
    without = Answers(found.names, found.ids, found.labels, {"int8": found.probabilities["int8"]}, {})
    assert cuts(without) == [CLASS]
    assert np.isnan(slices(without, "int8", CLASS)[0].change)


def test_traits_are_cut_into_quarters_of_equal_size(found: Answers) -> None:
    assert cuts(found) == [CLASS, SURE, "brightness", "column station"]
    parts = slices(found, "int8", "brightness")
    assert [part.name for part in parts] == ["0–0.23", "0.23–0.45", "0.45–0.67", "0.67–0.90"]
    assert [part.rows.tolist() for part in parts] == [[0, 1, 2], [3, 4], [5, 6], [7, 8, 9]]
    assert [part.new for part in parts] == [1, 0, 0, 2]
    few = replace(found, traits={"length": np.array([1] * 9 + [7], np.float32)})
    assert [(part.name, part.examples) for part in slices(few, "int8", "length")] == [("1–7", 10)]


@pytest.mark.parametrize(
    ("ids", "names"),
    [
        (["a.csv:1", "b.csv:2", "b.csv:31"], ["a.csv", "b.csv"]),
        (["cat/night/1.png", "test/dog/day/2.png", "owl/3.png"], ["", "day", "night"]),
        (["test/1", "test/2", "test/3"], None),
    ],
)
def test_slices_follow_the_folder_or_table_of_an_example(
    found: Answers, ids: list[str], names: list[str] | None
) -> None:
    spread = tuple(ids[row % 3] for row in range(len(LABELS)))
    moved = replace(found, ids=spread)
    assert (SOURCE in cuts(moved)) is (names is not None)
    if names is not None:
        parts = slices(moved, "int8", SOURCE)
        assert [part.name for part in parts] == names
        assert sum(part.examples for part in parts) == len(LABELS)


def test_a_slice_shows_new_mistakes_before_inherited_ones_before_right_answers(found: Answers) -> None:
    cat: Slice = slices(found, "int8", CLASS)[0]
    assert worst_first(found, "int8", cat).tolist() == [2, 3, 1, 0]


def test_slices_follow_the_other_columns_of_a_table(found: Answers) -> None:
    assert [(part.name, part.examples) for part in slices(found, "int8", "column station")] == [
        ("north", 5),
        ("south", 5),
    ]
