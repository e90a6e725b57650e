"""The licence of a teacher, and whether it says something about training on a model’s outputs."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

_CARDS = ("README.md", "LICENSE.md", "LICENSE", "LICENSE.txt", "LICENCE")
_HEAD_BYTES = 64 << 10
_CAUTIONS = (
    (
        r"llama[- ]?[23](?!\.[1-9])",
        "The Llama 2 and 3 licences forbid using outputs to improve any language model but Llama itself.",
    ),
    (
        r"llama[- ]?(3\.[1-9]|4)",
        "The licence asks that a model trained on outputs is named “Llama…” and says “Built with Llama”.",
    ),
    (r"gemma", "The Gemma terms cover models trained on its outputs: the same limits must be passed on."),
    (r"openai|gpt-4|anthropic|claude", "The provider’s terms forbid training models that compete with its own."),
    (
        r"cc[- ]by[- ]nc|non-?commercial|research[- ]only",
        "The licence allows no commercial use; that may cover the student.",
    ),
    (
        r"cc[- ]by[- ]sa|agpl|gpl-3|gpl-2",
        "What is derived must be shared alike; that may cover the student.",
    ),
)


def of_model(path: Path) -> str:
    """The licence that a model’s folder names, such as “apache-2.0”, or an empty string.

    The card of a model of ours names it, or a Hugging Face card in its head; otherwise the first line of a licence
    file is taken.
    """
    folder = path if path.is_dir() else path.parent
    if own := _of_own_card(folder):
        return own
    for name in _CARDS:
        try:
            with (folder / name).open(encoding="utf-8", errors="replace") as stream:
                text = stream.read(_HEAD_BYTES)
        except OSError:
            continue
        if name == "README.md":
            head = re.match(r"---\s*\n(.*?)\n---", text, re.DOTALL)
            found = re.search(
                r"^licen[sc]e(?:_name)?:\s*[\"']?([^\"'\n]+)", head.group(1) if head else "", re.MULTILINE
            )
            if found:
                return found.group(1).strip()
        elif lines := [line.strip("# \t") for line in text.splitlines() if line.strip("# \t")]:
            return lines[0][:120]
    return ""


def _of_own_card(folder: Path) -> str:
    from kdstudio.engine.models import saved  # brings torch, which a teacher LLM's licence needs not

    try:
        card = msgspec.json.decode((folder / saved.CARD).read_bytes())
        return str(card["extra"]["licence"])
    except (OSError, msgspec.MsgspecError, KeyError, TypeError):
        return ""


def caution(licence: str) -> str:
    """A sentence for a licence known to limit what may be trained on a model’s outputs, or an empty string."""
    for pattern, words in _CAUTIONS:
        if re.search(pattern, licence, re.IGNORECASE):
            return f"The teacher’s licence is {licence}. {words} Read it before you ship the student."
    return ""
