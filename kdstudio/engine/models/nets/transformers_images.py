"""Image classifiers of the transformers library with fresh weights, in sizes that a small computer can train.

Each takes the image size of the data. Convolutional ones divide it by 32, so that 32×32 is the least that makes sense.
Attention is written out (“eager”), because that graph exports to plain matrix products, which quantize well.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
import torch
from torch import nn

from kdstudio.core.errors import Code, KDError
from kdstudio.core.inputs import ImageInput
from kdstudio.core.params import param
from kdstudio.engine.models.nets.layers import initialise
from kdstudio.engine.models.registry import architecture
from kdstudio.engine.models.wrapped import ImageNetwork, quiet_transformers

_Stages = tuple[int, ...]


def _build(config_name: str, input: ImageInput, classes: int, **settings: Any) -> ImageNetwork:
    with quiet_transformers() as transformers:
        config = getattr(transformers, config_name)(num_channels=input.channels, num_labels=classes, **settings)
        network = transformers.AutoModelForImageClassification.from_config(
            config, attn_implementation="eager", dtype=torch.float32
        )
    return ImageNetwork(network)


def _fresh(built: ImageNetwork) -> ImageNetwork:
    """He’s weights for convolutions that a batch norm follows.

    The library’s spread of .02 is for loading trained weights over it: activations so small that the norms’ epsilon
    swallows them, and a net that stays at chance (MNIST at 64 pixels, 400 steps: EfficientNet .10, MobileViT .33;
    with these .98 and .96).
    """
    initialise(built.network)
    return built


def _require_pairs(title: str, widths: _Stages, depths: _Stages) -> None:
    if not widths or len(widths) != len(depths) or min(*widths, *depths) < 1:
        raise KDError(
            Code.RECIPE_INVALID,
            f"{title} needs one width and one depth for each stage, not widths {widths} and depths {depths}.",
            "Give as many depths as widths, all of them 1 or more.",
        )


class ResNetParams(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Settings of the ResNet."""

    widths: Annotated[tuple[int, ...], param("Channels of each stage.")] = (32, 64, 128, 256)
    depths: Annotated[tuple[int, ...], param("Blocks of each stage.")] = (2, 2, 2, 2)
    block: Annotated[Literal["basic", "bottleneck"], param("Kind of residual block.")] = "basic"


@architecture(
    "hf-resnet",
    title="ResNet",
    family="Transformers library",
    summary="The ImageNet form of the residual network (He et al. 2016): the defaults are ResNet-18 at half width.",
    params=ResNetParams,
    reference_size=224,
    minimum_size=32,
)
def hf_resnet(params: ResNetParams, input: ImageInput, classes: int) -> nn.Module:
    """Stem of stride 4, then stages that halve the size."""
    _require_pairs("ResNet", params.widths, params.depths)
    return _build(
        "ResNetConfig",
        input,
        classes,
        embedding_size=params.widths[0],
        hidden_sizes=list(params.widths),
        depths=list(params.depths),
        layer_type=params.block,
    )


