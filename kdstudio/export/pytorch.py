"""The student’s weights for whoever goes on from them: safetensors beside the ONNX files, and no code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from torch import nn

from kdstudio.core.inputs import InputSpec
from kdstudio.engine.models import hub_files, saved, sources

FOLDER = sources.EXPORTED


@dataclass(frozen=True)
class Architecture:
    """What the student is, as :func:`kdstudio.engine.models.registry.build` is told it."""

    name: str
    params: Mapping[str, Any] = field(default_factory=dict)


def write(
    folder: Path, module: nn.Module, architecture: Architecture | None, input: InputSpec, labels: tuple[str, ...]
) -> None:
    """Write what other programs know a model by into ``folder``, and the weights into ``folder/pytorch``.

    The weights’ folder is a checkpoint of KD Studio, and one of ``transformers`` too where the student is a network of
    that library. A network whose ``architecture`` is unknown has no such folder, since nobody could build it.
    """
    hub_files.write(folder, module, labels, input)
    if architecture is not None:
        saved.save(
            folder / FOLDER,
            module,
            architecture=architecture.name,
            params=architecture.params,
            input=input,
            labels=labels,
        )
