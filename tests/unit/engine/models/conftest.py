from __future__ import annotations

import pytest

from kdstudio.core.inputs import ImageInput


@pytest.fixture
def rgb() -> ImageInput:
    return ImageInput(size=32, channels=3, mean=(0.5, 0.5, 0.5), std=(0.25, 0.25, 0.25))


@pytest.fixture
def gray() -> ImageInput:
    return ImageInput(size=28, channels=1, mean=(0.13,), std=(0.31,))
