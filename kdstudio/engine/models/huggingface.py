"""A Hugging Face folder on this disk: configuration and tensors are data, any code in it is left alone.

Nothing here asks a hub. A configuration that wants code of its own (``auto_map``) is refused, and tensors are read by
:mod:`.weights` and :mod:`.statedict`, not by the library.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import torch
from torch import Tensor, nn

from kdstudio.core.catalog import FOLDER
from kdstudio.core.errors import Code, KDError, first_line
from kdstudio.core.inputs import ImageInput, InputSpec, TextInput
from kdstudio.core.phrases import phrase
from kdstudio.engine.memory import require_memory
from kdstudio.engine.models import statedict
from kdstudio.engine.models.architecture import Architecture
from kdstudio.engine.models.hub_files import CONFIG, PREPROCESSOR
from kdstudio.engine.models.wrapped import ImageNetwork, TextNetwork, TransformersNet, quiet_transformers

_WEIGHTS = ("model.safetensors", "pytorch_model.bin")
_HEAD_TENSORS = 6
_MAX_JSON = 64 << 20


@dataclass(frozen=True)
class Loaded:
    """A network with the folder's weights.

    ``labels`` is empty where the folder names none; ``input`` is what its images are prepared as, None for texts.
    ``fresh`` lists the tensors that the folder does not hold, which are newly drawn.
    """

    module: TransformersNet
    labels: tuple[str, ...]
    input: ImageInput | None
    fresh: tuple[str, ...]


def is_folder(folder: Path) -> bool:
    """Whether this looks like a Hugging Face folder."""
    return (folder / CONFIG).is_file()


def load(folder: Path, data: InputSpec, classes: int | None = None) -> Loaded:
    """Build the network that the configuration describes and fill in the folder's tensors.

    ``classes`` changes the head: one of another size is drawn anew from torch's global generator.

    Raises ``MODEL_CONTAINS_CODE``, ``MODEL_FORMAT``, ``MODEL_NOT_FOUND``, ``MODEL_DAMAGED`` or ``MODEL_TOO_LARGE``.
    """
    raw = read_config(folder)
    state = _read_state(folder)
    changed = {"attn_implementation": "eager"} if isinstance(data, TextInput) else {}
    head = {"num_labels": classes} if classes is not None else {}
    if classes is not None:
        raw = {key: value for key, value in raw.items() if key not in ("id2label", "label2id")}
    with quiet_transformers() as transformers:
        kind = _model_class(transformers, folder, raw, data)
        try:
            config = transformers.CONFIG_MAPPING[raw["model_type"]].from_dict({**raw, **head, **changed})
            network, report = kind.from_pretrained(
                None, config=config, state_dict=state, output_loading_info=True, ignore_mismatched_sizes=True
            )
        except Exception as error:  # a configuration that contradicts itself fails anywhere inside the library
            raise KDError(
                Code.MODEL_FORMAT,
                f"The model in {folder} could not be built: {first_line(error)}.",
                "Save the folder again with a current transformers.",
            ) from error
    missing = {*report["missing_keys"], *(item[0] for item in report["mismatched_keys"])}
    wrapper = ImageNetwork if isinstance(data, ImageInput) else TextNetwork
    return Loaded(
        wrapper(network.float()).eval(),
        _labels(raw),
        _image_input(folder, raw, data) if isinstance(data, ImageInput) else None,
        tuple(sorted(missing)),
    )


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which folder; a recipe says it as the ``path`` of its teacher or student."""

    path: str


