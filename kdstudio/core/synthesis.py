"""Teaching a small model with an LLM, as plain data: what is asked for, the rows that come, and what came of it.

A *task folder* holds all of it (:class:`kdstudio.runs.task_folder.TaskFolder`): ``task.toml`` with a
:class:`Synthesis`, ``held_out.csv`` with examples that a person wrote or checked, ``reviews.jsonl`` with what a person
said of rows, and ``examples/`` with the finished data set.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from kdstudio.core.brief import Brief
from kdstudio.core.params import param

VERSION = 1
HELD_OUT = 30
"""Examples in a held-out set from which on a result is worth saying; 1 in 30 is 3.3 points."""


class _Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of every section: immutable, and loud about a misspelt field."""


LLMKind = Literal["endpoint", "gguf"]


class LLMSpec(_Section, frozen=True, kw_only=True):
    """The teacher LLM. Its key is never here: it lies in the system's keyring, or in memory for one session."""

    kind: Annotated[
        LLMKind,
        param("An OpenAI-compatible endpoint, or a GGUF file that runs on this machine.", label="Where it runs"),
    ] = "endpoint"
    address: Annotated[
        str, param("Base URL of the endpoint, such as https://api.example.com/v1.", label="Base URL")
    ] = ""
    model: Annotated[str, param("The model’s name at the endpoint.", label="Model")] = ""
    path: Annotated[str, param("The GGUF file.", label="File")] = ""
    licence: Annotated[
        str,
        param("The model’s licence or terms, for the lineage record; some forbid training on answers.", advanced=True),
    ] = ""
    price_in: Annotated[
        float,
        param("Price of a million of them.", label="Sent tokens", ge=0, le=10_000, unit="per million", group="Price"),
    ] = 0.0
    price_out: Annotated[
        float,
        param(
            "Price of a million of them.", label="Answered tokens", ge=0, le=10_000, unit="per million", group="Price"
        ),
    ] = 0.0
    temperature: Annotated[
        float, param("How daring the written examples are; labels are always asked for at 0.", ge=0, le=2)
    ] = 0.9
    plain_http: Annotated[
        bool,
        param(
            "Ask an address that is not encrypted and not on this machine; key and texts can be read on the way.",
            label="Without encryption",
            advanced=True,
        ),
    ] = False
    timeout_seconds: Annotated[
        float, param("Longest wait for one answer.", label="Deadline", unit="s", ge=1, le=3600, advanced=True)
    ] = 120.0
    parallel: Annotated[int, param("Requests under way at once.", label="At once", ge=1, le=64, advanced=True)] = 4


class GenerateSpec(_Section, frozen=True, kw_only=True):
    """How many rows, where from, and at what cost at most."""

    source: Annotated[
        Literal["write", "label"],
        param("The teacher writes the texts, or labels texts that you have.", label="Texts"),
    ] = "write"
    texts: Annotated[
        str, param("CSV, JSONL or text file (a line each) with your own texts, for the teacher to label.")
    ] = ""
    per_class: Annotated[int, param("Rows wanted of each label.", label="Rows per label", ge=5, le=100_000)] = 100
    pilot: Annotated[int, param("Rows of the pilot, to be looked at before the full run.", ge=2, le=100)] = 10
    spend_cap: Annotated[
        float, param("Stop before more than this is spent; 0 has no cap.", label="Spend cap", ge=0, le=1_000_000)
    ] = 0.0
    max_words: Annotated[
        int, param("Words of the longest text.", label="Longest text", unit="words", ge=1, le=2000, advanced=True)
    ] = 60
    seed: Annotated[int, param("Seed of the order of topics and examples.", ge=0, le=2**31 - 1, advanced=True)] = 0


class Synthesis(_Section, frozen=True, kw_only=True):
    """``task.toml``: the brief, the teacher and the amount."""

    version: Annotated[int, msgspec.Meta(ge=1)] = VERSION
    brief: Brief = Brief()
    llm: LLMSpec = LLMSpec()
    generate: GenerateSpec = GenerateSpec()


RowState = Literal["kept", "doubtful", "dropped"]


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One text with its label.

    ``id`` is a hash of the text alone. ``label`` is the one it was written for, or the teacher's for a given text.
    ``answer`` is the teacher's own when it is asked without being told the label, ``probabilities`` its shares of all
    labels in the brief's order. ``doubtful`` rows (label and answer differ) wait for a person; ``why`` says why a row
    is doubtful or was dropped.
    """

    id: str
    text: str
    label: str
    answer: str
    probabilities: tuple[float, ...]
    state: RowState
    why: str = ""
    topic: str = ""


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """What a person said of a row: its right ``label``, or an empty one to leave it out. The newest of an id counts.

    ``held_out`` takes it into the held-out set instead of the training examples.
    """

    id: str
    label: str
    held_out: bool = False


class Usage(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked. ``replayed`` answers came from the ledger; ``paid_before`` is what they had cost.

    ``cost`` is what this session paid, also for answers that were of no use. Where an answer did not arrive whole, it
    is the most that it may have cost. The spend cap holds for both sums together.
    """

    requests: int = 0
    replayed: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    cost: float = 0.0
    paid_before: float = 0.0


class Probe(msgspec.Struct, frozen=True, kw_only=True):
    """One try of a teacher.

    ``log_probabilities`` tells whether it says how sure it is, ``schema`` whether it keeps to a JSON schema;
    ``per_thousand`` is the estimated cost of a thousand finished rows and ``seconds_per_row`` the time of one.
    """

    model: str
    seconds: float
    log_probabilities: bool
    schema: bool
    per_thousand: float
    seconds_per_row: float
    answer: str = ""


class Tested(msgspec.Struct, frozen=True, kw_only=True):
    """The newest try of a teacher that went well, and the teacher it was."""

    llm: LLMSpec
    probe: Probe


class HeldOutScore(msgspec.Struct, frozen=True, kw_only=True):
    """The teacher against the person: how many of the held-out examples it labels alike, and which not."""

    examples: int
    right: int
    confusion: tuple[tuple[int, ...], ...] = ()
    """Counts: a row for each right label in the brief's order, a column for each of the teacher's answers."""


class SynthesisReport(msgspec.Struct, frozen=True, kw_only=True):
    """``artifacts/synthesis.json`` of a finished job. ``data`` and ``predictions`` are empty for a pilot."""

    stage: Literal["pilot", "full"]
    wanted: int
    kept: dict[str, int]
    doubtful: int
    dropped: dict[str, int]
    """How many rows were dropped, by reason."""
    usage: Usage
    seconds: float
    held_out: HeldOutScore | None = None
    data: str = ""
    predictions: str = ""
    notes: tuple[str, ...] = ()


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """``source.json`` of a finished data set: which teacher LLM it comes from, for the lineage record of an export.

    ``address`` is empty for a file on this machine. ``brief`` and ``answers`` are SHA-256 hashes of the brief and of
    the teacher's ledger. ``examples`` counts rows by split, ``reviewed`` those that a person decided on.
    """

    version: int = VERSION
    model: str
    kind: Literal["endpoint", "gguf"]
    address: str = ""
    licence: str = ""
    caution: str = ""
    texts: Literal["write", "label"]
    brief: str
    answers: str = ""
    examples: dict[str, int] = {}
    reviewed: int = 0
    held_out: HeldOutScore | None = None
    usage: Usage = Usage()
    kdstudio: str = ""


ORIGIN = "source.json"
