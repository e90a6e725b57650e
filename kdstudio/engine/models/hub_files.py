"""The small files beside a model by which other programs know it, as the Hugging Face libraries name their fields.

``transformers``, Optimum and Transformers.js read ``config.json`` (what the network is and its classes),
``preprocessor_config.json`` (how a picture becomes numbers) and ``tokenizer_config.json`` (how ``tokenizer.json`` is to
be used). They hold nothing that ``kdstudio.json`` or ``preprocessing.json`` do not say.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
from tokenizers import Tokenizer
from torch import nn

from kdstudio.core.inputs import ImageInput, InputSpec, TextInput
from kdstudio.engine.models.wrapped import TransformersNet
from kdstudio.runs.files import write_atomic

CONFIG, TOKENIZER, TOKENIZER_CONFIG = "config.json", "tokenizer.json", "tokenizer_config.json"
PREPROCESSOR = "preprocessor_config.json"
_BILINEAR = 2  # PIL.Image.Resampling.BILINEAR
_SPECIAL = {
    "unk_token": ("[UNK]", "<unk>"),
    "cls_token": ("[CLS]", "<s>"),
    "sep_token": ("[SEP]", "</s>"),
    "mask_token": ("[MASK]", "<mask>"),
}


def write(folder: Path, module: nn.Module, labels: Sequence[str], input: InputSpec) -> None:
    """Write all that apply to a network with these classes and this input."""
    _write_json(folder / CONFIG, config(module, labels, input))
    if isinstance(input, ImageInput):
        _write_json(folder / PREPROCESSOR, image_processor(input))
    elif input.tokenizer:
        write_atomic(folder / TOKENIZER, input.tokenizer.encode())
        _write_json(folder / TOKENIZER_CONFIG, tokenizer(input))


def config(module: nn.Module, labels: Sequence[str], input: InputSpec) -> dict[str, Any]:
    """``config.json``: the library’s own for a network of it, otherwise the least that its interface needs.

    An own network takes and answers what the library’s ResNet does (``pixel_values`` to ``logits``), so its ONNX files
    run under that name; nothing in the folder claims that its weights fit that class.
    """
    if isinstance(module, TransformersNet):
        own: Any = copy.deepcopy(module.network.config)
        own.architectures = [type(module.network).__name__]
        own.num_labels = len(labels)
        found: dict[str, Any] = own.to_dict()
        found.pop("_name_or_path", None)  # a place on this machine
    elif isinstance(input, ImageInput):
        found = {"model_type": "resnet", "num_channels": input.channels, "image_size": input.size}
    else:
        found = {"model_type": "bert", "vocab_size": input.vocabulary, "max_position_embeddings": input.max_length}
    found["id2label"] = {str(number): label for number, label in enumerate(labels)}
    found["label2id"] = {label: number for number, label in enumerate(labels)}
    return found


def image_processor(input: ImageInput) -> dict[str, Any]:
    """``preprocessor_config.json``: resized to a square (bilinear), scaled to 0–1, normalised.

    A gray model’s pictures are made gray by Transformers.js; Python’s processors expect them gray already.
    """
    return {
        "image_processor_type": "ViTImageProcessor",
        "do_resize": True,
        "size": {"height": input.size, "width": input.size},
        "resample": _BILINEAR,
        "do_convert_rgb": input.channels == 3,
        "do_convert_grayscale": input.channels == 1,
        "do_rescale": True,
        "rescale_factor": 1 / 255,
        "do_normalize": True,
        "image_mean": list(input.mean),
        "image_std": list(input.std),
    }


def tokenizer(input: TextInput) -> dict[str, Any]:
    """``tokenizer_config.json``: where to cut, and which tokens are special."""
    file = Tokenizer.from_str(input.tokenizer)
    special = {
        name: token for name, tokens in _SPECIAL.items() for token in tokens if file.token_to_id(token) is not None
    }
    return {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "model_max_length": input.max_length,
        "model_input_names": ["input_ids", "attention_mask"],
        "clean_up_tokenization_spaces": False,
        "pad_token": file.id_to_token(input.pad_id),
        **special,
    }


def _write_json(path: Path, value: dict[str, Any]) -> None:
    write_atomic(path, msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n")
