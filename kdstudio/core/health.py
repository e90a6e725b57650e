"""The result of a data check, as plain data for the window and the terminal."""

from __future__ import annotations

from typing import Literal

import msgspec

Severity = Literal["pass", "warn", "stop"]
Split = Literal["train", "validation", "test"]


ACCEPTABLE = frozenset({"cross-split-duplicates", "label-conflicts", "empty-class", "unseen-class"})
"""Stops that a person may look at and accept; they become warnings."""

SETTLED = frozenset({"near-duplicates", "near-cross-split", "near-label-conflicts"})
"""Warnings that a person may look at and accept; they pass from then on."""


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


def full_hint(finding: Finding) -> str:
    """The hint of a line where there is no button beside it: with what to write into the recipe to accept a stop."""
    if finding.severity != "stop" or finding.code not in ACCEPTABLE:
        return finding.hint
    return f"{finding.hint} Or accept it: data.accept = {finding.code}."


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
    def unopened(self) -> bool:
        """Whether there is nothing to show but the reason: not even a table whose columns could be chosen."""
        return not self.layout and not self.columns

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """The findings that must be resolved or accepted before training."""
        return tuple(finding for finding in self.findings if finding.severity == "stop")
