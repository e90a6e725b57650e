"""Size and cost of a network: parameters, bytes, multiply–adds."""

from __future__ import annotations

import copy

import torch
from torch import Tensor, nn
from torch.utils.flop_counter import FlopCounterMode

from kdstudio.core.catalog import Figures
from kdstudio.core.inputs import ImageInput, InputSpec, TextInput


def example(input: InputSpec, batch: int) -> dict[str, Tensor]:
    """Arguments of the right shapes and types: noise for images, a text of full length for texts."""
    if isinstance(input, ImageInput):
        return {"pixel_values": torch.rand(batch, input.channels, input.size, input.size)}
    tokens = torch.arange(batch * input.max_length).remainder(input.vocabulary).reshape(batch, input.max_length)
    return {"input_ids": tokens, "attention_mask": torch.ones_like(tokens)}


def describe(input: InputSpec) -> str:
    """An input in words, such as “32×32×3” or “64 tokens of 8,000”."""
    if isinstance(input, ImageInput):
        return f"{input.size}×{input.size}×{input.channels}"
    return f"{input.max_length} tokens of {input.vocabulary:,}"


def figures(module: nn.Module, input: InputSpec) -> Figures:
    """Count parameters, FP32 bytes of parameters and buffers, and multiply–adds of one example.

    Multiply–adds are those of convolutions, linear layers and attention (half of torch's count of operations), as
    papers count them. An image network runs on tensors without content, so that even a large one costs no time.
    """
    parameters = sum(parameter.numel() for parameter in module.parameters())
    buffers = sum(buffer.numel() for buffer in module.buffers() if buffer.is_floating_point())
    return Figures(
        input=describe(input),
        parameters=parameters,
        size_bytes=4 * (parameters + buffers),
        multiply_adds=multiply_adds(module, input),
    )


def multiply_adds(module: nn.Module, input: InputSpec) -> int:
    """Multiply–adds of the forward pass of one example."""
    if isinstance(input, TextInput):  # an encoder looks at the values of its mask, so it cannot run hollow
        return _count(module, input, torch.device("cpu"))
    try:
        return _count(module, input, torch.device("meta"))
    except (RuntimeError, NotImplementedError):  # a network from a folder may look at its values as well
        return _count(module, input, torch.device("cpu"))


def _count(module: nn.Module, input: InputSpec, device: torch.device) -> int:
    trial = copy.deepcopy(module).to(device).eval()
    counter = FlopCounterMode(display=False)
    with counter, torch.no_grad():
        trial(**{name: tensor.to(device) for name, tensor in example(input, 1).items()})
    return int(counter.get_total_flops()) // 2
