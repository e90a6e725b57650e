"""The phases of every job, known before anything heavy is imported."""

from kdstudio.protocol.events import Phase

PHASES: dict[str, tuple[Phase, ...]] = {
    "data-check": (Phase("check", "Check the data"),),
    "profile": (Phase("data", "Read the data"), Phase("measure", "Measure the models")),
    "distill": (
        Phase("data", "Read the data"),
        Phase("teacher", "Prepare the teacher"),
        Phase("answers", "Ask the teacher"),
        Phase("control", "Train the student alone"),
        Phase("student", "Distil the student"),
        Phase("evaluate", "Evaluate"),
        Phase("export", "Export and verify"),
    ),
    "export": (Phase("data", "Read the data"), Phase("export", "Export and verify")),
    "predict": (Phase("predict", "Predict"),),
    "try-out": (Phase("load", "Load the models"), Phase("answer", "Answer")),
    "bench": (Phase("bench", "Time the files"),),
    "llm-probe": (Phase("connect", "Reach the teacher"), Phase("try", "Ask it once")),
    "synthesis": (
        Phase("connect", "Reach the teacher"),
        Phase("write", "Write and label examples"),
        Phase("held-out", "Hold the teacher against your examples"),
        Phase("save", "Write the data set"),
    ),
    "hub": (Phase("look", "Ask the hub"), Phase("fetch", "Fetch the model")),
}
