"""The recipe: one versioned TOML file that holds everything a run depends on.

:mod:`kdstudio.core.recipe_file` reads and writes it. Every field is one setting: its annotation draws the form, the
flag's help and the check.

Long because it is one declaration, which is read and searched as a whole.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from kdstudio.core.deliverable import TargetName
from kdstudio.core.params import param

VERSION = 1

ParamValue = int | float | bool | str | list[int | float | str]
"""What a setting of a method or an architecture may hold."""

TaskKind = Literal["image-classification", "text-classification"]


class _Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of every recipe section: immutable, and loud about a misspelt field."""


class DataSpec(_Section, frozen=True, kw_only=True):
    """Where the examples are and how they are read."""

    path: Annotated[
        str, param("Folder or file with the examples; sample:digits is the bundled sample.", label="Data")
    ] = "sample:digits"
    format: Annotated[
        Literal["auto", "folder", "idx", "csv", "jsonl", "parquet"],
        param("How the examples are stored; auto recognises it from the content.", label="Format"),
    ] = "auto"
    input_column: Annotated[
        str,
        param(
            "Column with the text, the image path or the image bytes; empty means guess.",
            group="Columns",
            empty="guessed",
        ),
    ] = ""
    label_column: Annotated[
        str, param("Column with the label; empty means guess.", group="Columns", empty="guessed")
    ] = ""
    split_column: Annotated[
        str,
        param(
            "Column that names each row's split; empty means guess or make a split.", group="Columns", empty="guessed"
        ),
    ] = ""
    validation: Annotated[
        float,
        param(
            "Share of the examples kept for validation when the data has no such split.", gt=0, le=0.5, group="Split"
        ),
    ] = 0.1
    test: Annotated[
        float,
        param(
            "Share of the examples kept for the final test when the data has no such split.",
            gt=0,
            le=0.5,
            group="Split",
        ),
    ] = 0.1
    seed: Annotated[int, param("Seed of the split.", label="Split seed", ge=0, le=2**31 - 1, group="Split")] = 0
    similar_together: Annotated[
        bool,
        param(
            "Keep examples that are almost the same in one split, where the split is made here.",
            label="Keep look-alikes together",
            group="Split",
        ),
    ] = False
    on_unreadable: Annotated[
        Literal["skip", "stop"],
        param(
            "What to do with a file or row that cannot be read: skip and list it, or stop.", label="Unreadable examples"
        ),
    ] = "skip"
    image_size: Annotated[
        int,
        param(
            "Side of the square every image is resized to; 0 keeps small images and takes 224 for large ones.",
            unit="px",
            ge=0,
            le=1024,
            group="Image",
        ),
    ] = 0
    channels: Annotated[
        Literal["auto", "gray", "rgb"], param("Colour of the model's input; auto looks at the images.", group="Image")
    ] = "auto"
    background: Annotated[
        Literal["white", "black"],
        param("Colour that shows through transparent pixels.", group="Image", advanced=True),
    ] = "white"
    max_megapixels: Annotated[
        int,
        param(
            "Images above this size are refused before they are decoded.",
            unit="MP",
            ge=1,
            le=1000,
            group="Image",
            advanced=True,
        ),
    ] = 64
    max_length: Annotated[
        int, param("Longest text, in tokens; the rest is cut.", unit="tokens", ge=4, le=4096, group="Text")
    ] = 64
    vocabulary: Annotated[
        int,
        param(
            "Size of the vocabulary of a tokenizer trained here.",
            unit="tokens",
            ge=64,
            le=200_000,
            group="Text",
            advanced=True,
        ),
    ] = 8000
    tokenizer: Annotated[
        str,
        param(
            "Folder with a tokenizer.json; empty takes the teacher's, or trains one on the training texts.",
            group="Text",
            empty="the teacher’s",
        ),
    ] = ""
    merge_classes: Annotated[
        dict[str, str],
        param("Class names to be read as another class, such as Cat = cat.", group="Curation", advanced=True),
    ] = {}
    relabel: Annotated[
        dict[str, str], param("Examples, by id, that get another label.", group="Curation", advanced=True)
    ] = {}
    exclude: Annotated[
        tuple[str, ...], param("Examples, by id, that are left out.", group="Curation", advanced=True)
    ] = ()
    accept: Annotated[
        tuple[str, ...],
        param("Findings of the data check that were looked at and accepted, by code.", group="Curation", advanced=True),
    ] = ()


