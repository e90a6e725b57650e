"""Own examples, answered by the teacher, the student and the INT8 file side by side."""

from __future__ import annotations

import shlex
import time

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from kdstudio.core.errors import Code, KDError
from kdstudio.core.prediction import Predictions
from kdstudio.gui import background, camera
from kdstudio.gui.camera import CameraInfo
from kdstudio.gui.results.answer_card import AnswerCard
from kdstudio.gui.results.answers import Results
from kdstudio.gui.results.camera_card import CameraCard
from kdstudio.gui.results.panel import Panel, title_of
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.card import Card, row
from kdstudio.gui.widgets.columns import Columns
from kdstudio.gui.widgets.drop_zone import DropZone
from kdstudio.gui.widgets.empty import EmptyState
from kdstudio.gui.widgets.pad import DrawingPad
from kdstudio.gui.widgets.text import label
from kdstudio.gui.widgets.thumbnails import Thumbnails

_SHOWN = 20


class TryItPanel(Panel):
    """What goes in on the left, the answers on the right, newest first.

    A drawing and the camera are asked about as they change: the card of the newest answer is replaced by the next.
    """

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio)
        self.cards: list[AnswerCard] = []
        self._asker = studio.asker
        self._asker.changed.connect(self._say_state)
        self._asker.answered.connect(self._on_answered)
        self._asker.failed.connect(self._on_failed)
        self._requests: dict[int, bool] = {}
        self._asked: list[str] = []
        self._live: AnswerCard | None = None
        self._pictures = Thumbnails(self)
        self.drop = DropZone(
            self.tr("Drop pictures here"),
            self.tr("Or paste one from the clipboard with Ctrl+V."),
            self.tr("Pictures (*.png *.jpg *.jpeg *.bmp *.gif *.webp)"),
            folders=False,
        )
        self.drop.dropped.connect(lambda path: self.ask([str(path)]))
        self.paste = button(self.tr("Paste"), self._paste, icon="clipboard-paste")
        self.pad = DrawingPad()
        self.pad.drawn.connect(self._ask_drawing)
        self._clear = button(self.tr("Clear"), self._clear_pad, icon="x")
        self.text = QPlainTextEdit()
        self.text.setPlaceholderText(self.tr("Type or paste a text; an empty line separates several."))
        self.text.setAccessibleName(self.tr("Texts to try"))
        self._send = button(self.tr("Ask"), self._ask_texts, kind="primary")
        self.state = label("", "muted", wrap=True)
        self._images, self._drawing, self._texts = (
            Card(padding=0),
            Card(self.tr("Draw one"), padding=16),
            Card(padding=16),
        )
        self._empty = EmptyState(
            "sparkles",
            self.tr("The answers of all models appear here."),
            self.tr("Teacher, student and INT8 side by side, with how sure they are and how long they took."),
        )
        self._list = QWidget()
        self._answers = QVBoxLayout(self._list)
        self.camera = CameraCard()
        self.camera.seen.connect(self._ask_frame)
        self.camera.failed.connect(self._on_camera_failed)
        self.camera.hide()
        self._lay_out()
        background.run(camera.cameras, self.offer_cameras)
        QShortcut(QKeySequence.StandardKey.Paste, self, self._paste, context=_HERE)

    def _lay_out(self) -> None:
        self.drop.buttons.flow.addWidget(self.paste)
        self._images.add(self.drop)
        self._drawing.add(self.pad)
        self._drawing.add(row(self._clear, None))
        self._texts.add(self.text)
        self._texts.add(row(self._send, None))
        side = QWidget()
        left = QVBoxLayout(side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(12)
        for part in (self._drawing, self.camera, self._images, self._texts):
            left.addWidget(part)
        left.addStretch(1)
        self._answers.setContentsMargins(0, 0, 0, 0)
        self._answers.setSpacing(12)
        self._answers.addWidget(self.state)
        self._answers.addWidget(self._empty)
        self._answers.addStretch(1)
        self.body.addWidget(Columns((side, 2), (self._list, 3)), 1)

    def command(self) -> str:
        """The newest question in a terminal."""
        if self.results is None or not self._asked:
            return super().command()
        return shlex.join(["kdstudio", "predict", self.results.folder.path.name, *self._asked, "--compare"])

    def show_results(self, results: Results) -> None:
        """Take pictures or texts, as the run does."""
        images = results.recipe.task == "image-classification"
        self._images.setVisible(images)
        self._drawing.setVisible(images and results.recipe.data.path.startswith("sample:"))
        self._texts.setVisible(not images)
        self.camera.setVisible(images and self.camera.available)
        self._asked = []
        self._drop_cards(0)
        self._empty.show()
        self._say_state()

    def entered(self) -> None:
        """Have the models loaded before anything is asked."""
        if self.results is not None:
            self._asker.hold(self.results.folder, self.results.recipe)

    def left(self) -> None:
        """Free their memory."""
        self._asker.let_go()
        self._requests.clear()
        self.camera.stop()

    def hideEvent(self, event: object) -> None:
        """A camera that nobody sees is off."""
        self.camera.stop()

    # asking

    def ask(self, inputs: list[str], *, live: bool = False) -> None:
        """Have all models answer; the card of a ``live`` input, such as a drawing, is replaced by its next one."""
        if self.results is not None and inputs:
            self._asker.hold(self.results.folder, self.results.recipe)
            self._requests[self._asker.ask(inputs)] = live
            self._asked = inputs

    def _say_state(self) -> None:
        asker = self._asker
        asking = self.tr("Asking …") if asker.waiting else ""
        said = self.tr("Loading the models …") if asker.loading else asking
        self.state.setText(said)
        self.state.setVisible(bool(said))

    def _on_failed(self, error: KDError) -> None:
        if self.isVisible():
            self.studio.show_error(error, self._asker.retry)

    def _on_answered(self, number: int, found: dict[str, Predictions]) -> None:
        if number in self._requests:
            self._show_answers(found, live=self._requests.pop(number))

    def _show_answers(self, found: dict[str, Predictions], *, live: bool) -> None:
        if self.results is None:
            return
        if live and self._live is not None and self._live in self.cards:
            self._live.forget_picture()
            self._drop_card(self._live)
        titles = {variant: title_of(self.results.report, variant) for variant in found}
        count = min((len(answers.items) for answers in found.values()), default=0)
        for number in range(count):
            items = {variant: answers.items[number] for variant, answers in found.items()}
            self.cards.insert(0, AnswerCard(items, titles, self._pictures))
            self._answers.insertWidget(1, self.cards[0])
        self._live = self.cards[0] if live and self.cards else None
        self._empty.setVisible(not self.cards)
        self._drop_cards(_SHOWN)

    def _drop_cards(self, kept: int) -> None:
        """Remove the oldest answers."""
        for card in self.cards[kept:]:
            self._drop_card(card)

    def _drop_card(self, card: AnswerCard) -> None:
        self.cards.remove(card)
        self._answers.removeWidget(card)
        card.hide()  # before it is deleted, so that nothing of it is painted once more
        card.deleteLater()

    # what goes in

    def _ask_texts(self) -> None:
        texts = [part.strip() for part in self.text.toPlainText().split("\n\n")]
        self.ask([text for text in texts if text])

    def _paste(self) -> None:
        clipboard = QGuiApplication.clipboard()
        mime = clipboard.mimeData()
        paths = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
        if self._texts.isVisible():
            self.text.insertPlainText(clipboard.text())
        elif paths:
            self.ask(paths)
        elif not clipboard.image().isNull():
            self._ask_image(clipboard.image(), "pasted")
        else:
            self.studio.told.emit(self.tr("There is no picture on the clipboard."))

    def _ask_drawing(self) -> None:
        """After every stroke: the answers follow the hand."""
        self._ask_image(self.pad.image(), "drawn", live=True)

    def _clear_pad(self) -> None:
        """The next drawing gets a card of its own."""
        self.pad.clear()
        self._live = None

    def offer_cameras(self, found: list[CameraInfo]) -> None:
        """Show the camera's card where there is a camera."""
        self.camera.offer(found)
        self.camera.setVisible(self.camera.available and not self._images.isHidden())

    def _ask_frame(self, frame: QImage) -> None:
        """Ask about the newest frame once the one before it is answered."""
        if not self._requests and not self._asker.loading:
            self._ask_image(frame, "camera", live=True)

    def _on_camera_failed(self) -> None:
        message = self.tr("The camera sends no pictures.")
        hint = self.tr("Close other programs that use it, allow KD Studio to use it, and switch it on again.")
        self.studio.show_error(KDError(Code.CAMERA, message, hint), self.camera.start)

    def _ask_image(self, image: QImage, stem: str, *, live: bool = False) -> None:
        """Put a picture that is no file into one, where the worker can read it."""
        folder = self.studio.workspace.jobs / "tries"
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{stem}-{time.time_ns()}.png"
        if not image.save(str(path)):
            self.studio.show_error(
                KDError(Code.WORKSPACE_READONLY, f"{path} could not be written.", "Check the disk and try again.")
            )
            return
        self.ask([str(path)], live=live)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Several pictures may be dropped anywhere on the tab."""
        if self._images.isVisible() and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask about all of them."""
        self.ask([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])


_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut
