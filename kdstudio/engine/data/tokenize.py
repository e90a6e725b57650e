"""Tokenizers: taken from a file or trained on the training texts, and texts turned into arrays of tokens."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

from kdstudio.core.errors import Code, KDError
from kdstudio.core.inputs import TextInput
from kdstudio.core.recipe import Recipe
from kdstudio.core.resources import resolve
from kdstudio.engine.data.store import RowWriter
from kdstudio.engine.data.strings import Strings
from kdstudio.engine.progress import Reporter

FILE = "tokenizer.json"
_SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
_PADS = ("[PAD]", "<pad>", "<|endoftext|>")
_LARGEST = 256 << 20
_CHUNK = 1024


def given(recipe: Recipe) -> Path | None:
    """The tokenizer file that the recipe names, or that lies in the teacher's folder; else None."""
    if recipe.data.tokenizer:
        path = resolve(recipe.data.tokenizer)
        path = path / FILE if path.is_dir() else path
        if not path.is_file():
            raise KDError(
                Code.MODEL_NOT_FOUND,
                f"There is no {FILE} at {recipe.data.tokenizer}.",
                "Choose a folder that holds one, or leave data.tokenizer empty to train one here.",
            )
        return path
    try:
        path = resolve(recipe.teacher.path) / FILE
    except KDError:
        return None
    return path if recipe.teacher.kind in ("checkpoint", "train") and path.is_file() else None


def load(path: Path) -> Tokenizer:
    """Read a tokenizer file. Raises ``MODEL_DAMAGED``."""
    try:
        if path.stat().st_size > _LARGEST:
            raise KDError(Code.MODEL_TOO_LARGE, f"{path} is larger than any tokenizer.", "Check the file.")
        return Tokenizer.from_str(path.read_text(encoding="utf-8"))
    except KDError:
        raise
    # the tokenizers library raises bare Exception for every fault of a file
    except Exception as error:
        raise KDError(
            Code.MODEL_DAMAGED, f"{path} is not a tokenizer: {error}.", "Copy it from the model again."
        ) from None


def train(texts: Iterable[str], vocabulary: int) -> Tokenizer:
    """A byte-level BPE tokenizer (Sennrich et al. 2016; Radford et al. 2019) over lower-case text.

    Every byte has a token, so no text is unknown, and the result depends on the texts alone: the library's
    WordPiece trainer numbers its tokens in the order of a hash table, another one in every process.
    """
    tokenizer = Tokenizer(models.BPE(unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFC(), normalizers.Lowercase()])
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=True)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary,
        min_frequency=2,
        special_tokens=_SPECIAL,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    ends = [(name, tokenizer.token_to_id(name)) for name in ("[CLS]", "[SEP]")]
    tokenizer.post_processor = processors.TemplateProcessing(single="[CLS] $A [SEP]", pair=None, special_tokens=ends)
    return tokenizer


def text_input(tokenizer: Tokenizer, max_length: int) -> TextInput:
    """What a model takes that reads this tokenizer's tokens."""
    tokenizer.no_padding()
    tokenizer.enable_truncation(max_length)
    vocabulary = tokenizer.get_vocab()
    pad = next((vocabulary[name] for name in _PADS if name in vocabulary), 0)
    return TextInput(
        max_length=max_length, vocabulary=max(vocabulary.values()) + 1, pad_id=pad, tokenizer=tokenizer.to_str()
    )


def encode(tokenizer: Tokenizer, texts: Sequence[str]) -> list[list[int]]:
    """The tokens of some texts, cut to the tokenizer's length."""
    return [encoding.ids for encoding in tokenizer.encode_batch_fast(list(texts))]


def padded(rows: Sequence[Sequence[int]], width: int, pad: int) -> NDArray[np.int32]:
    """Rows of tokens as one array ``(B, width)``."""
    found = np.full((len(rows), width), pad, np.int32)
    for place, row in enumerate(rows):
        found[place, : len(row)] = row
    return found


def write(folder: Path, texts: Strings, input: TextInput, reporter: Reporter) -> None:
    """Write ``tokens.npy`` int32 ``(M, L)`` and ``length.npy`` int32 ``(M,)``; L is the longest of M texts."""
    tokenizer = Tokenizer.from_str(input.tokenizer)
    folder.mkdir(parents=True)
    lengths = array("i")
    flat = folder / "flat"
    with flat.open("wb") as stream:
        for chunk in _chunks(texts):
            for row in encode(tokenizer, chunk):
                lengths.append(len(row))
                stream.write(np.array(row, np.int32).tobytes())
            reporter.progress(len(lengths), len(texts), "texts")
    width = max(1, max(lengths, default=1))
    with flat.open("rb") as stream, RowWriter(folder / "tokens.npy", len(lengths), (width,), np.int32) as tokens:
        for length in lengths:
            found = np.frombuffer(stream.read(4 * length), np.int32)
            tokens.append(np.pad(found, (0, width - length), constant_values=input.pad_id))
    flat.unlink()
    np.save(folder / "length.npy", np.array(lengths, np.int32))


def read(folder: Path) -> dict[str, NDArray[np.int32]]:
    """The arrays of a folder that :func:`write` wrote, memory-mapped."""
    return {name: np.load(folder / f"{name}.npy", mmap_mode="r") for name in ("tokens", "length")}


def _chunks(texts: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(texts)
    while chunk := list(islice(rest, _CHUNK)):
        yield chunk