class AugmentSpec(_Section, frozen=True, kw_only=True):
    """Random changes to the training examples. Teacher and student always see the same view (Beyer et al. 2022)."""

    shift: Annotated[float, param("Largest shift, as a share of the side.", ge=0, le=0.5)] = 0.125
    flip: Annotated[bool, param("Mirror half of the images left to right.", label="Mirror")] = False
    rotate: Annotated[float, param("Largest rotation.", unit="°", ge=0, le=180)] = 0.0
    zoom: Annotated[float, param("Largest change of scale, as a share.", ge=0, le=0.5)] = 0.0
    brightness: Annotated[float, param("Largest change of brightness, as a share.", ge=0, le=1)] = 0.0
    contrast: Annotated[float, param("Largest change of contrast, as a share.", ge=0, le=1)] = 0.0
    erase: Annotated[float, param("Probability that a random rectangle is blanked out.", ge=0, le=1)] = 0.0
    drop: Annotated[
        float, param("Share of a text’s words that are left out at random.", label="Left-out words", ge=0, le=0.5)
    ] = 0.0
    views: Annotated[
        int,
        param(
            "Different augmented copies of each image. Their teacher outputs are computed once and reused; "
            "0 draws a new view at every step and runs the teacher at every step.",
            ge=0,
            le=1000,
            advanced=True,
        ),
    ] = 4


class PlanSpec(_Section, frozen=True, kw_only=True):
    """How one network is trained."""

    epochs: Annotated[int, param("Passes over the training data.", ge=1, le=10_000, group="Length")] = 20
    batch_size: Annotated[int, param("Examples in one optimiser step.", ge=1, le=65_536, group="Length")] = 128
    micro_batch: Annotated[
        int,
        param(
            "Examples computed at once; gradients of several are summed to one step. 0 means the whole batch.",
            ge=0,
            le=65_536,
            group="Length",
            advanced=True,
        ),
    ] = 0
    early_stopping: Annotated[
        int,
        param(
            "Stop after this many epochs without a better validation accuracy; 0 never stops early.",
            unit="epochs",
            ge=0,
            le=1000,
            group="Length",
            advanced=True,
        ),
    ] = 0
    keep: Annotated[
        Literal["last", "best"],
        param(
            "Which epoch’s weights are used in the end: the last, or the best on the validation examples, which early "
            "stopping always takes.",
            label="Epoch to keep",
            group="Length",
            advanced=True,
        ),
    ] = "last"
    optimizer: Annotated[
        Literal["sgd", "adamw"], param("How the weights are moved.", label="Optimiser", group="Optimiser")
    ] = "sgd"
    learning_rate: Annotated[float, param("Learning rate at its peak.", gt=0, le=10, group="Optimiser")] = 0.05
    momentum: Annotated[float, param("Momentum of SGD.", ge=0, lt=1, group="Optimiser", advanced=True)] = 0.9
    weight_decay: Annotated[float, param("Weight decay.", ge=0, le=1, group="Optimiser")] = 5e-4
    schedule: Annotated[
        Literal["cosine", "step", "linear", "constant"], param("How the learning rate falls.", group="Optimiser")
    ] = "cosine"
    warmup: Annotated[
        float,
        param(
            "Share of the training during which the learning rate rises from zero.",
            ge=0,
            le=0.5,
            group="Optimiser",
            advanced=True,
        ),
    ] = 0.05
    milestones: Annotated[
        tuple[float, ...],
        param("Shares of the training at which the step schedule falls.", group="Optimiser", advanced=True),
    ] = (0.625, 0.75, 0.875)
    gamma: Annotated[
        float, param("Factor of each fall of the step schedule.", gt=0, le=1, group="Optimiser", advanced=True)
    ] = 0.1
    clip: Annotated[
        float,
        param(
            "Largest norm of the gradient; 0 does not clip.",
            label="Gradient clipping",
            ge=0,
            le=1000,
            group="Optimiser",
            advanced=True,
        ),
    ] = 0.0
    label_smoothing: Annotated[
        float, param("Label smoothing of the cross-entropy.", ge=0, lt=1, group="Regularisation", advanced=True)
    ] = 0.0
    class_weights: Annotated[
        Literal["none", "balanced", "effective"],
        param(
            "How much more rare classes count in the cross-entropy: balanced lets every class count the same, "
            "effective raises very rare ones less (Cui et al. 2019).",
            label="Weight of rare classes",
            group="Regularisation",
        ),
    ] = "none"
    ema: Annotated[
        float,
        param(
            "Decay of the moving average of the weights that is evaluated and exported; 0 switches it off.",
            label="Weight averaging",
            ge=0,
            lt=1,
            group="Regularisation",
            advanced=True,
        ),
    ] = 0.0
    augment: AugmentSpec = AugmentSpec()
    seed: Annotated[int, param("Seed of weights, order and augmentation.", ge=0, le=2**31 - 1, group="Length")] = 0


