"""The main job, top to bottom: data, teacher, its answers, the student alone, the distilled student, the delivery."""

from __future__ import annotations

import torch
from torch import nn

from kdstudio.core.job import DistillJob
from kdstudio.core.phrases import percent
from kdstudio.core.recipe import Recipe
from kdstudio.engine import answers, methods, parallel, tasks
from kdstudio.engine.answers import Answers, LiveAnswers, Views
from kdstudio.engine.device import Runtime, choose_device
from kdstudio.engine.evaluate import accuracy_of, logits_of, teacher_logits
from kdstudio.engine.features import between
from kdstudio.engine.methods import FeatureMethod, Method
from kdstudio.engine.methods.supervised import Supervised
from kdstudio.engine.models import registry, sources
from kdstudio.engine.models.teacher import ModuleTeacher, Teacher, fingerprint
from kdstudio.protocol.events import EvalDone
from kdstudio.runs.amend import amended
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.workspace import Workspace
from kdstudio.worker.artifacts import write_json
from kdstudio.worker.context import Context
from kdstudio.worker.preview import Preview
from kdstudio.worker.results import deliver
from kdstudio.worker.training import Lesson, train_role
from kdstudio.worker.work import Work


def run(job: DistillJob, folder: RunFolder, context: Context) -> None:
    """Distil; every phase that an earlier session finished is loaded instead of done again."""
    recipe = folder.recipe()
    _say_amended(folder, context)
    context.expect(job.expected)
    context.phase("data")
    task = tasks.get(recipe.task)
    with parallel.leader_first():
        dataset = task.load(recipe, Workspace().cache, context)
    write_json(context, "health", dataset.health)
    work = Work(recipe, task, dataset, _runtime(recipe, context), context)

    context.phase("teacher")
    teacher = _teacher(work)
    known = teacher_logits(teacher, task, dataset, dataset.validation, work.runtime, context)
    accuracy = accuracy_of(known, dataset.validation.labels)
    context.emit(EvalDone(role="teacher", split="validation", step=0, values={"accuracy": accuracy}))

    context.phase("answers")
    views = Views.of(task, recipe.plan, teacher)
    method = methods.create(recipe.method.name, recipe.method.params, len(dataset.labels))
    heard = _answers(work, teacher, views, method)

    control = None
    if recipe.runtime.control:
        context.phase("control", ahead=1.0)
        alone = Supervised(len(dataset.labels))
        control = train_role(work, Lesson("control", recipe.student, recipe.plan, alone, views, teacher=known))
        _warn_of_weak_teacher(work, control, accuracy)

    context.phase("student")
    preview = Preview(dataset, known, folder.artifacts)
    student = train_role(
        work,
        Lesson(
            "student",
            recipe.student,
            recipe.plan,
            method,
            views,
            heard,
            preview,
            teacher=known,
            inside=teacher.module,
        ),
    )
    if context.leads:
        deliver(work, teacher, control, student)


def _say_amended(folder: RunFolder, context: Context) -> None:
    """Put on record that the run goes on with other settings than it began with."""
    if changed := amended(folder):
        said = ", ".join(f"{address} {now} (was {before})" for address, (before, now) in changed.items())
        context.notice("recipe-amended", f"This run was resumed with {said}.", warning=False)


def _warn_of_weak_teacher(work: Work, control: nn.Module, teacher: float) -> None:
    """Say it when distilling is the wrong tool: a teacher that knows no more than the student learns alone."""
    dataset = work.dataset
    logits = logits_of(work.runtime.place(control), work.task, dataset.validation, dataset.input, work.runtime)
    alone = accuracy_of(logits, dataset.validation.labels)
    if alone >= teacher:
        work.context.notice(
            "teacher-not-stronger",
            f"The student alone is right on {percent(alone)} of the validation examples, the teacher on "
            f"{percent(teacher)}.",
            "Distilling is the wrong tool here, unless a stronger teacher is found.",
        )


def _runtime(recipe: Recipe, context: Context) -> Runtime:
    """Where the teacher is asked and networks are measured: the device, with all the threads there are."""
    device = choose_device(recipe.runtime.device, context)
    return Runtime(device, "no", torch.get_num_threads(), torch.contiguous_format)


def _teacher(work: Work) -> Teacher:
    spec, dataset = work.recipe.teacher, work.dataset
    if spec.kind != "train":
        return sources.load_teacher(work.recipe, dataset, work.task, work.runtime.device)
    plan = work.recipe.teacher_plan
    trained = train_role(
        work, Lesson("teacher", spec, plan, Supervised(len(dataset.labels)), Views.of(work.task, plan))
    )
    title = registry.find(spec.architecture).title
    return ModuleTeacher(work.runtime.place(trained), title, fingerprint(trained))


def _check_layers(work: Work, teacher: Teacher, method: FeatureMethod) -> None:
    """Fail now, and not after the control has been trained, where the layers to compare are not there."""
    student = work.runtime.place(sources.new(work.recipe.student, work.dataset).module)
    inputs = work.runtime.place_inputs(work.task.sample(work.dataset.input, 2))
    between(student, teacher.module, inputs, method)


def _answers(work: Work, teacher: Teacher, views: Views, method: Method) -> Answers:
    """The teacher's answers during training: cached where views repeat, unless the method looks inside the teacher."""
    context = work.context
    if isinstance(method, FeatureMethod):
        _check_layers(work, teacher, method)
        context.notice(
            "answers-live",
            f"{method.title} looks inside the teacher, so the teacher runs at every step.",
            warning=False,
        )
        return LiveAnswers(teacher)
    if not views.repeat:
        context.notice(
            "answers-live",
            "Every step sees new views, so the teacher runs at every step.",
            "Limit the number of views to compute its answers once.",
            warning=False,
        )
        return LiveAnswers(teacher)
    cache = Workspace().cache / "answers"
    with parallel.leader_first():
        cached = answers.ask(teacher, work.task, work.dataset, views, cache, work.runtime, context)
    context.notice(
        "answers-cached",
        f"The teacher’s answers to {views.count} view{'s' if views.count > 1 else ''} of {len(work.dataset.train):,} "
        f"examples take {cached.size_bytes / 1e6:,.1f} MB on disk.",
        warning=False,
    )
    return cached
