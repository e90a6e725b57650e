"""A BERT-like encoder of chosen depth and width, built from the transformers library.

Devlin, Chang, Lee, Toutanova: *BERT*, NAACL 2019 (arXiv 1810.04805). Attention is written out (“eager”), because that
graph exports to plain matrix products, which quantize well.
"""

from __future__ import annotations

from typing import Annotated

import msgspec
import torch
from torch import nn

from kdstudio.core.errors import Code, KDError
from kdstudio.core.inputs import TextInput
from kdstudio.core.params import param
from kdstudio.engine.models.registry import architecture
from kdstudio.engine.models.wrapped import TextNetwork, quiet_transformers


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Settings of the encoder."""

    layers: Annotated[int, param("Encoder layers.", ge=1, le=48)] = 2
    width: Annotated[int, param("Numbers that stand for one token.", ge=8, le=4096)] = 128
    heads: Annotated[int, param("Attention heads; the width must be a multiple of them.", ge=1, le=64)] = 2
    feed_forward: Annotated[int, param("Units of each feed-forward layer.", ge=8, le=16384)] = 512
    dropout: Annotated[float, param("Share of values dropped in training.", ge=0, lt=1)] = 0.1


@architecture(
    "text-encoder",
    title="Text encoder",
    family="Encoder",
    summary="A small BERT-like encoder trained from scratch, of any depth and width.",
    task="text-classification",
    params=Params,
)
def text_encoder(params: Params, input: TextInput, classes: int) -> nn.Module:
    """A classifier on the first token; raises ``RECIPE_INVALID`` where heads do not divide the width."""
    if params.width % params.heads:
        raise KDError(
            Code.RECIPE_INVALID,
            f"A width of {params.width} cannot be shared by {params.heads} attention heads.",
            "Choose a width that is a multiple of the heads.",
        )
    with quiet_transformers() as transformers:
        config = transformers.BertConfig(
            vocab_size=input.vocabulary,
            pad_token_id=input.pad_id,
            max_position_embeddings=input.max_length,
            type_vocab_size=1,
            num_hidden_layers=params.layers,
            hidden_size=params.width,
            num_attention_heads=params.heads,
            intermediate_size=params.feed_forward,
            hidden_dropout_prob=params.dropout,
            attention_probs_dropout_prob=params.dropout,
            num_labels=classes,
        )
        network = transformers.AutoModelForSequenceClassification.from_config(
            config, attn_implementation="eager", dtype=torch.float32
        )
    return TextNetwork(network)
