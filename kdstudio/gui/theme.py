"""The look as data: colours, type scale and spacing, turned into one style sheet.

:func:`current` is global in the same sense as Qt's own palette: one look for the whole application.
Every pair of text and background used by the style sheet has a contrast of at least 4.5:1 (WCAG 2.2, 1.4.3);
a test computes it from these values.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cache
from string import Template
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from kdstudio.core import resources

Mode = Literal["auto", "light", "dark"]


@dataclass(frozen=True)
class Tokens:
    """Colours by role. ``*_soft`` is a tinted background on which the plain colour is readable."""

    name: Literal["light", "dark"]
    canvas: str
    rail: str
    surface: str
    sunken: str
    hover: str
    line: str
    line_strong: str
    handle: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    accent_text: str
    accent_soft: str
    on_accent: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    stop: str
    stop_soft: str
    shadow: str
    series: tuple[str, ...]


LIGHT = Tokens(
    name="light",
    canvas="#f8f8f9",
    rail="#f0f0f2",
    surface="#ffffff",
    sunken="#f3f3f5",
    hover="#e7e7eb",
    line="#e3e3e7",
    line_strong="#8c8c97",
    handle="#c6c6ce",
    text="#1a1a1f",
    muted="#5b5b66",
    accent="#2c5fdc",
    accent_hover="#224fc0",
    accent_text="#2454c7",
    accent_soft="#e9effd",
    on_accent="#ffffff",
    ok="#176b3a",
    ok_soft="#e4f4ea",
    warn="#80530a",
    warn_soft="#fdf1d9",
    stop="#b3261e",
    stop_soft="#fdebe9",
    shadow="#141a2c",
    series=("#2c5fdc", "#c2500f", "#17803d", "#8b3fc7", "#b0184f", "#0b7285", "#7a5c00", "#5b5b66"),
)

DARK = Tokens(
    name="dark",
    canvas="#18181b",
    rail="#121214",
    surface="#212125",
    sunken="#1b1b1f",
    hover="#2c2c32",
    line="#303037",
    line_strong="#77777f",
    handle="#4a4a54",
    text="#ededf0",
    muted="#a6a6b1",
    accent="#3a6be4",
    accent_hover="#3260d2",
    accent_text="#93b2ff",
    accent_soft="#222e4d",
    on_accent="#ffffff",
    ok="#62d08d",
    ok_soft="#16301f",
    warn="#f0bb5b",
    warn_soft="#382a10",
    stop="#ff8e86",
    stop_soft="#401d1b",
    shadow="#000000",
    series=("#7da2ff", "#ff9a5c", "#5fd08a", "#c799ff", "#ff85ab", "#5fd0e0", "#e2c25a", "#a6a6b1"),
)

TYPE_SCALE = {"small": 12, "body": 14, "section": 16, "title": 24, "display": 32}
"""Pixel sizes at 100 %: one scale for the whole window."""

SPACE = 8
"""The rhythm: every margin and gap is a multiple of half of it."""

_FAMILIES = ("Inter", "SF Pro Text", "Segoe UI Variable Text", "Segoe UI", "Noto Sans", "Cantarell", "Ubuntu")
_MONOSPACE = ("JetBrains Mono", "SF Mono", "Cascadia Mono", "Consolas", "Noto Sans Mono", "DejaVu Sans Mono")


@dataclass(frozen=True)
class Look:
    """What is shown now: the colours and the factor of the font size."""

    tokens: Tokens = LIGHT
    scale: float = 1.0

    def px(self, role: str) -> int:
        """Pixel size of a step of the type scale."""
        return round(TYPE_SCALE[role] * self.scale)

    def length(self, pixels: int) -> int:
        """A width or height that grows with the font, given in pixels at 100 %."""
        return round(pixels * self.scale)

    def color(self, role: str) -> QColor:
        """A token as a colour."""
        return QColor(getattr(self.tokens, role))


_look = Look()


def current() -> Look:
    """The look that is applied."""
    return _look


def apply(app: QApplication, mode: Mode, font_percent: int = 100) -> Look:
    """Dress the application; ``auto`` follows the system."""
    global _look  # noqa: PLW0603 - see the module's docstring
    _look = Look(_tokens(mode), font_percent / 100)
    app.setPalette(_palette(_look.tokens))
    font = QFont(_first_installed(_FAMILIES) or app.font().family())
    font.setPixelSize(_look.px("body"))
    app.setFont(font)
    app.setStyleSheet(style_sheet(_look))
    return _look


def _tokens(mode: Mode) -> Tokens:
    if mode == "auto":
        hints = QGuiApplication.styleHints()
        return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return DARK if mode == "dark" else LIGHT


def style_sheet(look: Look) -> str:
    """The style sheet with this look's colours and sizes put in."""
    values: dict[str, object] = {key: value for key, value in asdict(look.tokens).items() if isinstance(value, str)}
    values |= {f"px_{role}": look.px(role) for role in TYPE_SCALE}
    values["mono"] = _first_installed(_MONOSPACE) or "monospace"
    values["icons"] = (resources.root() / "icons" / look.tokens.name).as_posix()
    return Template(_template()).substitute(values)


@cache
def _template() -> str:
    return (resources.root() / "styles" / "app.qss").read_text(encoding="utf-8")


def _first_installed(families: tuple[str, ...]) -> str:
    return next((family for family in families if QFontDatabase.hasFamily(family)), "")


def _palette(tokens: Tokens) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: tokens.canvas,
        QPalette.ColorRole.WindowText: tokens.text,
        QPalette.ColorRole.Base: tokens.surface,
        QPalette.ColorRole.AlternateBase: tokens.sunken,
        QPalette.ColorRole.Text: tokens.text,
        QPalette.ColorRole.Button: tokens.surface,
        QPalette.ColorRole.ButtonText: tokens.text,
        QPalette.ColorRole.BrightText: tokens.stop,
        QPalette.ColorRole.Highlight: tokens.accent,
        QPalette.ColorRole.HighlightedText: tokens.on_accent,
        QPalette.ColorRole.ToolTipBase: tokens.text,
        QPalette.ColorRole.ToolTipText: tokens.surface,
        QPalette.ColorRole.PlaceholderText: tokens.muted,
        QPalette.ColorRole.Link: tokens.accent_text,
        QPalette.ColorRole.Mid: tokens.line,
        QPalette.ColorRole.Dark: tokens.line_strong,
    }
    for role, color in roles.items():
        palette.setColor(role, QColor(color))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.muted))
    return palette
