"""An own model as a folder: ``model.safetensors`` with the weights and ``kdstudio.json`` with everything else.

A network of the ``transformers`` library also gets its ``config.json``, the files that prepare its input, and keeps its
own tensor names, so that the folder is a Hugging Face folder as well.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
from torch import nn

from kdstudio.core.catalog import FOLDER
from kdstudio.core.errors import Code, KDError
from kdstudio.core.inputs import InputSpec
from kdstudio.engine.models import hub_files, registry, weights
from kdstudio.engine.models.wrapped import TransformersNet
from kdstudio.runs.files import replacing, sha256, write_atomic

WEIGHTS, CARD = "model.safetensors", "kdstudio.json"
VERSION = 1


class Card(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Content of ``kdstudio.json``. ``extra`` holds what others want to keep, such as measured accuracies."""

    version: int = VERSION
    architecture: str
    params: dict[str, Any]
    input: InputSpec
    labels: tuple[str, ...]
    extra: dict[str, Any] = {}


@dataclass(frozen=True)
class SavedModel:
    """A loaded folder. ``fingerprint`` is the hash of weights and card."""

    module: nn.Module
    architecture: str
    params: dict[str, Any]
    input: InputSpec
    labels: tuple[str, ...]
    extra: dict[str, Any]
    fingerprint: str


def save(
    folder: Path,
    module: nn.Module,
    *,
    architecture: str,
    params: Mapping[str, Any],
    input: InputSpec,
    labels: Sequence[str],
    extra: Mapping[str, Any] | None = None,
    half: bool = False,
) -> None:
    """Write a model folder atomically; ``half`` stores float16 and halves the file. It is loaded as float32."""
    card = Card(
        architecture=architecture,
        params={} if architecture == FOLDER else dict(params),
        input=input,
        labels=tuple(labels),
        extra=dict(extra or {}),
    )
    with replacing(folder) as staging:
        staging.mkdir()
        weights.write_safetensors(staging / WEIGHTS, core(module).state_dict(), half=half)
        if isinstance(module, TransformersNet):
            hub_files.write(staging, module, card.labels, input)
        write_atomic(staging / CARD, msgspec.json.format(msgspec.json.encode(card), indent=2) + b"\n")


def core(module: nn.Module) -> nn.Module:
    """The module whose tensor names stand in the file: a transformers network keeps its own."""
    return module.network if isinstance(module, TransformersNet) else module


def is_saved(folder: Path) -> bool:
    """Whether this is a folder that :func:`save` wrote."""
    return (folder / CARD).is_file()


def read_card(folder: Path) -> Card:
    """The description alone; raises ``MODEL_NOT_FOUND``, ``MODEL_DAMAGED`` or ``NEWER_VERSION``."""
    path = folder / CARD
    try:
        raw = msgspec.json.decode(path.read_bytes())
        version = raw.get("version", VERSION) if isinstance(raw, dict) else VERSION
        if isinstance(version, int) and version > VERSION:
            raise KDError(
                Code.NEWER_VERSION,
                f"The model in {folder} has version {version}; this KD Studio reads up to {VERSION}.",
                "Open it with a newer KD Studio.",
            )
        return msgspec.convert(raw, Card)
    except OSError:
        raise KDError(Code.MODEL_NOT_FOUND, f"There is no model in {folder}.", "Check the path.") from None
    except msgspec.MsgspecError as error:
        raise KDError(
            Code.MODEL_DAMAGED, f"{path} is damaged: {error}.", "Save the model again, or copy the folder anew."
        ) from None


def load(folder: Path) -> SavedModel:
    """Build the network and load its weights, in evaluation mode on the CPU as float32.

    Raises what :func:`read_card`, :func:`registry.build` and :func:`weights.put` raise.
    """
    card = read_card(folder)
    state = weights.read_safetensors(folder / WEIGHTS)
    params = {"path": str(folder)} if card.architecture == FOLDER else card.params
    module = registry.build(card.architecture, params, card.input, len(card.labels))
    weights.put(core(module), state, str(folder / WEIGHTS), registry.find(card.architecture).title)
    fingerprint = f"{sha256(folder / WEIGHTS)}-{sha256(folder / CARD)}"
    return SavedModel(module.eval(), card.architecture, card.params, card.input, card.labels, card.extra, fingerprint)
