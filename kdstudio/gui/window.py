"""The main window: rail, pages made when first shown, one banner and one toast for everything it has to say."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from kdstudio.core.errors import KDError
from kdstudio.gui import focus, pages, teaching
from kdstudio.gui.page import Page
from kdstudio.gui.rail import Rail
from kdstudio.gui.studio import Retry, Studio
from kdstudio.gui.widgets.ask import Answer, Ask
from kdstudio.gui.widgets.notice import ErrorBanner, Toast

_TITLE_BAR = 36
"""Room for the window manager's own bar, so that the footer is never below the edge of a small screen."""


class MainWindow(QMainWindow):
    """Shows the page that the studio wants."""

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self.studio = studio
        self.setWindowTitle("KD Studio")
        self.setMinimumSize(720, 480)
        room = self.screen().availableGeometry()
        self.resize(min(studio.settings.width, room.width()), min(studio.settings.height, room.height() - _TITLE_BAR))
        self._pages: dict[str, Page] = {}
        self._may_close = False
        self._build()
        studio.page_wanted.connect(self.show_page)
        studio.error_wanted.connect(self.show_error)
        studio.told.connect(self.say)
        studio.open_recipe_wanted.connect(self._ask_for_recipe)
        self._add_shortcuts()

    def rebuild(self) -> None:
        """Make everything anew, in another language."""
        key = self.page.key
        self._pages.clear()
        self._build()
        self.show_page(key)

    def _build(self) -> None:
        self.rail = Rail(self.studio)
        self.rail.chosen.connect(self.studio.go)
        self.banner = ErrorBanner()
        self.stack = QStackedWidget()
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.banner.setObjectName("topBanner")
        column.addWidget(self.banner)
        column.addWidget(self.stack, 1)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(right, 1)
        self.setCentralWidget(middle)
        self.rail.give_room(self.width())
        self.toast = Toast(middle)

    def show_error(self, error: KDError, retry: Retry | None) -> None:
        """Say what went wrong at the top."""
        self.banner.show_error(error, retry)

    def say(self, words: str) -> None:
        """Say something that needs no answer."""
        self.toast.say(words)

    def _add_shortcuts(self) -> None:
        studio = self.studio
        for number, key in enumerate((key for key in pages.PAGES if key not in teaching.STEPS), start=1):
            self._shortcut(f"Ctrl+{number}", partial(studio.go, key))
        for number, key in enumerate(teaching.STEPS, start=1):
            self._shortcut(f"Alt+{number}", partial(studio.go, key))
        self._shortcut(QKeySequence.StandardKey.Undo, studio.undo)
        self._shortcut(QKeySequence.StandardKey.Redo, studio.redo)
        self._shortcut("Ctrl+,", lambda: studio.go("settings"))
        self._shortcut(QKeySequence.StandardKey.Open, self._ask_for_recipe)
        self._shortcut("Ctrl+Return", self._press_primary)
        self._shortcut("Ctrl+Shift+C", self._copy_command)
        self._shortcut("Alt+Left", self._press_back)
        self._shortcut(QKeySequence.StandardKey.Quit, self.close)

    def _shortcut(self, keys: str | QKeySequence.StandardKey, action: Callable[[], object]) -> None:
        made = QAction(self)
        made.setShortcut(QKeySequence(keys))

        def triggered() -> None:  # Qt hands ``checked`` to anything that could take it
            action()

        made.triggered.connect(triggered)
        self.addAction(made)

    def _copy_command(self) -> None:
        self.page.copy_command()

    def _press_primary(self) -> None:
        self.page.primary.click()

    def _press_back(self) -> None:
        self.page.back.click()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes in reading order."""
        return focus.move(self, forward=next)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        page = self.stack.currentWidget()
        assert isinstance(page, Page)
        return page

    def show_page(self, key: str) -> None:
        """Show a page, building it at the first time."""
        if key not in self._pages:
            self._pages[key] = pages.make(key, self.studio)
            self.stack.addWidget(self._pages[key])
            self._pages[key].windowTitleChanged.connect(self._show_title)
        page, old = self._pages[key], self.stack.currentWidget()
        if isinstance(old, Page) and old is not page:
            old.left()
        self.stack.setCurrentWidget(page)
        self.rail.show_page(key)
        self._show_title()
        page.entered()
        self.studio.page_shown.emit(key)
        (page.first_focus() or self).setFocus()

    def _show_title(self) -> None:
        step, heading = self.rail.items[self.page.key].text(), self.page.windowTitle()
        shown = step if heading == step or self.page.key == "home" else f"{step}: {heading}"
        self.setWindowTitle(f"{shown} – KD Studio")

    def _ask_for_recipe(self) -> None:
        dialog = QFileDialog(self, self.tr("Open a recipe"))
        dialog.setNameFilters([self.tr("Recipe (*.toml)"), self.tr("All files (*)")])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.studio.open_recipe(Path(path)))
        dialog.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the pages the room that the names in the rail would take."""
        super().resizeEvent(event)
        self.rail.give_room(self.width())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask first while anything is at work."""
        if (self.studio.training or self.studio.at_work()) and not self._may_close:
            event.ignore()
            self._ask_before_closing()
            return
        studio = self.studio
        if not self.isMaximized() and not self.isFullScreen():
            studio.set_settings(msgspec.structs.replace(studio.settings, width=self.width(), height=self.height()))
        event.accept()

    def _ask_before_closing(self) -> None:
        if self.studio.training:
            title, go_on = self.tr("Training is going on"), self.tr("Keep training")
            words = self.tr(
                "Keep training goes on without this window; the next launch shows it again. "
                "Stop and keep saves a checkpoint, from which the run can be resumed."
            )
        else:
            title, go_on = self.tr("The teacher is still writing"), self.tr("Let it write")
            words = self.tr(
                "It can go on without this window; the task shows it again. "
                "Where it is stopped, every answer is kept, and it goes on from there."
            )
        Ask(
            self,
            title,
            words,
            Answer(go_on, self._leave_running, "primary"),
            Answer(self.tr("Stop and keep"), self._stop_and_close),
            Answer(self.tr("Cancel")),
        ).open()

    def _leave_running(self) -> None:
        self.studio.kept_running = True
        for run in self.studio.at_work():
            run.keep_running()
        self._close_now()

    def _stop_and_close(self) -> None:
        for run in self.studio.at_work():
            run.stop(keep=True)
        self._close_now()

    def _close_now(self) -> None:
        self._may_close = True
        self.close()