class TeacherSpec(_Section, frozen=True, kw_only=True):
    """The large, accurate model, or its answers."""

    kind: Annotated[
        Literal["train", "checkpoint", "onnx", "predictions"],
        param(
            "Where the teacher comes from: trained here, an own checkpoint, an ONNX file, or a file of its predictions."
        ),
    ] = "checkpoint"
    path: Annotated[str, param("Checkpoint folder or file, ONNX file, or file of predictions.", label="File")] = (
        "sample:digits/teacher"
    )
    architecture: Annotated[
        str, param("Architecture of a teacher trained here, or of a bare state dict.", empty="as the file says")
    ] = ""
    params: Annotated[dict[str, ParamValue], param("Settings of the architecture.", advanced=True)] = {}
    mean: Annotated[
        tuple[float, ...],
        param(
            "Mean that an ONNX teacher's input is normalised with, on a scale of 0 to 1; empty uses the data's.",
            advanced=True,
            empty="the data’s",
        ),
    ] = ()
    std: Annotated[
        tuple[float, ...],
        param("Standard deviation for the same.", label="Standard deviation", advanced=True, empty="the data’s"),
    ] = ()
    layout: Annotated[
        Literal["auto", "nchw", "nhwc"], param("Order of an ONNX teacher's input axes.", advanced=True)
    ] = "auto"
    output: Annotated[
        Literal["auto", "logits", "probabilities"], param("What the teacher's numbers are.", advanced=True)
    ] = "auto"
    classes: Annotated[
        tuple[str, ...],
        param(
            "The teacher's class names in the order of its outputs; empty takes them from the file or the data.",
            advanced=True,
            empty="as the file says",
        ),
    ] = ()
    plan: PlanSpec | None = None


class StudentSpec(_Section, frozen=True, kw_only=True):
    """The small model."""

    architecture: Annotated[str, param("Architecture of the student.")] = "resnet8"
    params: Annotated[dict[str, ParamValue], param("Settings of the architecture.", advanced=True)] = {}
    path: Annotated[
        str,
        param(
            "Folder with pretrained weights to start from; empty starts from scratch.",
            advanced=True,
            empty="from scratch",
        ),
    ] = ""


class MethodSpec(_Section, frozen=True, kw_only=True):
    """The distillation method."""

    name: Annotated[str, param("How the student learns from its teacher.", label="Method")] = "kd"
    params: Annotated[dict[str, ParamValue], param("Settings of the method.", advanced=True)] = {}


