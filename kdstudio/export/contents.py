"""What each file of an export folder is for, said in one place of its card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kdstudio.core.deliverable import Deliverable

_PURPOSES = (
    ("labels.json", "the classes, in the order of the answers"),
    ("preprocessing.json", "how an input is prepared: the numbers, and the steps in words"),
    ("tokenizer.json", "how a text becomes tokens, for the tokenizers libraries"),
    ("tokens.txt", "the same with the little of Unicode that it needs, for the samples in C++, C#, Kotlin and Swift"),
    ("example/", "an input that is nobody’s, and what each file answers to it"),
    ("samples/", "programs that use the model; `sample.toml` in each describes it to KD Studio"),
    ("config.json", "classes and kind of network, as Transformers.js, Optimum and transformers look for them"),
    ("preprocessor_config.json", "how a picture is prepared, for the same libraries"),
    ("tokenizer_config.json", "how the tokenizer is used, for the same libraries"),
    ("pytorch/", "the weights as safetensors, to train on from; no app needs them"),
    ("measured.json", "every figure of this page and more, as data"),
    ("lineage.json", "teacher, data, settings and versions that it came from, as data"),
    ("recipe.toml", "the settings of the run, to make the model again"),
    ("bom.cdx.json", "the bill of materials (CycloneDX), for supply-chain tools"),
    ("README.md", "this page, a model card as Hugging Face reads it"),
    ("SHA256SUMS", "the hash of every other file"),
)


def rows(names: Iterable[str], made: Deliverable) -> Iterator[str]:
    """A row of a table for each file or folder among ``names``, those that an app needs first."""
    tops = {name.partition("/")[0] + ("/" if "/" in name else "") for name in names}
    yield "| in this folder | what it is for |"
    yield "|---|---|"
    for check in made.files:
        yield f"| `{check.file}` | the model in {check.title} |"
    if made.pixels is not None and made.pixels.file:
        yield f"| `{made.pixels.file}` | the model with the preparation of pictures inside |"
    for other in made.others:
        yield f"| `{other.file}` | the model for {other.title} |"
    for name, purpose in _PURPOSES:
        if name in tops or name in ("README.md", "SHA256SUMS"):
            yield f"| `{name}` | {purpose} |"
