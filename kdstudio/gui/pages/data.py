"""Choose the data, see real examples of it, and resolve what the check has found."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QProgressBar

from kdstudio.core.errors import KDError
from kdstudio.core.health import Finding, Health
from kdstudio.gui import spoken, start, words
from kdstudio.gui.command import check_command_for
from kdstudio.gui.data import disputes
from kdstudio.gui.data.finding import FindingView
from kdstudio.gui.data.overview import Overview, summary
from kdstudio.gui.page import Page
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.card import Card
from kdstudio.gui.widgets.drop_zone import DropZone, local_paths
from kdstudio.gui.widgets.notice import ErrorBanner
from kdstudio.gui.widgets.segmented import Segmented
from kdstudio.gui.widgets.stack import Stack
from kdstudio.gui.widgets.text import label


class DataPage(Page):
    """Step 1 of the wizard."""

    key = "data"

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio)
        self.setAcceptDrops(True)
        self._shown: object = None
        self.set_primary(self.tr("Next"), lambda: studio.go("models"), self.tr("Next: models"))
        self.task = Segmented(
            [("image-classification", self.tr("Images")), ("text-classification", self.tr("Texts"))],
            self.tr("Kind of data"),
        )
        self.task.chosen.connect(self._on_task)
        self.change = button(self.tr("Other data…"), self._on_change, icon="folder-open")
        self.add_head_action(self.task)
        self.add_head_action(self.change)
        self.drop = self._drop_zone()
        self.overview = Overview(studio)
        self.finding = FindingView(studio)
        self.overview.opened.connect(self._open_finding)
        self.finding.closed.connect(self._close_finding)
        self.failure = ErrorBanner()
        self.stack = Stack()
        for view in (self.drop, self.overview, self.finding):
            self.stack.addWidget(view)
        self.add(self.failure)
        self.add(self._progress())
        self.add(self.stack, 1)
        studio.recipe_changed.connect(self._on_recipe)
        studio.health_changed.connect(self.refresh)
        studio.finding_wanted.connect(self._open_finding)
        studio.probe.changed.connect(self._show_disputes)
        self.refresh()

    def _drop_zone(self) -> DropZone:
        zone = DropZone(
            self.tr("Drop your data here"),
            self.tr(
                "A folder with one folder of images or texts for each class, IDX files, a CSV, JSONL or Parquet table, "
                "or a zip file of these. What it is and how it is laid out is recognised."
            ),
            self.tr("Data (*.csv *.tsv *.jsonl *.parquet *.gz *ubyte *.zip *.tar *.tgz *.tar.xz *.tar.bz2)"),
        )
        zone.buttons.flow.addWidget(button(self.tr("Try the sample"), self.studio.try_sample, kind="link"))
        zone.dropped.connect(self.choose)
        return zone

    def _progress(self) -> Card:
        self.progress = Card(padding=16)
        self._progress_words = label("", "strong")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the data check"))
        self.progress.add(self._progress_words)
        self.progress.add(self._bar)
        return self.progress

    def choose(self, path: Path) -> None:
        """Begin with other data."""
        self.drop.refuse("", "")
        self.studio.use_data(path, self._on_refused)

    def _on_refused(self, error: Exception) -> None:
        if not isinstance(error, KDError):
            raise error
        if self.stack.currentWidget() is self.drop:
            self.drop.refuse(spoken.engine(error.message), spoken.engine(error.hint))
        else:
            self.failure.show_error(error)

    def command(self) -> str:
        """The same check in a terminal."""
        return check_command_for(self.studio.recipe)

    def refresh(self) -> None:
        """Bring everything in step with the recipe and its check."""
        check, recipe = self.studio.check, self.studio.recipe
        chosen = bool(recipe.data.path)
        self.task.setVisible(chosen)
        self.task.set_value(recipe.task)
        self.change.setVisible(chosen)
        self.block(self.studio.blocked("models"))
        if check.failure is not None:
            self.failure.show_error(check.failure, self._retry)
        else:
            self.failure.hide()
        self._show_progress()
        unopened = check.result is not None and check.result.unopened
        if not chosen or check.result is None or unopened:
            self._shown = None
            self.drop.setVisible(not chosen or check.failure is not None or (unopened and not check.busy))
            if chosen and unopened and check.result is not None:
                refusal = check.result.findings[0]
                self.drop.refuse(spoken.engine(refusal.message), spoken.engine(refusal.hint))
            self.stack.setCurrentWidget(self.drop)
        elif check.result is not self._shown:
            self._shown = check.result
            self.overview.show_health(check.result)
            self._show_disputes()
            if not self._stays_open(check.result):
                self.stack.setCurrentWidget(self.overview)
        self._show_heading()

    def _stays_open(self, health: Health) -> bool:
        """Whether the opened finding is still one; a person who works through it stays in it."""
        opened = self.finding.finding
        if opened is None or self.stack.currentWidget() is not self.finding:
            return False
        if opened.code == disputes.CODE:
            return True
        now = next((finding for finding in health.findings if finding.code == opened.code and finding.items), None)
        if now is not None:
            self.finding.show_finding(now)
        return now is not None

    def _show_disputes(self) -> None:
        profile = self.studio.probe.current(self.studio.recipe)
        self.overview.show_disputes(disputes.finding(profile) if profile is not None else None)

    def _show_heading(self) -> None:
        health = self.studio.check.result
        if health is not None and self.studio.recipe.data.path:
            self.set_heading(self.tr("Data"), summary(health))
        else:
            self.set_heading(self.tr("Data"), self.tr("Examples that teacher and student learn from."))

    def _show_progress(self) -> None:
        check = self.studio.check
        self.progress.setVisible(check.busy)
        if not check.busy:
            return
        step = check.job.view.progress.get(check.job.view.phase) if check.job else None
        if step is None or not step.total:
            self._bar.setRange(0, 0)
            self._progress_words.setText(self.tr("Looking at the data…"))
        else:
            self._bar.setRange(0, 1000)
            self._bar.setValue(round(1000 * step.done / step.total))
            counted = f"{words.number(step.done)} / {words.number(step.total)} {spoken.engine(step.unit)}".strip()
            self._progress_words.setText(self.tr("Checking the data: {counted}").format(counted=counted))

    def _on_recipe(self) -> None:
        if self.stack.currentWidget() is self.finding:
            self.finding.refresh()
        self.overview.show_examples()
        self._show_disputes()
        self.refresh()

    def _on_task(self, value: str) -> None:
        recipe = start.with_task(
            self.studio.recipe, "text-classification" if value.startswith("text") else "image-classification"
        )
        self.studio.set_recipe(recipe, self.tr("kind of data"))

    def _on_change(self) -> None:
        self.studio.new_recipe()

    def _retry(self) -> None:
        self.studio.check.want(self.studio.recipe, again=True)

    def _open_finding(self, finding: Finding) -> None:
        self.finding.show_finding(finding)
        self.stack.setCurrentWidget(self.finding)
        self.finding.back.setFocus()

    def _close_finding(self) -> None:
        self.stack.setCurrentWidget(self.overview)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Other data may be dropped at any time."""
        if local_paths(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Begin with what was dropped."""
        if paths := local_paths(event):
            self.choose(paths[0])