class RuntimeSpec(_Section, frozen=True, kw_only=True):
    """Where and how the computation runs."""

    control: Annotated[
        bool,
        param(
            "Also train the same student without a teacher, so that the gain can be measured.",
            label="Train the student alone as well",
        ),
    ] = True
    device: Annotated[Literal["auto", "cpu", "cuda", "mps"], param("Device to train on.")] = "auto"
    precision: Annotated[
        Literal["auto", "fp32", "bf16", "fp16"],
        param("Number format of the training; auto takes fp32 on the CPU.", advanced=True),
    ] = "auto"
    threads: Annotated[
        int,
        param(
            "CPU threads; 0 measures which number is fastest. The count changes the bits of the result.",
            ge=0,
            le=256,
            advanced=True,
        ),
    ] = 0
    memory_format: Annotated[
        Literal["auto", "contiguous", "channels_last"],
        param("Layout of image tensors; auto measures which is faster.", advanced=True),
    ] = "auto"
    checkpoint_seconds: Annotated[
        float, param("Time between two checkpoints.", unit="s", ge=0.1, le=86_400, advanced=True)
    ] = 30.0
    keep_checkpoints: Annotated[int, param("Newest checkpoints kept.", ge=2, le=100, advanced=True)] = 2


class ExportSpec(_Section, frozen=True, kw_only=True):
    """What is written at the end."""

    target: Annotated[
        TargetName, param("The kind of device that the model is for; it decides which files are made.")
    ] = "laptop-cpu"
    int8: Annotated[bool, param("Also write an INT8 model.", label="INT8")] = True
    calibration_examples: Annotated[
        int, param("Training examples that calibrate the INT8 model; test data is never used.", ge=1, le=10_000)
    ] = 256
    calibration: Annotated[
        Literal["best", "minmax", "entropy", "percentile"],
        param("How the ranges of the INT8 model are found; best tries all and keeps the closest.", advanced=True),
    ] = "best"
    reduce_range: Annotated[
        Literal["auto", "yes", "no"],
        param("Use 7 of 8 bits for weights, which avoids saturation on x86 processors without VNNI.", advanced=True),
    ] = "auto"
    opset: Annotated[int, param("ONNX operator set.", ge=18, le=23, advanced=True)] = 20
    tolerance: Annotated[
        float, param("Largest accepted loss of accuracy of the INT8 model.", unit="points", ge=0, le=100)
    ] = 0.5
    variants: Annotated[
        tuple[str, ...],
        param(
            "Further files beside those that the target wants, such as fp16, int4-weights or int8-qnn; "
            "all makes every one.",
            label="Further files",
            advanced=True,
        ),
    ] = ()
    finetune_epochs: Annotated[
        int,
        param(
            "Longest fine-tuning with simulated INT8, where calibration and float layers did not repair it; 0 never.",
            label="Quantization-aware epochs",
            unit="epochs",
            ge=0,
            le=100,
            advanced=True,
        ),
    ] = 3
    directory: Annotated[
        str, param("Folder of the export; empty writes into the run.", label="Export folder", empty="inside the run")
    ] = ""


class Recipe(_Section, frozen=True, kw_only=True):
    """Everything a distillation depends on."""

    version: Annotated[int, msgspec.Meta(ge=1)] = VERSION
    name: Annotated[str, param("Name of the run.")] = "Digits"
    task: Annotated[TaskKind, param("Kind of task.")] = "image-classification"
    data: DataSpec = DataSpec()
    teacher: TeacherSpec = TeacherSpec()
    student: StudentSpec = StudentSpec()
    method: MethodSpec = MethodSpec()
    plan: PlanSpec = PlanSpec()
    runtime: RuntimeSpec = RuntimeSpec()
    export: ExportSpec = ExportSpec()

    @property
    def teacher_plan(self) -> PlanSpec:
        """The plan of a teacher trained here: its own, or the student's."""
        return self.teacher.plan or self.plan

    @property
    def augments(self) -> bool:
        """Whether the training examples are changed at random."""
        augment = self.plan.augment
        if self.task == "text-classification":
            return augment.drop > 0
        wanted = (augment.shift, augment.rotate, augment.zoom, augment.brightness, augment.contrast, augment.erase)
        return augment.flip or any(wanted)