def build(params: Params, input: InputSpec, classes: int) -> nn.Module:
    """The folder's network for training on this data: its body pretrained, a head for ``classes``.

    Raises what :func:`load` raises, or ``MODEL_MISMATCH`` where the body is not in the folder.
    """
    folder = Path(params.path)
    loaded = load(folder, input, classes)
    total = len(loaded.module.network.state_dict())
    if len(loaded.fresh) > max(_HEAD_TENSORS, total // 4):
        raise KDError(
            Code.MODEL_MISMATCH,
            f"The weights in {folder} do not fit its {CONFIG}: {len(loaded.fresh)} of {total} tensors are missing, "
            f"such as {loaded.fresh[0]}.",
            "Save the folder again with save_pretrained.",
        )
    if isinstance(input, ImageInput):
        _require_images(loaded, folder, input)
    return loaded.module


def _require_images(loaded: Loaded, folder: Path, data: ImageInput) -> None:
    """Raise ``MODEL_MISMATCH`` where the network cannot take the data's images; one of zeros shows it."""
    own = loaded.input or data
    if own.channels != data.channels:
        kinds = {1: phrase("gray"), 3: phrase("colour")}
        raise KDError(
            Code.MODEL_MISMATCH,
            f"The network in {folder} takes {kinds.get(own.channels, own.channels)} images, the data holds "
            f"{kinds.get(data.channels, data.channels)} ones.",
            f"Set data.channels to {'gray' if own.channels == 1 else 'rgb'}.",
        )
    try:
        with torch.inference_mode():
            loaded.module(pixel_values=torch.zeros(1, data.channels, data.size, data.size))
    except (RuntimeError, ValueError) as error:
        raise KDError(
            Code.MODEL_MISMATCH,
            f"The network in {folder} cannot take images of {data.size}×{data.size} pixels: {first_line(error)}.",
            f"Set data.image_size to {own.size}, as it was trained with.",
        ) from error


ARCHITECTURE = Architecture(
    name=FOLDER,
    title="Hugging Face folder",
    family="Transformers library",
    summary="The network that a folder on this disk describes, with its weights and a new head.",
    task=None,
    params=Params,
    build=build,
)


def read_config(folder: Path) -> dict[str, Any]:
    """``config.json`` as data; raises ``MODEL_CONTAINS_CODE`` where it names code, or ``MODEL_FORMAT``."""
    if (folder / "adapter_config.json").exists():
        raise KDError(
            Code.MODEL_FORMAT,
            f"{folder} holds an adapter for another model, not a whole one.",
            "Merge it with merge_and_unload() and save the result.",
        )
    raw = _json(folder / CONFIG)
    if "auto_map" in raw or "custom_pipelines" in raw:
        raise KDError(
            Code.MODEL_CONTAINS_CODE,
            f"This model contains code. KD Studio does not run it. ({folder / CONFIG} asks for its own Python file.)",
            "Export it to ONNX where it was made, and choose it as an ONNX teacher.",
        )
    if "quantization_config" in raw:
        raise KDError(
            Code.MODEL_FORMAT, f"The model in {folder} is quantized already.", "Take the model that it was made from."
        )
    if not isinstance(raw.get("model_type"), str):
        raise KDError(
            Code.MODEL_FORMAT, f"{folder / CONFIG} does not say its model_type.", "Save it again with save_pretrained."
        )
    return raw


def _json(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > _MAX_JSON:
            raise ValueError("it is too long")
        content = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(content, dict):
            raise ValueError("it is not a table")
        return content
    except OSError:
        raise KDError(Code.MODEL_NOT_FOUND, f"There is no {path.name} in {path.parent}.", "Check the path.") from None
    except (ValueError, RecursionError) as error:
        raise KDError(
            Code.MODEL_DAMAGED, f"{path} is damaged: {error}.", "Save the folder again, or copy it anew."
        ) from None


def _model_class(transformers: Any, folder: Path, raw: dict[str, Any], data: InputSpec) -> Any:
    images = isinstance(data, ImageInput)
    auto = transformers.AutoModelForImageClassification if images else transformers.AutoModelForSequenceClassification
    config = transformers.CONFIG_MAPPING
    known = raw["model_type"] in config and config[raw["model_type"]] in auto._model_mapping
    if not known:
        raise KDError(
            Code.MODEL_FORMAT,
            f"The model in {folder} is of type “{raw['model_type']}”, which transformers {transformers.__version__} "
            f"does not know as a classifier of {'images' if images else 'texts'}.",
            "Export it to ONNX where it was made, and choose it as an ONNX teacher.",
        )
    found = auto._model_mapping[config[raw["model_type"]]]
    return found[0] if isinstance(found, tuple) else found


def _read_state(folder: Path) -> dict[str, Tensor]:
    for name in _WEIGHTS:
        if (folder / name).is_file():
            return statedict.read(folder / name).tensors
        index = folder / f"{name}.index.json"
        if index.is_file():
            shards = _json(index).get("weight_map")
            names = sorted(set(shards.values())) if isinstance(shards, dict) else []
            return _read_shards(folder, index, names)
    raise KDError(
        Code.MODEL_NOT_FOUND,
        f"There are no weights in {folder}.",
        f"Put {_WEIGHTS[0]} beside {CONFIG}; TensorFlow and Flax weights are not read.",
    )


def _read_shards(folder: Path, index: Path, names: Sequence[Any]) -> dict[str, Tensor]:
    for name in names:
        if not isinstance(name, str) or Path(name).name != name or not (folder / name).is_file():
            raise KDError(
                Code.MODEL_DAMAGED,
                f"{index.name} names the file “{name}”, which is not in {folder}.",
                "Copy the whole folder anew.",
            )
    require_memory(sum((folder / name).stat().st_size for name in names), index)
    state: dict[str, Tensor] = {}
    for name in names:
        state |= statedict.read(folder / name).tensors
    return state


def _labels(raw: dict[str, Any]) -> tuple[str, ...]:
    named = raw.get("id2label")
    try:
        labels = tuple(str(named[str(number)]) for number in range(len(named))) if isinstance(named, dict) else ()
    except KeyError:
        return ()
    return () if all(re.fullmatch(r"LABEL_\d+", label) for label in labels) else labels


def _image_input(folder: Path, raw: dict[str, Any], data: ImageInput) -> ImageInput:
    """How the folder's own preprocessing makes images; what it leaves open is as in the data."""
    own = _json(folder / PREPROCESSOR) if (folder / PREPROCESSOR).is_file() else {}
    channels = int(raw.get("num_channels", 3))
    size = _side(own.get("crop_size") if own.get("do_center_crop") else own.get("size")) or _side(raw.get("image_size"))
    normalises = own.get("do_normalize", True) and "image_mean" in own and "image_std" in own
    scale = 255 * float(own.get("rescale_factor", 1 / 255)) if own.get("do_rescale", True) else 255.0
    mean, std = (data.mean, data.std) if data.channels == channels else ((0.5,) * channels, (0.5,) * channels)
    if own and not own.get("do_normalize", True):
        mean, std = (0.0,) * channels, (1 / scale,) * channels
    elif normalises:
        mean = tuple(float(value) / scale for value in own["image_mean"])
        std = tuple(float(value) / scale for value in own["image_std"])
    return ImageInput(size=size or data.size, channels=channels, mean=mean, std=std, background=data.background)


def _side(size: Any) -> int:
    if isinstance(size, dict):
        size = size.get("height", size.get("shortest_edge", 0))
    if isinstance(size, list):
        size = size[0] if size else 0
    return int(size) if isinstance(size, int | float) else 0
