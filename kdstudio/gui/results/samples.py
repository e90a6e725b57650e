"""Test examples with what every model said to them; labels can be corrected and examples left out on the spot."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from kdstudio.core.errors import KDError
from kdstudio.core.recipe import Recipe
from kdstudio.core.resources import resolve
from kdstudio.gui import curation, words
from kdstudio.gui.results.answers import TEACHER, Answers, Results, picture
from kdstudio.gui.results.panel import title_of
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.card import column, holding
from kdstudio.gui.widgets.columns import Columns
from kdstudio.gui.widgets.example_detail import SIDE, ExampleDetail
from kdstudio.gui.widgets.examples import Example, ExampleView
from kdstudio.gui.widgets.flow import Flow
from kdstudio.gui.widgets.text import label

_LIMIT = 500


class Samples(QWidget):
    """A list of examples and one of them large."""

    def __init__(self, studio: Studio, name: str, *, narrow: bool = False) -> None:
        super().__init__()
        self._studio = studio
        self._results: Results | None = None
        self._variant = ""
        self._rows: list[int] = []
        self.heading = label("", "strong", wrap=True)
        self.view = ExampleView(name)
        self.view.setMinimumHeight(260)
        self._detail = ExampleDetail(self.view, beside=not narrow)
        self.relabel = button(self.tr("Change label …"), self._ask_label, icon="tag")
        self.exclude = button(self.tr("Leave out"), self._leave_out, icon="eye-off")
        self._hint = label(
            self.tr("Changes go into the recipe of the next run; files are never touched."), "small", wrap=True
        )
        self.view.selectionModel().selectionChanged.connect(self._show_actions)
        both = column(self.view, self._detail, spacing=16)
        both.setStretch(0, 1)
        middle = holding(both) if narrow else Columns((self.view, 1), (self._detail, SIDE))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.heading)
        layout.addWidget(middle, 1)
        layout.addWidget(Flow(self.relabel, self.exclude))
        layout.addWidget(self._hint)
        self._show_actions()

    def show_rows(self, results: Results, variant: str, rows: Iterable[int], heading: str) -> None:
        """Show test examples by their row, with the answer of ``variant``."""
        assert results.answers is not None
        found = list(rows)
        self._results, self._variant, self._rows = results, variant, found[:_LIMIT]
        if len(found) > _LIMIT:
            heading += " " + self.tr("The first {n} are shown.").format(n=_LIMIT)
        self.heading.setText(heading)
        self._fill()

    def _fill(self) -> None:
        results = self._results
        if results is None or results.answers is None:
            return
        data = self._studio.recipe.data if self._same_data(self._studio.recipe) else results.recipe.data
        excluded, relabelled = set(data.exclude), set(data.relabel)
        root = _root(results.recipe)
        examples = []
        for number in self._rows:
            id = results.answers.ids[number]
            shown = results.answers.shown.get(number)
            path = picture(results.folder, shown) or _file(root, id)
            examples.append(
                Example(
                    id=id,
                    label=self._caption(results.answers, number),
                    text=shown.text if shown else "",
                    image=path,
                    note=said(results, number),
                    mark="excluded" if id in excluded else "relabelled" if id in relabelled else "",
                )
            )
        self.view.show_examples(examples)
        self._show_actions()

    def _caption(self, answers: Answers, number: int) -> str:
        right, guess = answers.names[answers.labels[number]], answers.names[answers.guesses[self._variant][number]]
        sure = words.share(float(answers.confidences[self._variant][number]))
        return f"{right} → {guess} · {sure}" if right != guess else f"{right} · {sure}"

    def _show_actions(self) -> None:
        chosen = bool(self.view.chosen())
        for part in (self.relabel, self.exclude):
            part.setEnabled(chosen)
            part.setToolTip("" if chosen else self.tr("Select examples first."))

    # changing

    def _ask_label(self) -> None:
        if self._results is None:
            return
        menu = QMenu(self)
        for name in self._results.report.labels:
            menu.addAction(name, partial(self._change_label, name))
        menu.popup(self.relabel.mapToGlobal(self.relabel.rect().bottomLeft()))

    def _change_label(self, name: str) -> None:
        ids = [example.id for example in self.view.chosen()]
        sentence = self.tr("{n} example(s) relabelled as {name}", "", len(ids)).format(n=len(ids), name=name)
        self._change(lambda recipe: curation.relabel(recipe, ids, name), sentence)

    def _leave_out(self) -> None:
        ids = [example.id for example in self.view.chosen()]
        sentence = self.tr("{n} example(s) left out", "", len(ids)).format(n=len(ids))
        self._change(lambda recipe: curation.exclude(recipe, ids), sentence)

    def _change(self, change: Callable[[Recipe], Recipe], sentence: str) -> None:
        """Change the recipe at hand where it is about the same data, the run's own otherwise."""
        assert self._results is not None
        if not self._same_data(self._studio.recipe):
            self._studio.new_recipe(self._results.recipe)
        self._studio.set_recipe(change(self._studio.recipe), sentence)
        self._studio.told.emit(sentence + ". " + self.tr("Ctrl+Z takes it back."))
        self._fill()

    def _same_data(self, recipe: Recipe) -> bool:
        return self._results is not None and recipe.data.path == self._results.recipe.data.path


def said(results: Results, number: int) -> str:
    """What is right and what every model answered to an example, one line each."""
    answers = results.answers
    assert answers is not None
    right = QCoreApplication.translate("results", "Right: {label}")
    lines = [right.format(label=answers.names[answers.labels[number]])]
    order = [TEACHER, *(variant for variant in answers.probabilities if variant != TEACHER)]
    for variant in order:
        if variant in answers.probabilities:
            sure = words.share(float(answers.confidences[variant][number]))
            guess = answers.names[answers.guesses[variant][number]]
            lines.append(f"{title_of(results.report, variant)}: {guess} ({sure})")
    return "\n".join(lines)


def _root(recipe: Recipe) -> Path | None:
    try:
        found = resolve(recipe.data.path)
    except KDError:
        return None
    return found if found.is_dir() else found.parent


def _file(root: Path | None, id: str) -> Path | None:
    """The example's own file, where its id is a path below the data."""
    if root is None or not Path(id).suffix:
        return None
    path = root / id
    return path if path.is_file() else None
