"""What the camera sees, live, in the Try it tab."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QComboBox, QLabel

from kdstudio.gui.camera import Camera, CameraInfo
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.card import Card
from kdstudio.gui.widgets.flow import Flow

_SHOWN = QSize(280, 210)


class CameraCard(Card):
    """A preview with a switch; ``seen`` brings every frame while it is on."""

    seen = Signal(QImage)
    failed = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Camera"), padding=16)
        self._found: Sequence[CameraInfo] = ()
        self._camera: Camera | None = None
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Which camera"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.currentIndexChanged.connect(self._change)
        self.picture = QLabel()
        self.picture.setAccessibleName(self.tr("What the camera sees"))
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.hide()
        self.switch = button(self.tr("Switch the camera on"), self._on_switch, icon="camera")
        self.add(self.picture)
        self.add(Flow(self.switch, self.choice))

    @property
    def available(self) -> bool:
        """Whether this machine has a camera."""
        return bool(self._found)

    @property
    def is_on(self) -> bool:
        """Whether it looks."""
        return self._camera is not None

    def offer(self, found: Sequence[CameraInfo]) -> None:
        """Offer these cameras."""
        self._found = found
        self.choice.blockSignals(True)
        self.choice.clear()
        self.choice.addItems([info.name for info in found])
        self.choice.blockSignals(False)
        self.choice.setVisible(len(found) > 1)

    def start(self) -> None:
        """Switch it on."""
        if self._camera is not None or not self._found:
            return
        self._camera = Camera(self._found[max(0, self.choice.currentIndex())], self)
        self._camera.seen.connect(self._show)
        self._camera.failed.connect(self._on_failed)
        self._camera.start()
        self._say()

    def stop(self) -> None:
        """Switch it off."""
        camera, self._camera = self._camera, None
        if camera is not None:
            camera.stop()
            camera.deleteLater()
        self.picture.hide()
        self._say()

    def _say(self) -> None:
        text = self.tr("Switch the camera off") if self.is_on else self.tr("Switch the camera on")
        self.switch.setText(text)
        self.switch.setAccessibleName(text)

    def _on_switch(self) -> None:
        if self.is_on:
            self.stop()
        else:
            self.start()

    def _change(self) -> None:
        if self.is_on:
            self.stop()
            self.start()

    def _show(self, frame: QImage) -> None:
        if not self.is_on:
            return  # a frame that was under way when it was switched off
        ratio = self.devicePixelRatioF()
        shown = QPixmap.fromImage(
            frame.scaled(_SHOWN * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        )
        shown.setDevicePixelRatio(ratio)
        self.picture.setPixmap(shown)
        self.picture.show()
        self.seen.emit(frame)

    def _on_failed(self) -> None:
        if self.is_on:
            self.stop()
            self.failed.emit()
