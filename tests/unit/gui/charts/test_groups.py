from __future__ import annotations

from kdstudio.gui.charts.groups import group
from tests.unit.gui.charts.views import view_of


def test_the_series_of_a_run_fall_into_charts_in_the_order_of_interest() -> None:
    charts = {chart.key: chart for chart in group(view_of().series, ["teacher/validation/accuracy"])}
    assert list(charts) == ["weighted", "accuracy", "loss", "terms", "learning_rate"]
    assert list(charts["weighted"].lines) == ["student/weighted/ce", "student/weighted/kd"]
    assert [line.title for line in charts["accuracy"].lines.values()] == ["student", "student alone", "teacher"]
    assert charts["accuracy"].lines["teacher/validation/accuracy"].level


def test_a_role_and_a_term_have_one_colour_everywhere() -> None:
    charts = {chart.key: chart for chart in group(view_of().series)}
    assert charts["loss"].lines["student/train/loss"].hue == charts["accuracy"].lines["student/validation/accuracy"].hue
    assert charts["weighted"].lines["student/weighted/kd"].hue == charts["terms"].lines["student/train/kd"].hue


def test_a_teacher_trained_here_is_a_curve_and_unknown_series_get_a_chart() -> None:
    charts = {c.key: c for c in group(["teacher/train/loss", "teacher/validation/accuracy", "student/train/odd_one"])}
    assert not charts["accuracy"].lines["teacher/validation/accuracy"].level
    assert charts["odd_one"].title == "Odd one"


def test_a_validation_loss_is_told_from_the_training_loss() -> None:
    (chart,) = group(["student/train/loss", "student/validation/loss"])
    assert {line.title: line.dashed for line in chart.lines.values()} == {
        "student": False,
        "student (validation)": True,
    }
