"""The rows with their filters, and the chosen one beside them with what a person says of it."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget

from kdstudio.core.synthesis import Row
from kdstudio.gui import figures
from kdstudio.gui.studio import Studio
from kdstudio.gui.teach.row_detail import RowDetail
from kdstudio.gui.teach.row_view import RowView
from kdstudio.gui.widgets.card import Card, column
from kdstudio.gui.widgets.columns import Columns
from kdstudio.gui.widgets.flow import Flow
from kdstudio.gui.widgets.search_field import SearchField, matches
from kdstudio.gui.widgets.text import label

_EVERY = ""


class RowsPanel(QWidget):
    """Rows of the newest stage, judged by keyboard or by the buttons beside them."""

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self._teaching, self._work = studio.teaching, studio.teaching.work
        self._stage: str | None = None
        self.view = RowView(self.tr("Rows"))
        self.detail = RowDetail()
        self.search = SearchField(self.tr("Search"))
        self.state, self.label = QComboBox(), QComboBox()
        self._count = label("", "small")
        self.setLayout(column(Columns((self._list_card(), 1), (self.detail, 360))))
        self.view.judged.connect(self.judge)
        self.detail.judged.connect(self.judge)
        self.view.current_changed.connect(self._show_current)
        self.search.textChanged.connect(self._filter)
        for choice in (self.state, self.label):
            choice.activated.connect(self._filter)
        self._work.moved.connect(self.refresh)
        self._work.judged.connect(self._on_judged)
        self._teaching.opened.connect(self._on_opened)
        self._teaching.changed.connect(self._show_names)
        self._on_opened()

    def _list_card(self) -> Card:
        for value, text in (
            ("all", self.tr("All rows")),
            ("waiting", self.tr("To be judged")),
            ("kept", self.tr("Kept")),
            ("doubtful", self.tr("Doubtful")),
            ("dropped", self.tr("Dropped")),
            ("judged", self.tr("Judged")),
        ):
            self.state.addItem(text, value)
        self.state.setAccessibleName(self.tr("Which rows"))
        self.label.setAccessibleName(self.tr("Rows of which label"))
        self.label.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.label.setMinimumContentsLength(10)
        card = Card(padding=14)
        card.setAccessibleName(self.tr("Rows"))
        card.add(Flow(self.search, self.state, self.label, self._count))
        card.add(self.view, 1)
        return card

    def _on_opened(self) -> None:
        self._stage = None
        self._show_names()
        self.refresh()

    def _show_names(self) -> None:
        names = [name for name in self._teaching.task.brief.names if name.strip()]
        self.detail.show_names(names)
        if [self.label.itemText(place) for place in range(1, self.label.count())] != names:
            self.label.clear()
            self.label.addItem(self.tr("All labels"), _EVERY)
            for name in names:
                self.label.addItem(name, name)
        self._show_current()

    def refresh(self) -> None:
        """Show what has come."""
        if self._work.stage != self._stage:
            self._stage = self._work.stage
            self.show_state("waiting" if self._stage == "pilot" else "all")
        self.view.rows.reviews = self._work.reviews
        self.view.rows.show_rows(self._work.rows)
        self._show_count()

    def show_state(self, state: str) -> None:
        """Show the rows of a state."""
        self.state.setCurrentIndex(self.state.findData(state))
        self._filter()

    def _filter(self) -> None:
        words, state, label_ = self.search.words(), self.state.currentData(), self.label.currentData() or _EVERY
        model, work = self.view.rows, self._work

        def accept(row: Row) -> bool:
            if state == "waiting":
                fits = work.waits(row)
            elif state == "judged":
                fits = row.id in work.reviews
            else:
                fits = state in ("all", row.state)
            return fits and label_ in (_EVERY, model.label(row)) and matches(words, row.text)

        model.reviews = work.reviews
        model.set_filter(accept)
        self._show_count()

    def _show_count(self) -> None:
        self._count.setText(self.tr("{n} rows").format(n=figures.count(len(self.view.rows.shown))))

    def _on_judged(self) -> None:
        self.view.rows.show_reviews(self._work.reviews)
        self._show_current()

    def _show_current(self) -> None:
        row = self.view.current
        self.detail.show_row(row, self._work.reviews.get(row.id) if row is not None else None)

    def judge(self, said: str) -> None:
        """Say something of the current row, and go on to the next that waits; a row the teacher lost stays lost."""
        row, names = self.view.current, self._teaching.task.brief.names
        if row is None or (row.state == "dropped" and row.id not in self._work.reviews):
            return
        if said == "out":
            self._work.review(row, "")
        elif said == "right":
            self._work.review(row, row.label)
        elif said == "held-out":
            self._work.review(row, self.view.rows.label(row), held_out=True)
        elif said.isdigit() and int(said) < len(names):
            self._work.review(row, names[int(said)])
        else:
            return
        self.view.next_waiting(self._work.waits)
