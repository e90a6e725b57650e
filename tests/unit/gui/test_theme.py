from __future__ import annotations

import re
from itertools import product

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from kdstudio.core import resources
from kdstudio.gui import theme
from kdstudio.gui.theme import DARK, LIGHT, Tokens

GROUNDS = ("canvas", "rail", "surface", "sunken", "hover")
PAIRS = [
    *product(("text", "muted"), GROUNDS),
    *product(("accent_text", "ok", "warn", "stop"), ("canvas", "surface", "sunken")),
    *(("text", f"{tone}_soft") for tone in ("accent", "ok", "warn", "stop")),
    *((tone, f"{tone}_soft") for tone in ("ok", "warn", "stop")),
    ("accent_text", "accent_soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("surface", "text"),
]


def luminance(color: str) -> float:
    """WCAG 2.2, relative luminance."""
    channels = QColor(color).getRgbF()[:3]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_text_is_readable(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_edges_of_controls_and_curves_are_visible(tokens: Tokens) -> None:
    for ink in (tokens.line_strong, tokens.accent, *tokens.series):
        for ground in (tokens.surface, tokens.canvas):
            assert contrast(ink, ground) >= 3.0  # WCAG 2.2, 1.4.11


def test_the_style_sheet_uses_every_name_it_knows_and_no_other(qapp: QApplication) -> None:
    text = (resources.root() / "styles" / "app.qss").read_text(encoding="utf-8")
    used = set(re.findall(r"\$\{?(\w+)\}?", text)) - {"name"}
    known = {*Tokens.__dataclass_fields__, *(f"px_{role}" for role in theme.TYPE_SCALE), "mono", "icons"}
    assert used <= known
    for mode in ("light", "dark"):
        look = theme.apply(qapp, mode, 130)
        assert look.px("body") == round(1.3 * theme.TYPE_SCALE["body"])
        assert "$" not in theme.style_sheet(look)
    theme.apply(qapp, "light")


def test_every_icon_named_in_the_code_exists() -> None:
    folder = resources.root() / "icons"
    assert "ISC License" in (folder / "LICENSE").read_text(encoding="utf-8")
    for name in ("light", "dark"):
        for file in re.findall(r"\$icons/([\w-]+\.svg)", (resources.root() / "styles" / "app.qss").read_text()):
            assert (folder / name / file).is_file()
