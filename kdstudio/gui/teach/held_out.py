"""The held-out set: texts that a person labelled, by which teacher and student are judged and nobody learns."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from kdstudio.core.errors import KDError
from kdstudio.core.synthesis import HELD_OUT
from kdstudio.gui import background
from kdstudio.gui.studio import Studio
from kdstudio.gui.teach.past import Example
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.card import Card, column, row
from kdstudio.gui.widgets.columns import Columns
from kdstudio.gui.widgets.drop_zone import local_paths
from kdstudio.gui.widgets.flow import Flow
from kdstudio.gui.widgets.table import Cell, Table
from kdstudio.gui.widgets.text import label
from kdstudio.gui.widgets.text_area import TextArea
from kdstudio.runs import task_folder


class HeldOutView(QWidget):
    """Write examples by hand, paste or import them, or take rows that were checked."""

    counted = Signal()

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self._studio, self._teaching, self._work = studio, studio.teaching, studio.teaching.work
        self.setAcceptDrops(True)
        self._ids: list[str] = []
        self.setLayout(column(Columns((self._list_card(), 1), (self._add_card(), 340))))
        self._work.judged.connect(self.refresh)
        self._work.moved.connect(self._refresh_names)
        self._teaching.opened.connect(self.refresh)
        self._teaching.changed.connect(self._refresh_names)
        self.refresh()

    def _list_card(self) -> Card:
        card = Card(self.tr("Held-out set"), padding=18)
        self._count = label("", "strong", wrap=True)
        words = self.tr(
            "Teacher and student are judged by these, and neither is ever shown them: without them nobody knows "
            "whether the labels are right. Real texts are best."
        )
        self.table = _Table(self.tr("Held-out set"), [self.tr("Text"), self.tr("Label"), self.tr("From")])
        self.table.removed.connect(self._remove)
        self.remove = button(self.tr("Remove"), self._remove, icon="trash-2", name=self.tr("Remove the chosen"))
        self.table.selection_changed.connect(self._refresh_remove)
        card.add(label(words, "muted", wrap=True))
        card.add(self._count)
        card.add(self.table, 1)
        card.add(Flow(self.remove))
        return card

    def _add_card(self) -> Card:
        card = Card(self.tr("Add examples"), padding=18)
        self.text = TextArea(self.tr("Text of a held-out example"), least=3, example=self.tr("A real input"))
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Its right label"))
        self.choice.setPlaceholderText(self.tr("Label"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(8)
        self.add = button(self.tr("Add"), self._add, icon="plus", name=self.tr("Add the example"))
        self.text.edited.connect(lambda _: self._refresh_add())
        self.choice.activated.connect(lambda _: self._refresh_add())
        self.file = button(self.tr("Import CSV…"), self._choose, icon="file")
        self.paste = button(self.tr("Paste"), self._paste, icon="clipboard-paste", name=self.tr("Paste lines"))
        line = row(self.choice, self.add)
        line.setStretch(0, 1)
        card.add(self.text)
        card.add(line)
        words = self.tr("Or many at once: a line each, the text and its label in two columns.")
        card.add(label(words, "small", wrap=True))
        card.add(Flow(self.file, self.paste))
        words = self.tr("Rows of the teacher that you have checked come here by the key H.")
        card.add(label(words, "small", wrap=True))
        card.body.addStretch(1)
        return card

    # what is shown

    def refresh(self) -> None:
        """Show all of them."""
        self._refresh_names()
        examples = self._work.examples()
        names = set(self._teaching.task.brief.names)
        self._ids = [id for _, _, id in examples]
        hand, taken = self.tr("you"), self.tr("the teacher")
        self.table.show_rows(
            [
                (
                    Cell(" ".join(text.split()), tip=text),
                    Cell(label_, tone="" if label_ in names else "stop"),
                    Cell(taken if id else hand),
                )
                for text, label_, id in examples
            ]
        )
        self.table.setVisible(bool(examples))
        self.remove.setVisible(bool(examples))
        self._refresh_remove()
        count = len(examples)
        enough = self.tr("{n} examples.").format(n=count)
        few = self.tr("{n} of {wanted} wanted.").format(n=count, wanted=HELD_OUT)
        self._count.setText(enough if count >= HELD_OUT else few)
        self.counted.emit()

    def _refresh_names(self) -> None:
        names = [name for name in self._teaching.task.brief.names if name.strip()]
        if [self.choice.itemText(place) for place in range(self.choice.count())] != names:
            self.choice.clear()
            self.choice.addItems(names)
            self.choice.setCurrentIndex(-1)
        self._refresh_add()

    def _refresh_add(self) -> None:
        self.add.setEnabled(bool(self.text.toPlainText().strip()) and self.choice.currentIndex() >= 0)

    def _refresh_remove(self) -> None:
        self.remove.setEnabled(bool(self.table.selected()))

    # what is done

    def _add(self) -> None:
        self._take([(self.text.toPlainText().strip(), self.choice.currentText())])
        self.text.show_text("")
        self._refresh_add()
        self.text.setFocus()

    def _take(self, examples: list[Example]) -> None:
        """Hold these out as well; a text that is there already gets its newer label."""
        held = dict(self._work.held_out)
        before = len(held)
        held.update(examples)
        self._work.set_held_out(list(held.items()))
        if len(examples) > 1:
            self._studio.told.emit(self.tr("{n} examples were added.").format(n=len(held) - before))

    def _remove(self) -> None:
        chosen = self.table.selected()
        own = len(self._work.held_out)
        gone = {number for number in chosen if number < own}
        for number in chosen:
            if number >= own:
                self._work.release(self._ids[number])
        self._work.set_held_out([example for n, example in enumerate(self._work.held_out) if n not in gone])

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Import held-out examples"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Table (*.csv *.tsv *.txt)"), self.tr("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.take_file(Path(path)))
        dialog.open()

    def take_file(self, file: Path) -> None:
        """Add what a table holds; a row that is none is named, and nothing is added."""
        names = self._teaching.task.brief.names
        background.run(lambda: task_folder.read_examples(file, names), self._take, self._fail)

    def _paste(self) -> None:
        try:
            text = QGuiApplication.clipboard().text()
            self._take(task_folder.parse_examples(text, self._teaching.task.brief.names, self.tr("The clipboard")))
        except KDError as error:
            self._fail(error)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, KDError):
            raise error
        self._studio.show_error(error)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A table may be dropped."""
        if local_paths(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        if paths := local_paths(event):
            self.take_file(paths[0])


class _Table(Table):
    """Delete removes what is chosen."""

    removed = Signal()

    def __init__(self, name: str, headers: list[str]) -> None:
        super().__init__(name, headers, sortable=False, whole=12, multiple=True, spare=(2,))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)
