"""Every control has a name that a screen reader can say, and the keyboard reaches all of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from kdstudio.gui.pages.examples import ExamplesPage
from kdstudio.gui.pages.results import ResultsPage
from kdstudio.gui.pages.runs import RunsPage
from kdstudio.gui.studio import Studio
from kdstudio.gui.window import MainWindow
from tests.unit.gui.results.finished import finished_run
from tests.unit.gui.teach import made

PAGES = ["home", "data", "models", "plan", "settings"]
OF_A_TASK = ["task", "teacher", *(f"examples {tab}" for tab in ("rows", "held-out", "score", "amount"))]
TABS = ["summary", "confusion", "mistakes", "classes", "calibration", "compare", "try"]
OF_A_RUN = ["run", "export", "runs", *(f"results {tab}" for tab in TABS)]


class Strays(QObject):
    """Widgets that were shown as windows of their own, if only for a blink."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(watched.metaObject().className())
        return False


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, checked: Studio) -> Iterator[MainWindow]:
    strays = Strays()
    qapp.installEventFilter(strays)
    made = MainWindow(checked)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    qapp.removeEventFilter(strays)
    assert strays.seen == ["MainWindow"]


def go(window: MainWindow, qtbot: QtBot, where: str) -> None:
    """Show a page; one of a run or a task needs one, which is opened first."""
    page, _, tab = where.partition(" ")
    if where in OF_A_TASK and not window.studio.teaching.is_open:
        folder = made.task_folder()
        made.done(folder)
        window.studio.teaching.show(folder)
        qtbot.waitUntil(lambda: window.studio.teaching.work.report is not None)
    if where in OF_A_RUN and window.studio.run is None:
        finished_run()
        window.studio.open_run(finished_run(), "")
        qtbot.waitUntil(lambda: window.studio.run is not None and window.studio.run.view.ended)
        qtbot.waitUntil(lambda: window.studio.run is not None and not window.studio.run.following)
    window.show_page(page)
    if isinstance(window.page, ResultsPage):
        results = window.page
        qtbot.waitUntil(lambda: results.results is not None)
        results.open_tab(tab)
    if isinstance(window.page, ExamplesPage):
        window.page.open_tab(tab or "rows")
    if isinstance(window.page, RunsPage):
        runs = window.page
        qtbot.waitUntil(lambda: bool(runs._shown))
        runs.table.choose([0])
    qtbot.wait(50)


def controls(parent: QWidget) -> Iterator[QWidget]:
    """What takes the focus by Tab and can be used now."""
    for widget in parent.findChildren(QWidget):
        tabs = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        inner = isinstance(widget, QScrollArea) or isinstance(widget.parentWidget(), QAbstractSpinBox)
        if tabs and widget.isVisible() and widget.isEnabled() and not inner and not _skipped(widget):
            yield widget


def _skipped(widget: QWidget) -> bool:
    """Of a group of choices, Tab reaches the one that is taken; arrow keys reach the others."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.checkedButton() not in (None, widget)


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None, widget
    return interface.text(QAccessible.Text.Name)


@pytest.mark.parametrize("key", PAGES + OF_A_RUN + OF_A_TASK)
def test_every_control_has_a_name_and_a_role(window: MainWindow, qtbot: QtBot, key: str) -> None:
    go(window, qtbot, key)
    for widget in controls(window):
        if widget.metaObject().className() in ("QViewport", "QAbstractScrollArea"):
            continue
        assert name_of(widget).strip(), f"{widget.metaObject().className()} on {key} has no name"
        role = QAccessible.queryAccessibleInterface(widget).role()
        assert role not in (QAccessible.Role.NoRole, QAccessible.Role.Client), widget


@pytest.mark.parametrize("key", PAGES + OF_A_RUN + OF_A_TASK)
def test_tab_reaches_every_control_of_a_page(window: MainWindow, qtbot: QtBot, key: str) -> None:
    go(window, qtbot, key)
    wanted = set(controls(window))
    window.rail.items["home"].setFocus()
    reached: set[QWidget] = set()
    for _ in range(len(wanted) + 30):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    missing = wanted - reached
    assert not missing, [f"{w.metaObject().className()} “{name_of(w)}”" for w in missing]


def test_tab_goes_in_reading_order_and_back(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("plan")
    qtbot.wait(50)
    window.rail.items["settings"].setFocus()
    names = []
    for _ in range(9):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        names.append(focused.accessibleName())
    assert names == [
        "Open recipe…",
        "Save recipe…",
        "Copy as command (Ctrl+Shift+C)",
        "How thoroughly: Balanced",
        "INT8",
        "Train the student alone as well",
        "Method",
        "Customise every setting…",
        "Back",
    ]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is window.page.customise


def test_arrow_keys_move_between_choices(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("settings")
    focused = next(w for w in controls(window.page) if name_of(w) == "Theme: System")
    focused.setFocus()
    QTest.keyClick(focused, Qt.Key.Key_Right)
    assert window.studio.settings.theme == "light"


def test_the_whole_way_by_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keySequence(window, "Ctrl+2")
    assert window.page.key == "data"
    QTest.keySequence(window, "Ctrl+9")
    assert window.page.key == "settings"
    QTest.keySequence(window, "Ctrl+1")
    assert window.page.key == "home"


def test_a_disabled_primary_button_says_why(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("data")
    assert not window.page.primary.isEnabled()
    assert window.page.reason.text() == "1 image has more than one label."
    interface = QAccessible.queryAccessibleInterface(window.page.primary)
    assert interface.text(QAccessible.Text.Description) == "1 image has more than one label."


def test_all_results_by_keyboard_alone(window: MainWindow, qtbot: QtBot) -> None:
    """Arrow keys walk through the tabs, and Tab goes on into each."""
    go(window, qtbot, "results summary")
    page = window.page
    assert isinstance(page, ResultsPage)
    page.tabs.buttons["summary"].setFocus()
    for tab in TABS[1:]:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
        assert page.stack.currentWidget() is page.panels[tab]
        qtbot.wait(50)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        inside = QApplication.focusWidget()
        assert inside is not None
        assert page.panels[tab].isAncestorOf(inside), f"{inside} on {tab}"
        page.tabs.buttons[tab].setFocus()
