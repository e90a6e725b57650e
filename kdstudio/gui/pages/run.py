"""A run while it goes on, and how it went once it has ended: phases, charts, machine, answers, log."""

from __future__ import annotations

import importlib
import shlex
from collections.abc import Mapping
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from kdstudio.client.session import Session
from kdstudio.client.view import RunView
from kdstudio.core import catalog
from kdstudio.core.errors import Code, KDError
from kdstudio.core.recipe import Recipe
from kdstudio.gui import background, spoken
from kdstudio.gui.models import sizes
from kdstudio.gui.notify import Notifier
from kdstudio.gui.page import Page
from kdstudio.gui.reveal import reveal
from kdstudio.gui.run_model import RunModel
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.ask import Answer, Ask
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.empty import EmptyState
from kdstudio.gui.widgets.log_drawer import LogDrawer
from kdstudio.gui.widgets.machine_panel import MachinePanel
from kdstudio.gui.widgets.overlay_button import OverlayButton
from kdstudio.gui.widgets.pill import Pill
from kdstudio.gui.widgets.preview_panel import PreviewPanel
from kdstudio.gui.widgets.progress_card import ProgressCard
from kdstudio.gui.widgets.run_banners import RunBanners
from kdstudio.gui.widgets.run_row import state_words, tone_of
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.record import RunState

if TYPE_CHECKING:
    from kdstudio.gui.charts.board import Board

_ADVANCE_MS = 1500
_OBEY_MS = 10_000
_SIDE = 288
_NARROW = 880


