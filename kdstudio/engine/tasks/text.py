"""Text classification: texts in a cache of tokens, padded to the longest of each batch."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from kdstudio.core.errors import Code, KDError
from kdstudio.core.health import Health, PreviewRow
from kdstudio.core.inputs import InputSpec, TextInput
from kdstudio.core.phrases import percent, phrase
from kdstudio.core.recipe import AugmentSpec, DataSpec, Recipe, TaskKind
from kdstudio.engine.data import corrupt, health, near_texts, texts, tokenize
from kdstudio.engine.data.augment import leave_out
from kdstudio.engine.data.dataset import Dataset, Examples
from kdstudio.engine.data.hashes import digest_of
from kdstudio.engine.data.prepare import Prepared, Reading, prepare, refused, report, shown
from kdstudio.engine.data.store import open_or_build
from kdstudio.engine.progress import Reporter
from kdstudio.engine.tasks.base import View
from kdstudio.runs.files import write_atomic

_SHOWN = 300
_MULTIPLE = 8
_SAMPLE_LENGTH = 16
_MANY_CUT = 0.1


class TextTask:
    """See :class:`kdstudio.engine.tasks.base.Task`. The model's arguments are ``input_ids`` and ``attention_mask``."""

    kind: TaskKind = "text-classification"
    corruptions: ClassVar[dict[str, str]] = corrupt.TEXTS

    def check(self, recipe: Recipe, cache: Path, thumbnails: Path, reporter: Reporter) -> Health:
        """Look at the data; texts need no thumbnails."""
        try:
            prepared = self._prepare(recipe.data, cache, reporter)
        except KDError as error:
            if not error.code.startswith("data-"):
                raise
            return refused(recipe.data, error)
        return self._report(recipe.data, prepared)

    def load(self, recipe: Recipe, cache: Path, reporter: Reporter) -> Dataset:
        """The three splits over the memory-mapped tokens."""
        prepared = self._prepare(recipe.data, cache, reporter)
        if error := health.first_error(prepared.findings):
            raise error
        input = self._input(recipe, prepared, cache)
        key = digest_of(prepared.store.folder.name, input.tokenizer, str(input.max_length))
        arrays = open_or_build(
            cache / "data" / f"tokens-{key}",
            tokenize.read,
            lambda folder: tokenize.write(folder, prepared.store.texts, input, reporter),
        )
        _tell_cut(arrays["length"], input, reporter)
        train, validation, test = (prepared.examples(split, arrays) for split in range(3))
        return Dataset(
            train=train,
            validation=validation,
            test=test,
            labels=prepared.examined.classes,
            input=input,
            fingerprint=digest_of(prepared.fingerprint, key),
            health=self._report(recipe.data, prepared),
        )

    def augments(self, augment: AugmentSpec) -> bool:
        """Whether words are left out."""
        return augment.drop > 0

    def batch(
        self, examples: Examples, index: NDArray[np.int64], input: InputSpec, view: View | None
    ) -> dict[str, Tensor]:
        """``input_ids`` and ``attention_mask``, int64 ``(B, L)``, of the examples ``index`` ``(B,)``."""
        assert isinstance(input, TextInput)
        tokens, lengths = examples.take("tokens", index), examples.take("length", index)
        if view is not None:
            tokens, lengths = leave_out(tokens, lengths, view.augment.drop, view.seed, view.number, index)
        return _tensors(tokens, lengths, input)

    def sample(self, input: InputSpec, batch: int) -> dict[str, Tensor]:
        """Random tokens; in the last of several rows the second half is padding."""
        assert isinstance(input, TextInput)
        shape = (batch, min(input.max_length, _SAMPLE_LENGTH))
        ids = torch.randint(0, input.vocabulary, shape, generator=torch.Generator().manual_seed(0))
        mask = torch.ones_like(ids)
        if batch > 1:
            mask[-1, shape[1] // 2 :] = 0
        return {"input_ids": ids.masked_fill(mask == 0, input.pad_id), "attention_mask": mask}

    def corrupt(self, name: str, examples: Examples, input: InputSpec) -> Examples:
        """Texts with words left out, unknown or swapped."""
        assert isinstance(input, TextInput)
        unknown = _tokenizer(input.tokenizer).token_to_id("[UNK]")
        return corrupt.text(name, examples, input.pad_id if unknown is None else unknown)

    def encode(self, input: InputSpec, raw: Sequence[str]) -> dict[str, NDArray[Any]]:
        """``input_ids`` and ``attention_mask`` of texts."""
        assert isinstance(input, TextInput)
        for text in raw:
            if not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text):
                raise KDError(Code.DATA_UNREADABLE, f"{text!a} is not text.", "Give the text in UTF-8.")
        rows = tokenize.encode(_tokenizer(input.tokenizer), raw)
        lengths = np.array([len(row) for row in rows], np.int32)
        tokens = tokenize.padded(rows, max(lengths, default=1), input.pad_id)
        return {name: tensor.numpy() for name, tensor in _tensors(tokens, lengths, input).items()}

    def _prepare(self, spec: DataSpec, cache: Path, reporter: Reporter) -> Prepared:
        return prepare(Reading(self.kind, texts.build, near_texts.find), spec, cache, reporter)

    def _input(self, recipe: Recipe, prepared: Prepared, cache: Path) -> TextInput:
        path = tokenize.given(recipe)
        if path is None:
            key = digest_of(prepared.fingerprint, str(recipe.data.vocabulary))
            path = cache / "data" / f"tokenizer-{key}.json"
            if not path.is_file():
                rows = prepared.examined.rows[prepared.examined.in_split(0)]
                trained = tokenize.train(prepared.store.texts.pick(rows), recipe.data.vocabulary)
                write_atomic(path, trained.to_str().encode())
        return tokenize.text_input(tokenize.load(path), recipe.data.max_length)

    def _report(self, spec: DataSpec, prepared: Prepared) -> Health:
        ids, found = prepared.store.ids, prepared.store.texts
        preview = (
            PreviewRow(id=ids[row], label=label, text=found[row][:_SHOWN])
            for row, label in zip(*shown(prepared), strict=True)
        )
        return report(spec, prepared, phrase(f"texts of up to {spec.max_length} tokens"), tuple(preview))


def _tell_cut(lengths: NDArray[np.int32], input: TextInput, reporter: Reporter) -> None:
    cut = float((lengths >= input.max_length).mean())
    if cut > _MANY_CUT:
        reporter.notice(
            "long-texts",
            f"{percent(cut, 0)} of the texts are longer than {input.max_length} tokens and are cut there.",
            "Raise data.max_length if what matters comes late in a text.",
        )


def _tensors(tokens: NDArray[np.int32], lengths: NDArray[np.int32], input: TextInput) -> dict[str, Tensor]:
    """Tokens ``(B, L)`` cut or padded to the longest text, to a multiple of 8 and no more than ``max_length``."""
    longest = int(lengths.max(initial=1))
    width = max(longest, min(-(-longest // _MULTIPLE) * _MULTIPLE, input.max_length))
    ids = np.full((len(tokens), width), input.pad_id, np.int64)
    ids[:, :longest] = tokens[:, :longest]
    mask = np.arange(width) < lengths[:, None]
    ids[~mask] = input.pad_id
    return {"input_ids": torch.from_numpy(ids), "attention_mask": torch.from_numpy(mask.astype(np.int64))}


@lru_cache(maxsize=2)
def _tokenizer(text: str) -> Tokenizer:
    return Tokenizer.from_str(text)


TASK = TextTask()
