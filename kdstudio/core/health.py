"""The result of a data check, as plain data for the window and the terminal."""

from __future__ import annotations

from typing import Literal

import msgspec

Severity = Literal["pass", "warn", "stop"]
Split = Literal["train", "validation", "test"]


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One health line: what was looked at, how it came out, what to do, and the examples it is about.

    ``items`` holds groups of example ids (each id opens in the window); ``details`` one sentence for each
    group, such as the cause of an unreadable file. ``count`` is the true number where lists are cut.
    """

    code: str
    severity: Severity
    message: str
    hint: str = ""
    count: int = 0
    items: tuple[tuple[str, ...], ...] = ()
    details: tuple[str, ...] = ()


class ClassCount(msgspec.Struct, frozen=True, kw_only=True):
    """How many examples of one class each split holds."""

    name: str
    train: int
    validation: int
    test: int


class PreviewRow(msgspec.Struct, frozen=True, kw_only=True):
    """One real example for the preview: its id, label, and text or the path of a thumbnail."""

    id: str
    label: str
    text: str = ""
    image: str = ""


class Health(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the data page shows."""

    path: str
    format: str
    layout: str
    fingerprint: str
    examples: int
    columns: tuple[str, ...] = ()
    roles: dict[str, str] = {}
    input: str = ""
    classes: tuple[ClassCount, ...] = ()
    split_made: bool = False
    split_seed: int = 0
    findings: tuple[Finding, ...] = ()
    preview: tuple[PreviewRow, ...] = ()

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """The findings that must be resolved or accepted before training."""
        return tuple(finding for finding in self.findings if finding.severity == "stop")