class MobileNetParams(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Settings of the MobileNetV2."""

    width: Annotated[float, param("Factor on the channels of every layer.", ge=0.25, le=2)] = 1.0


@architecture(
    "hf-mobilenetv2",
    title="MobileNetV2",
    family="Transformers library",
    summary="Inverted residuals for phones (Sandler et al. 2018), for images of 96 pixels and more.",
    params=MobileNetParams,
    reference_size=224,
    minimum_size=32,
)
def hf_mobilenetv2(params: MobileNetParams, input: ImageInput, classes: int) -> nn.Module:
    """With PyTorch's symmetric padding, which stays inside the convolutions when exported."""
    return _fresh(
        _build(
            "MobileNetV2Config",
            input,
            classes,
            depth_multiplier=params.width,
            image_size=input.size,
            tf_padding=False,
        )
    )


class EfficientNetParams(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Settings of the EfficientNet."""

    width: Annotated[float, param("Factor on the channels (B0 has 1.0).", ge=0.25, le=2)] = 1.0
    depth: Annotated[float, param("Factor on the blocks of each stage (B0 has 1.0).", ge=0.25, le=4)] = 1.0
    dropout: Annotated[float, param("Share of values dropped before the classifier.", ge=0, lt=1)] = 0.2


@architecture(
    "hf-efficientnet",
    title="EfficientNet",
    family="Transformers library",
    summary="Inverted residuals with squeeze-and-excitation, scaled together (Tan, Le 2019): the defaults are B0.",
    params=EfficientNetParams,
    reference_size=224,
    minimum_size=32,
)
def hf_efficientnet(params: EfficientNetParams, input: ImageInput, classes: int) -> nn.Module:
    """The library's norm momentum is TensorFlow's .99 read the other way round, so it is set to PyTorch's .1."""
    built = _build(
        "EfficientNetConfig",
        input,
        classes,
        image_size=input.size,
        width_coefficient=params.width,
        depth_coefficient=params.depth,
        hidden_dim=8 * max(1, round(1280 * params.width / 8)),
        dropout_rate=params.dropout,
        batch_norm_momentum=0.1,
    )
    # a window of 1,280 pixels stands for “all of them”; the exporter takes it at its word
    built.network.get_submodule("efficientnet").pooler = nn.AdaptiveAvgPool2d(1)
    return _fresh(built)


class ConvNeXtParams(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Settings of the ConvNeXt."""

    widths: Annotated[tuple[int, ...], param("Channels of each stage.")] = (40, 80, 160, 320)
    depths: Annotated[tuple[int, ...], param("Blocks of each stage.")] = (2, 2, 6, 2)
    drop_path: Annotated[float, param("Share of residual branches dropped in training.", ge=0, lt=1)] = 0.0


@architecture(
    "hf-convnext",
    title="ConvNeXt",
    family="Transformers library",
    summary="A convolutional net with the habits of a transformer (Liu et al. 2022): the defaults are the size “atto”.",
    params=ConvNeXtParams,
    reference_size=224,
    minimum_size=32,
)
def hf_convnext(params: ConvNeXtParams, input: ImageInput, classes: int) -> nn.Module:
    """Patches of 4, then stages that halve the size."""
    _require_pairs("ConvNeXt", params.widths, params.depths)
    return _build(
        "ConvNextConfig",
        input,
        classes,
        hidden_sizes=list(params.widths),
        depths=list(params.depths),
        num_stages=len(params.widths),
        drop_path_rate=params.drop_path,
    )


class ViTParams(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Settings of the vision transformer."""

    layers: Annotated[int, param("Encoder layers.", ge=1, le=48)] = 6
    width: Annotated[int, param("Numbers that stand for one patch.", ge=8, le=2048)] = 192
    heads: Annotated[int, param("Attention heads; the width must be a multiple of them.", ge=1, le=64)] = 3
    feed_forward: Annotated[int, param("Units of each feed-forward layer.", ge=8, le=8192)] = 768
    patch: Annotated[
        int, param("Side of a patch; 0 takes an eighth of the image, at most 16.", unit="px", ge=0, le=64)
    ] = 0
    dropout: Annotated[float, param("Share of values dropped in training.", ge=0, lt=1)] = 0.0


@architecture(
    "hf-vit",
    title="ViT",
    family="Transformers library",
    summary="A transformer on patches of the image (Dosovitskiy et al. 2021): half as deep as ViT-Tiny by default.",
    params=ViTParams,
    reference_size=224,
)
def hf_vit(params: ViTParams, input: ImageInput, classes: int) -> nn.Module:
    """Raises ``RECIPE_INVALID`` where heads do not divide the width or a patch is larger than the image."""
    patch = params.patch or min(16, max(1, round(input.size / 8)))
    if params.width % params.heads or patch > input.size:
        raise KDError(
            Code.RECIPE_INVALID,
            f"A ViT of width {params.width} with {params.heads} heads and patches of {patch} cannot be built for "
            f"images of {input.size} pixels.",
            "Choose a width that is a multiple of the heads, and patches smaller than the image.",
        )
    return _build(
        "ViTConfig",
        input,
        classes,
        image_size=input.size,
        patch_size=patch,
        num_hidden_layers=params.layers,
        hidden_size=params.width,
        num_attention_heads=params.heads,
        intermediate_size=params.feed_forward,
        hidden_dropout_prob=params.dropout,
        attention_probs_dropout_prob=params.dropout,
    )


_MOBILEVIT: dict[str, tuple[list[int], list[int], float, float]] = {
    "xxs": ([64, 80, 96], [16, 16, 24, 48, 64, 80, 320], 2.0, 2.0),
    "xs": ([96, 120, 144], [16, 32, 48, 64, 80, 96, 384], 2.0, 4.0),
    "s": ([144, 192, 240], [16, 32, 64, 96, 128, 160, 640], 2.0, 4.0),
}
"""Widths of the attention, widths of the stages, ratio of the feed-forward layers, expansion (table 4 of the paper)."""


class MobileViTParams(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Settings of the MobileViT."""

    size: Annotated[Literal["xxs", "xs", "s"], param("Size as in the paper.")] = "xxs"
    dropout: Annotated[float, param("Share of values dropped before the classifier.", ge=0, lt=1)] = 0.1


@architecture(
    "hf-mobilevit",
    title="MobileViT",
    family="Transformers library",
    summary="Inverted residuals with a little attention, for phones (Mehta, Rastegari 2022).",
    params=MobileViTParams,
    reference_size=224,
    minimum_size=32,
)
def hf_mobilevit(params: MobileViTParams, input: ImageInput, classes: int) -> nn.Module:
    """Stages of stride 2 up to a thirty-second of the image."""
    hidden, neck, ratio, expansion = _MOBILEVIT[params.size]
    return _fresh(
        _build(
            "MobileViTConfig",
            input,
            classes,
            image_size=input.size,
            hidden_sizes=hidden,
            neck_hidden_sizes=neck,
            mlp_ratio=ratio,
            expand_ratio=expansion,
            classifier_dropout_prob=params.dropout,
        )
    )
