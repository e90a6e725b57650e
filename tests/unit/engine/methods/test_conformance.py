"""What must hold for every registered method, so that a new file is held to it from its first day."""

from __future__ import annotations

import inspect
from dataclasses import replace

import msgspec
import pytest
import torch

from kdstudio.core.errors import Code, KDError
from kdstudio.core.params import specs
from kdstudio.engine.methods import Batch, FeatureMethod, Method, all_methods, create

METHODS = sorted(all_methods())


def batch(size: int = 6, classes: int = 5, dtype: torch.dtype = torch.float32) -> Batch:
    generator = torch.Generator().manual_seed(0)
    student = torch.randn(size, classes, generator=generator).to(dtype).requires_grad_()
    teacher = (3 * torch.randn(size, classes, generator=generator)).to(dtype)
    features = tuple(
        (
            torch.randn(size, 4, 2 * side, side, generator=generator).requires_grad_(),
            torch.randn(size, 6, side, 2 * side, generator=generator),
        )
        for side in (8, 4, 2)
    )
    return Batch(student, teacher, torch.arange(size) % classes, progress=0.5, features=features)


def prepared(name: str, given: Batch) -> tuple[Method, Batch]:
    """A method with its adapters, and the batch with the pairs of feature maps that it compares."""
    torch.manual_seed(0)
    method = create(name, {}, given.student.shape[1])
    if not isinstance(method, FeatureMethod):
        return method, replace(given, features=())
    given = replace(given, features=method.choose(given.features))
    method.prepare(tuple((tuple(mine.shape[1:]), tuple(theirs.shape[1:])) for mine, theirs in given.features))
    return method, given


def loss_of(name: str, given: Batch) -> torch.Tensor:
    method, given = prepared(name, given)
    weights = method.weights(given.progress)
    terms = method.terms(given)
    assert terms.keys() == weights.keys()
    assert all(term.dim() == 0 for term in terms.values())
    return torch.stack([weights[key] * term for key, term in terms.items()]).sum()


@pytest.mark.parametrize("name", METHODS)
@pytest.mark.parametrize("size", [1, 6])
def test_finite_and_gradient_reaches_the_student(name: str, size: int) -> None:
    given = batch(size)
    loss = loss_of(name, given)
    assert torch.isfinite(loss)
    loss.backward()
    _, used = prepared(name, given)
    gradients = [given.student.grad, *(mine.grad for mine, _ in used.features)]
    assert all(gradient is not None and torch.isfinite(gradient).all() for gradient in gradients)
    assert gradients[0] is not None
    assert gradients[0].abs().sum() > 0
    if size > 1:
        assert all(gradient.abs().sum() > 0 for gradient in gradients if gradient is not None)


@pytest.mark.parametrize("name", METHODS)
def test_gradient_reaches_every_adapter(name: str) -> None:
    method, given = prepared(name, batch())
    torch.stack(list(method.terms(given).values())).sum().backward()
    assert all(parameter.grad is not None for parameter in method.parameters())


@pytest.mark.parametrize("name", METHODS)
def test_bfloat16_stays_close_to_full_precision(name: str) -> None:
    full, half = loss_of(name, batch()), loss_of(name, batch(dtype=torch.bfloat16))
    assert half.item() == pytest.approx(full.item(), rel=0.05)


@pytest.mark.parametrize("name", METHODS)
def test_extreme_logits_stay_finite(name: str) -> None:
    given = batch()
    far = replace(given, student=given.student.detach() * 1000, teacher=given.teacher * 1000)
    assert torch.isfinite(loss_of(name, far))


@pytest.mark.parametrize("name", METHODS)
def test_settings_round_trip_and_are_explained(name: str) -> None:
    cls = all_methods()[name]
    default = cls.Params()
    assert msgspec.convert(msgspec.to_builtins(default), cls.Params) == default
    assert all(spec.help for spec in specs(cls.Params))
    assert cls.paper
    assert inspect.getmodule(cls).__doc__  # type: ignore[union-attr] # a registered class has a module


@pytest.mark.parametrize("name", METHODS)
def test_equal_logits_of_a_new_student_have_a_finite_gradient(name: str) -> None:
    given = batch()
    new = torch.zeros_like(given.student).requires_grad_()
    (gradient,) = torch.autograd.grad(loss_of(name, replace(given, student=new)), new)
    assert torch.isfinite(gradient).all()


@pytest.mark.parametrize("name", METHODS)
def test_too_few_classes_are_refused(name: str) -> None:
    least = all_methods()[name].minimum_classes
    assert torch.isfinite(loss_of(name, batch(classes=least)))
    with pytest.raises(KDError, match="needs at least") as caught:
        create(name, {}, least - 1)
    assert caught.value.code is Code.METHOD_UNSUITABLE


@pytest.mark.parametrize("name", METHODS)
def test_a_misspelt_setting_is_named(name: str) -> None:
    with pytest.raises(KDError, match="temperatur_") as caught:
        create(name, {"temperatur_": 1}, 5)
    assert caught.value.code is Code.RECIPE_INVALID


def test_an_unknown_method_lists_the_known_ones() -> None:
    with pytest.raises(KDError) as caught:
        create("magic", {}, 5)
    assert caught.value.code is Code.METHOD_UNSUITABLE
    assert "kd" in caught.value.hint


@pytest.mark.parametrize("name", [name for name in METHODS if all_methods()[name].vanishes_at_teacher])
def test_the_student_that_equals_its_teacher_has_nothing_to_learn(name: str) -> None:
    given = batch()
    maps = tuple((theirs.clone().requires_grad_(), theirs) for _, theirs in given.features)
    method, same = prepared(name, replace(given, teacher=given.student.detach(), features=maps))
    distilling = [term for key, term in method.terms(same).items() if key != "ce"]
    total = torch.stack(distilling).sum()
    assert total.item() == pytest.approx(0.0, abs=1e-5)
    wanted = [same.student, *(mine for mine, _ in same.features)]
    for gradient in torch.autograd.grad(total, wanted, allow_unused=True):
        assert gradient is None or gradient.abs().max() < 1e-5
