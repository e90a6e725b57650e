"""A stand-in for a camera that OpenCV reads as it reads one: numbered pictures in a folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage


def film(folder: Path, frames: int) -> str:
    """Write ``frames`` pictures, 8 by 6 pixels of one reddish colour; returns OpenCV's name for them all."""
    pytest.importorskip("cv2", reason="the extra kdstudio[camera] is not installed")
    image = QImage(8, 6, QImage.Format.Format_RGB888)
    image.fill(QColor(200, 40, 10))
    for number in range(frames):
        assert image.save(str(folder / f"film-{number:03d}.png"))
    return str(folder / "film-%03d.png")