class RunPage(Page):
    """Follows the studio's current run."""

    key = "run"

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio, wide=True)
        self._run: RunModel | None = None
        self._named: RunFolder | None = None
        self._seen_live = self._touched = False
        self.board: Board | None = None
        self._advance = QTimer(self, singleShot=True, interval=_ADVANCE_MS)
        self._advance.timeout.connect(self._advance_now)
        self._obey = QTimer(self, singleShot=True, interval=_OBEY_MS)
        self._obey.timeout.connect(self._kill)
        self.notifier = Notifier(self)
        self._make_head()
        self._make_banners()
        self._make_body()
        self.set_primary(self.tr("See the results"), self._go_to_results)
        studio.run_changed.connect(self._on_run)
        studio.progressed.connect(self._refresh)
        self._on_run()
        background.run(lambda: importlib.import_module("kdstudio.gui.charts.board"), self._make_board)

    def _make_head(self) -> None:
        self.state = Pill("")
        self.pause = button(self.tr("Pause"), self._pause, icon="pause")
        self.stop = button(self.tr("Stop"), self._ask_stop, icon="square")
        self.resume = button(self.tr("Resume"), self._resume, icon="play")
        self.more = button("", self._show_menu, kind="quiet", icon="ellipsis", name=self.tr("More for this run"))
        for part in (self.state, self.pause, self.stop, self.resume, self.more):
            self.add_head_action(part)

    def _make_banners(self) -> None:
        self.banners = RunBanners(wait=self._wait, stop=self._stop_silent, retry=self._retry, resume=self._resume)
        self.banners.hide()
        self.add(self.banners)

    def _make_body(self) -> None:
        self.progress = ProgressCard()
        self.add(self.progress)
        self.overlays = OverlayButton(self.studio)
        self.overlays.setParent(self)  # until there are charts
        self.overlays.hide()
        self.overlays.chosen.connect(self._overlay)
        self.waiting = EmptyState("activity", self.tr("Charts appear with the first steps of a training."))
        self._charts = QVBoxLayout()
        self._charts.addWidget(self.waiting)
        self.preview = PreviewPanel()
        self.machine = MachinePanel()
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.preview)
        column.addWidget(self.machine)
        column.addStretch(1)
        self._side = side
        self._middle = QHBoxLayout()
        self._middle.setSpacing(12)
        self._middle.addLayout(self._charts, 1)
        self._middle.addWidget(side)
        self.add(self._middle, 1)
        self.log = LogDrawer()
        self.log.opened.connect(self._touch)
        self.add(self.log)
        self.scroller.verticalScrollBar().actionTriggered.connect(self._touch)

    def _make_board(self, module: ModuleType) -> None:
        """Put the charts in, now that pyqtgraph has been imported beside the window."""
        self.board = module.Board()
        self.board.tools.flow.addWidget(self.overlays)
        self.overlays.show()
        self.board.touched.connect(self._touch)
        self.board.told.connect(self.studio.told)
        self.board.failed.connect(self.studio.show_error)
        self._charts.addWidget(self.board)
        self._fit()
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the side panels below the charts where there is no room beside them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < _NARROW
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._middle.setDirection(direction)
        self._side.setMaximumWidth(16_777_215 if narrow else _SIDE)
        self._side.setMinimumWidth(0 if narrow else _SIDE)
        if self.board is not None:
            self.board.set_columns(1 if self.width() < _NARROW - 200 else 2)

    # following

    def _on_run(self) -> None:
        self._run = self.studio.run
        self._named = None
        self._seen_live = self._touched = False
        self._advance.stop()
        self._obey.stop()
        self.banners.forget()
        self.progress.forget()
        self.machine.forget()
        self.overlays.forget()
        if self.board is not None:
            self.board.clear()
        if self._run is not None:
            self._run.ended.connect(self._on_end)
        self.set_heading(self.tr("Run"))
        self._refresh()

    def command(self) -> str:
        """The run in a terminal: going on with it where that is possible, watching it otherwise."""
        run = self._run
        if run is None or run.folder is None:
            return ""
        live = run.following and not run.view.ended
        return shlex.join(
            ["kdstudio", "resume" if run.view.state.can_resume and not live else "watch", run.folder.path.name]
        )

    def entered(self) -> None:
        """Draw what changed while another page was shown."""
        self._refresh()

    def left(self) -> None:
        """A person who left will find the way to the results."""
        self._advance.stop()

    def _refresh(self) -> None:
        run = self._run
        if run is None:
            return
        view = run.view
        self._seen_live = self._seen_live or view.state.is_live
        self._name(run)
        self._show_actions(run)
        self.banners.show_run(run, obeying=self._obey.isActive())
        self.block("" if view.state is RunState.DONE else self.tr("The results are there when the run is done."))
        if not self.isVisible():
            return
        self.progress.show_view(view)
        self.machine.show_view(view)
        self.preview.show_items(view.preview, run.folder)
        self.log.show_view(view, run.folder)
        self._show_charts(view)

    def _name(self, run: RunModel) -> None:
        if run.folder is None or run.folder == self._named:
            return
        self._named = run.folder
        try:
            recipe = run.folder.recipe()
        except KDError:
            self.set_heading(run.folder.path.name)
            return
        name = recipe.name or run.folder.path.name
        background.run(lambda: _about(recipe), lambda about: self._say_about(run, name, about))

    def _say_about(self, run: RunModel, name: str, about: str) -> None:
        if run is self._run:
            self.set_heading(name, about)

    def _show_charts(self, view: RunView) -> None:
        has_charts = self.board is not None and bool(view.series)
        self.waiting.setVisible(not has_charts)
        if self.board is not None:
            self.board.setVisible(has_charts)
            if has_charts:
                self.board.show_view(view)

    def _show_actions(self, run: RunModel) -> None:
        view, state = run.view, run.view.state
        self.state.set(state_words(state), tone_of(state))
        paused = state is RunState.PAUSED
        self.pause.setText(self.tr("Continue") if paused else self.tr("Pause"))
        self.pause.setAccessibleName(self.pause.text())
        live = run.following and not view.ended
        for part in (self.pause, self.stop):
            part.setVisible(live)
            part.setEnabled(state in (RunState.RUNNING, RunState.PAUSED))
        self.resume.setVisible(not live and state.can_resume and run.folder is not None)

    def _overlay(self, runs: dict[str, RunView]) -> None:
        self._touch()
        if self.board is not None:
            self.board.overlay(runs)

    # the end

    def _on_end(self) -> None:
        run = self._run
        if run is None or not self._seen_live:
            return
        view = run.view
        title = self.title.text()
        if view.state is RunState.DONE:
            self.notifier.tell(title, self.tr("The run is done. The results are ready."))
            if self.isVisible() and not self._touched:
                self._advance.start()
            else:
                self.studio.told.emit(self.tr("The run is done. The results are ready."))
        elif view.failure is not None:
            self.notifier.tell(title, spoken.engine(view.failure.message))

    def _touch(self) -> None:
        """Someone works with the page, so it must not leave by itself."""
        self._touched = True
        self._advance.stop()

    def _advance_now(self) -> None:
        if self.isVisible() and not self._touched:
            self._go_to_results()

    def _go_to_results(self) -> None:
        self.studio.go("results")

    # what can be done

    def _pause(self) -> None:
        if self._run is None:
            return
        if self._run.view.state is RunState.PAUSED:
            self._run.go_on()
        else:
            self._run.pause()

    def _ask_stop(self) -> None:
        Ask(
            self,
            self.tr("Stop the run?"),
            self.tr(
                "Stop and keep saves a checkpoint first, from which the run can be resumed later. "
                "Stop and discard ends it for good: what was learnt since the last checkpoint is lost "
                "and the run cannot be resumed."
            ),
            Answer(self.tr("Stop and keep"), lambda: self._stop(keep=True), "primary"),
            Answer(self.tr("Stop and discard"), lambda: self._stop(keep=False), "danger"),
            Answer(self.tr("Go on training")),
        ).open()

    def _stop(self, *, keep: bool) -> None:
        if self._run is not None:
            self._run.stop(keep=keep)

    def _retry(self) -> None:
        """Go on after a failure: from the last checkpoint, or by starting what could not be started."""
        run = self._run
        if run is None or run.folder is None:
            self.studio.start_run()
        elif run.view.failure is not None and run.view.failure.code == Code.RUN_BUSY:
            self.studio.open_run(run.folder)
        else:
            self.studio.resume_run(run.folder)

    def _resume(self, changes: Mapping[str, str] | None = None) -> None:
        if self._run is not None and self._run.folder is not None:
            self.studio.resume_run(self._run.folder, changes)

    def _wait(self) -> None:
        """Give a silent worker another 30 seconds."""
        if self._run is not None:
            self._run.ask(Session.wait_longer)

    def _stop_silent(self) -> None:
        """Ask a silent worker to stop, and end it if it does not obey."""
        self._stop(keep=True)
        self._obey.start()
        self._refresh()

    def _kill(self) -> None:
        run = self._run
        if run is not None and run.following and not run.view.ended:
            run.ask(_end)

    def _show_menu(self) -> None:
        run = self._run
        menu = QMenu(self)
        if run is None or run.folder is None:
            return
        folder = run.folder
        menu.addAction(self.tr("Show in folder"), lambda: self._reveal(folder))
        save = menu.addAction(self.tr("Save a checkpoint now"), run.save)
        save.setEnabled(run.view.state is RunState.RUNNING)
        menu.addAction(self.tr("Use this recipe again"), lambda: self._use_recipe(folder))
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _reveal(self, folder: RunFolder) -> None:
        try:
            reveal(folder.path)
        except KDError as error:
            self.studio.show_error(error, lambda: self._reveal(folder))

    def _use_recipe(self, folder: RunFolder) -> None:
        try:
            self.studio.new_recipe(folder.recipe())
        except KDError as error:
            self.studio.show_error(error, lambda: self._use_recipe(folder))
            return
        self.studio.page_wanted.emit("plan")


def _about(recipe: Recipe) -> str:
    """One line about what learns from what. Reads the disk; call it in the background."""
    teacher, student = sizes.teacher(recipe).title, sizes.student(recipe).title
    try:
        method = catalog.load().method(recipe.method.name).title
    except KDError:  # the run is older or newer than this catalog
        method = recipe.method.name
    words = QCoreApplication.translate("RunPage", "{student} learns from {teacher} · {method}")
    return words.format(student=student, teacher=teacher, method=method)


def _end(session: Session) -> None:
    if session.saving:
        raise KDError(
            Code.RUN_BUSY,
            "The worker is writing a checkpoint, so it is not ended now.",
            "Wait a moment and stop it again.",
        )
    session.kill()
