"""The bill of materials for supply-chain tools: ``bom.cdx.json``, CycloneDX 1.6 (cyclonedx.org/capabilities/mlbom).

The library writes and links all parts. It has no classes yet for what CycloneDX says of a model (``modelCard``) and of
a data set (``data``), so these two are added to its output; a test validates the whole with its own validator.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import DisjunctiveLicense
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from packageurl import PackageURL

from kdstudio.core.deliverable import Deliverable, FileCheck
from kdstudio.core.lineage import Lineage
from kdstudio.core.phrases import percent
from kdstudio.runs.files import sha256

NAME = "bom.cdx.json"
_MODELS = (".onnx", ".ort", ".safetensors", ".tflite")
_STUDENT, _TEACHER, _DATA = "student", "teacher", "data"


def write(folder: Path, lineage: Lineage, made: Deliverable) -> None:
    """Write the bill of an export whose model files are in ``folder``."""
    raw = json.loads(make_outputter(_bom(folder, lineage), OutputFormat.JSON, SchemaVersion.V1_6).output_as_string())
    raw["metadata"]["component"]["modelCard"] = _card(lineage, made)
    for component in raw["components"]:
        if component["bom-ref"] == _DATA:
            component["data"] = [_data(lineage)]
    (folder / NAME).write_bytes(msgspec.json.format(msgspec.json.encode(raw), indent=2) + b"\n")


def _bom(folder: Path, lineage: Lineage) -> Bom:
    student = Component(
        name=lineage.name,
        type=ComponentType.MACHINE_LEARNING_MODEL,
        bom_ref=_STUDENT,
        description=f"A student for {lineage.task.replace('-', ' ')}, distilled with KD Studio.",
        properties=_properties(run=lineage.run, recommended=lineage.recommended),
    )
    bom = Bom(serial_number=uuid.uuid5(uuid.NAMESPACE_OID, msgspec.json.encode(lineage).decode()))
    bom.metadata.component = student
    programs = [_program(*entry) for entry in lineage.versions.items()]
    bom.metadata.tools.components.update(program for program in programs if program.name == "kdstudio")
    parts = [_teacher(lineage), _data_component(lineage), *_files(folder, lineage)]
    parts += [program for program in programs if program.name != "kdstudio"]
    bom.components.update(parts)
    bom.register_dependency(student, parts)
    return bom


def _teacher(lineage: Lineage) -> Component:
    origin = lineage.teacher
    return Component(
        name=origin.name or "teacher",
        type=ComponentType.MACHINE_LEARNING_MODEL,
        bom_ref=_TEACHER,
        description="The model whose answers the student learnt.",
        licenses=[DisjunctiveLicense(name=origin.licence)] if origin.licence else None,
        hashes=_hashes(origin.sha256),
        properties=_properties(kind=origin.kind, architecture=origin.architecture, caution=origin.caution),
    )


def _data_component(lineage: Lineage) -> Component:
    origin = lineage.data
    return Component(
        name=origin.name or "data",
        type=ComponentType.DATA,
        bom_ref=_DATA,
        description="The examples that student and files were trained, calibrated and measured on.",
        properties=_properties(
            fingerprint=origin.fingerprint,
            **{f"examples.{split}": str(count) for split, count in origin.examples.items()},
        ),
    )


def _files(folder: Path, lineage: Lineage) -> Iterator[Component]:
    """Every file with weights in it: those measured, the one that prepares its pictures, and PyTorch’s."""
    for path in sorted(path for path in folder.rglob("*") if path.suffix in _MODELS):
        name = path.relative_to(folder).as_posix()
        known = lineage.files.get(name)
        yield Component(
            name=name,
            type=ComponentType.FILE,
            bom_ref=name,
            hashes=_hashes(known.sha256 if known else sha256(path)),
            properties=_properties(variant=known.variant if known else "", size=str(path.stat().st_size)),
        )


def _program(name: str, version: str) -> Component:
    if name == "python":
        return Component(name=name, version=version, type=ComponentType.PLATFORM, bom_ref=f"{name}@{version}")
    kind = ComponentType.APPLICATION if name == "kdstudio" else ComponentType.LIBRARY
    url = PackageURL("pypi", name=name.lower(), version=version)
    return Component(name=name, version=version, type=kind, bom_ref=f"{name}@{version}", purl=url)


def _hashes(sha256: str) -> list[HashType]:
    return [HashType(alg=HashAlgorithm.SHA_256, content=sha256)] if sha256 else []


def _properties(**values: str) -> list[Property]:
    return [Property(name=f"kdstudio:{name}", value=value) for name, value in values.items() if value]


def _data(lineage: Lineage) -> dict[str, Any]:
    return {
        "type": "dataset",
        "name": lineage.data.name or "data",
        "description": f"{lineage.data.classes} classes; split into {_split_words(lineage)}.",
    }


def _split_words(lineage: Lineage) -> str:
    return ", ".join(f"{count:,} {name} examples" for name, count in lineage.data.examples.items())


def _card(lineage: Lineage, made: Deliverable) -> dict[str, Any]:
    """``modelCard`` as the schema of CycloneDX 1.6 defines it."""
    student = lineage.recipe.get("student") or {}
    parameters: dict[str, Any] = {
        "approach": {"type": "supervised"},
        "task": lineage.task,
        "datasets": [{"ref": _DATA}],
        "inputs": [{"format": "image" if lineage.task == "image-classification" else "text"}],
        "outputs": [{"format": "logits, float32, one for each class"}],
    }
    if architecture := student.get("architecture"):
        parameters["modelArchitecture"] = architecture
    return {
        "bom-ref": "model-card",
        "modelParameters": parameters,
        "quantitativeAnalysis": {"performanceMetrics": [m for check in made.files for m in _metrics(check)]},
        "considerations": {
            "users": ["Developers of apps that classify inputs like those of the data."],
            "useCases": [lineage.intended_use],
            "technicalLimitations": list(_limitations(lineage, made)),
            "performanceTradeoffs": [made.reason],
            "ethicalConsiderations": [
                {"name": "It takes over errors of its teacher and of the labels that it learnt from."},
                *([{"name": lineage.teacher.caution}] if lineage.teacher.caution else []),
            ],
        },
        "properties": [
            {"name": f"kdstudio:{name}", "value": value}
            for name, value in (("seed", str(lineage.seed)), ("command", lineage.command))
            if value not in ("", "None")
        ],
    }


def _metrics(check: FileCheck) -> Iterator[dict[str, str]]:
    values = {
        "accuracy": check.accuracy.get("test"),
        "agreement with FP32": check.agreement.get("test"),
        "agreement with the teacher": check.teacher_agreement.get("test"),
        "expected calibration error": check.calibration_error.get("test"),
    }
    for kind, value in values.items():
        if value is not None:
            yield {"type": kind, "value": f"{value:.6f}", "slice": f"test split, {check.file}"}
    for change in check.classes:
        if change.points < 0:
            yield {
                "type": "change of recall against FP32, points",
                "value": f"{change.points:.3f}",
                "slice": f"test split, {check.file}, class {change.name}",
            }


def _limitations(lineage: Lineage, made: Deliverable) -> Iterator[str]:
    for check in made.files:
        file = lineage.files[check.file]
        if file.points_lost is not None:
            yield (
                f"{check.title} gets {percent(check.accuracy['test'], 2)} of the test split right, "
                f"{file.points_lost:.2f} points less than the teacher; {file.inherited_errors:,} of its "
                f"{file.errors:,} errors are the teacher’s own."
            )
        yield from (remark.message for remark in check.remarks if remark.severity != "note")
