from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from kdstudio.core import catalog as catalogs
from kdstudio.core.params import ParamSpec, parse
from kdstudio.core.recipe import Recipe
from kdstudio.core.settings import all_settings, value_of
from kdstudio.gui.widgets import choices
from kdstudio.gui.widgets.spec_row import SpecRow, as_text

FLOAT = ParamSpec(name="lr", type="float", default=0.05, label="Learning rate", help="Peak.", minimum=0, maximum=10)


def row(qtbot: QtBot, spec: ParamSpec, value: Any) -> SpecRow:
    made = SpecRow(spec, value)
    qtbot.addWidget(made)
    made.show()
    return made


def test_every_setting_of_a_recipe_has_a_row_with_words(qtbot: QtBot, look: object) -> None:
    recipe = Recipe()
    for setting in all_settings(recipe, catalogs.load()):
        made = row(qtbot, setting.spec, value_of(recipe, setting))
        assert made.editor.accessibleName() == setting.spec.label
        assert setting.spec.help in made.editor.accessibleDescription()
        assert not made.modified or setting.spec.default is None or setting.section.startswith("teacher.plan")


def test_a_wrong_value_is_explained_and_not_announced(qtbot: QtBot, look: object) -> None:
    made = row(qtbot, FLOAT, 0.05)
    said: list[object] = []
    made.changed.connect(said.append)
    assert isinstance(made.editor, QLineEdit)
    for text, words in (("fast", "is not a value"), ("11", "at most 10")):
        made.editor.setText(text)
        made.editor.editingFinished.emit()
        assert words in made._wrong.text()
    assert said == []
    made.editor.setText("1e-3")
    made.editor.editingFinished.emit()
    assert said == [0.001]
    assert not made._wrong.isVisible()


def test_modified_shows_and_reset_brings_the_default_back(qtbot: QtBot, look: object) -> None:
    made = row(qtbot, FLOAT, 0.05)
    assert not made.badge.isVisible()
    made.show_value(1.0)
    assert made.badge.isVisible()
    with qtbot.waitSignal(made.changed) as caught:
        made.reset.click()
    assert caught.args == [0.05]
    assert not made.badge.isVisible()


def test_each_type_has_its_editor(qtbot: QtBot, look: object) -> None:
    def spec(**fields: Any) -> ParamSpec:
        return ParamSpec(name="x", label="X", help="", **fields)

    flag = row(qtbot, spec(type="bool", default=True), True)
    assert isinstance(flag.editor, QCheckBox)
    with qtbot.waitSignal(flag.changed) as caught:
        flag.editor.click()
    assert caught.args == [False]
    choice = row(qtbot, spec(type="choice", default="a", choices=("a", "b")), "a")
    assert isinstance(choice.editor, QComboBox)
    assert [choice.editor.itemText(i) for i in range(2)] == ["a", "b"]
    choice.editor.setCurrentIndex(1)
    with qtbot.waitSignal(choice.changed) as caught:
        choice.editor.activated.emit(1)
    assert caught.args == ["b"]
    number = row(qtbot, spec(type="int", default=3, minimum=0, maximum=9, exclusive_minimum=True), 3)
    assert isinstance(number.editor, QSpinBox)
    assert number.editor.minimum() == 1
    with qtbot.waitSignal(number.changed) as caught:
        number.editor.setValue(7)
    assert caught.args == [7]


@pytest.mark.parametrize(
    ("kind", "value"), [("ints", [1200, 1200]), ("floats", [0.5, 1e-05]), ("texts", ["a", "b c"]), ("map", {"a": "b"})]
)
def test_lists_are_typed_as_they_are_shown(kind: Any, value: Any) -> None:
    spec = ParamSpec(name="x", type=kind, default=None, label="X", help="")
    assert parse(spec, as_text(value)) == value


def test_where_there_is_no_room_beside_them_the_editor_goes_below_the_words(qtbot: QtBot) -> None:
    help = "A long explanation of what this number does, and of what happens when it is zero."
    row = SpecRow(ParamSpec(name="n", type="int", default=3, label="Number", help=help, minimum=0, maximum=9), 3)
    qtbot.addWidget(row)
    row.resize(700, 120)
    row.show()
    qtbot.waitUntil(lambda: row.editor.x() > 300)
    assert row.editor.y() < 60
    row.resize(260, 240)
    qtbot.waitUntil(lambda: row.editor.y() > 40)
    assert row.editor.geometry().right() <= 260
    assert row.minimumSizeHint().width() <= 260


def test_every_choice_of_a_recipe_is_said_in_words(qtbot: QtBot) -> None:
    called = choices.titles()
    named = {name for setting in all_settings(Recipe()) for name in setting.spec.choices if setting.section != "method"}
    assert named <= called.keys()
    some = ParamSpec(name="x", label="X", help="X.", type="choice", default="auto", choices=("auto", "sgd", "other"))
    made = row(qtbot, some, "auto")
    assert isinstance(made.editor, QComboBox)
    assert [made.editor.itemText(place) for place in range(3)] == ["Automatic", "SGD", "other"]
    assert made.editor.itemData(1, Qt.ItemDataRole.ToolTipRole) == "sgd"
