"""One finding opened: its examples side by side, and what can be done about it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kdstudio.core.health import ACCEPTABLE, SETTLED, Finding
from kdstudio.core.recipe import Recipe
from kdstudio.gui import curation, spoken
from kdstudio.gui.data.actions import ExampleActions
from kdstudio.gui.data.files import Files, marked, previews
from kdstudio.gui.studio import Studio
from kdstudio.gui.theme import SPACE
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.card import Card, column, row, scrolled
from kdstudio.gui.widgets.columns import Columns
from kdstudio.gui.widgets.example_detail import SIDE, ExampleDetail
from kdstudio.gui.widgets.examples import Example, ExampleView
from kdstudio.gui.widgets.flow import Flow
from kdstudio.gui.widgets.pill import Pill, PillTone
from kdstudio.gui.widgets.text import label

ABOUT_CLASSES = {*("empty-class", "similar-class-names", "imbalance", "unseen-class", "tiny-classes", "merged-classes")}
DUPLICATES = {"duplicates", "cross-split-duplicates", "label-conflicts", "near-duplicates", "near-cross-split"}
_SHOWN = 1000
_TONES: dict[str, PillTone] = {"pass": "ok", "warn": "warn", "stop": "stop"}


class FindingView(QWidget):
    """``closed`` leads back to the overview."""

    closed = Signal()

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self._studio = studio
        self.finding: Finding | None = None
        self._code = ""
        self.back = button(self.tr("Back to the data"), self.closed.emit, kind="link", icon="arrow-left")
        self._pill = Pill("")
        self._message = label("", "section", wrap=True)
        self._hint = label("", "muted", wrap=True)
        self.keep_first = button(self.tr("Keep one of each"), self._on_keep_first, icon="copy")
        self.together = button(self.tr("Keep them in one split"), self._on_together, icon="layers")
        self.merge = button(self.tr("Merge them"), self._on_merge, icon="merge")
        self.unmerge = button(self.tr("Take the merging back"), self._on_unmerge, icon="undo-2")
        self.accept = button(self.tr("Accept as it is"), self._on_accept, icon="check")
        self.unaccept = button(self.tr("No longer accept"), self._on_unaccept, icon="undo-2")
        self.open_folder = button(self.tr("Show in folder"), self._on_open, kind="quiet", icon="folder-open")
        self.examples = ExampleView(self.tr("Examples of this finding"))
        self.detail = ExampleDetail(self.examples, grouped=True)
        self._beside = scrolled(column(self.detail))
        self.actions_ = ExampleActions(studio, self.examples)
        self._lay_out()
        self.examples.selectionModel().selectionChanged.connect(self._refresh_open)

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setSpacing(6)
        head.addLayout(row(self._pill, None))
        head.addWidget(self._message)
        head.addWidget(self._hint)
        head.addWidget(Flow(self.keep_first, self.together, self.merge, self.unmerge, self.accept, self.unaccept))
        card = Card(padding=16)
        card.add(head)
        card.add(Columns((self.examples, 1), (self._beside, SIDE + 2 * SPACE)), 1)
        self.actions_.control.addWidget(self.open_folder)
        card.add(self.actions_)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(row(self.back, None))
        layout.addWidget(card, 1)

    def show_finding(self, finding: Finding) -> None:
        """Show a finding's examples in their groups."""
        self.finding = finding
        words = {"pass": self.tr("Fine"), "warn": self.tr("Warning"), "stop": self.tr("Must be resolved")}
        self._pill.set(words[finding.severity], _TONES[finding.severity])
        self._message.setText(spoken.engine(finding.message))
        self._hint.setText(spoken.engine(finding.hint))
        classes = finding.code in ABOUT_CLASSES
        groups = any(len(group) > 1 for group in finding.items)
        accepted = finding.code in self._studio.recipe.data.accept
        self.keep_first.setVisible(finding.code in DUPLICATES and groups)
        self.merge.setVisible(finding.code == "similar-class-names")
        self.unmerge.setVisible(finding.code == "merged-classes")
        self.together.setVisible(finding.code == "near-cross-split" and self._split_made())
        self.accept.setVisible(finding.code in ACCEPTABLE | SETTLED and not accepted)
        self.unaccept.setVisible(accepted)
        self.actions_.setVisible(not classes and bool(finding.items))
        self.open_folder.setVisible(not classes)
        self.examples.setVisible(bool(finding.items))
        self._beside.setVisible(bool(finding.items) and not classes)
        self.refresh()

    def sizeHint(self) -> QSize:
        """As little as may be: the examples and what stands beside them scroll by themselves."""
        return self.minimumSizeHint()

    def _split_made(self) -> bool:
        health = self._studio.check.result
        return health is not None and health.split_made and not self._studio.recipe.data.similar_together

    def refresh(self) -> None:
        """Show what has been changed about the examples by hand."""
        finding = self.finding
        recipe, health = self._studio.recipe, self._studio.check.result
        if finding is None or health is None:
            return
        classes = finding.code in ABOUT_CLASSES
        known, files = {} if classes else previews(self._studio), Files(recipe, health)
        details = (*finding.details, *[""] * len(finding.items))
        shown: list[Example] = []
        for number, (group, detail) in enumerate(zip(finding.items, details, strict=False)):
            if len(shown) >= _SHOWN:
                self._hint.setText(
                    " ".join((spoken.engine(finding.hint), self.tr("The first {n} are listed.").format(n=len(shown))))
                )
                break
            for id in group:
                example = known.get(id, Example(id, text=id))
                image = None if classes else files.of(id) or example.image
                shown.append(replace(example, image=image, note=spoken.engine(detail), group=number))
        self._show_examples(marked(recipe, shown), finding.code)
        self._refresh_open()

    def _show_examples(self, examples: list[Example], code: str) -> None:
        """Show examples; of a finding that was open before, stay at the place where the person was in it."""
        place, rolled = self.examples.currentIndex().row(), self.examples.verticalScrollBar().value()
        self.examples.show_examples(examples)
        if code == self._code and examples and place >= 0:
            self.examples.setCurrentIndex(self.examples.examples.index(min(place, len(examples) - 1)))
            self.examples.verticalScrollBar().setValue(rolled)
        self._code = code

    def _refresh_open(self) -> None:
        chosen = self.examples.chosen()
        self.open_folder.setEnabled(len(chosen) == 1 and self._file(chosen[0]) is not None)

    def _file(self, example: Example) -> Path | None:
        health = self._studio.check.result
        return Files(self._studio.recipe, health).of(example.id) if health is not None else None

    def _finish(self, recipe: Recipe, words: str) -> None:
        """The finding is dealt with. It is closed first: there is no need to show it once more."""
        self.closed.emit()
        self._change(recipe, words)

    def _change(self, recipe: Recipe, words: str) -> None:
        self._studio.set_recipe(recipe, words)
        self._studio.told.emit(self.tr("Done: {what}. Ctrl+Z takes it back.").format(what=words))

    def _on_keep_first(self) -> None:
        assert self.finding is not None
        recipe = curation.keep_first(self._studio.recipe, self.finding.items)
        self._finish(recipe, self.tr("kept one of each duplicate"))

    def _on_together(self) -> None:
        recipe = curation.with_data(self._studio.recipe, similar_together=True)
        self._finish(recipe, self.tr("kept look-alikes together"))

    def _on_merge(self) -> None:
        assert self.finding is not None
        recipe = self._studio.recipe
        for group in self.finding.items:
            recipe = curation.merge(recipe, group, group[0])
        self._finish(recipe, self.tr("merged classes"))

    def _on_unmerge(self) -> None:
        self._finish(curation.unmerge(self._studio.recipe), self.tr("took the merging back"))

    def _on_accept(self) -> None:
        assert self.finding is not None
        self._finish(curation.accept(self._studio.recipe, self.finding.code), self.tr("accepted a finding"))

    def _on_unaccept(self) -> None:
        assert self.finding is not None
        self._finish(curation.unaccept(self._studio.recipe, self.finding.code), self.tr("no longer accepted"))

    def _on_open(self) -> None:
        file = self._file(self.examples.chosen()[0])
        if file is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.parent)))
