"""What the choices of a setting are called; recipes and commands keep their short names."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def titles() -> dict[str, str]:
    """By name, in the language of the window.

    Long because Qt's tools collect texts where they stand as literals.
    """
    translate = QCoreApplication.translate
    return {
        "auto": translate("choices", "Automatic"),
        "yes": translate("choices", "Yes"),
        "no": translate("choices", "No"),
        "none": translate("choices", "None"),
        "image-classification": translate("choices", "Images"),
        "text-classification": translate("choices", "Texts"),
        "csv": "CSV",
        "idx": "IDX",
        "jsonl": "JSON lines",
        "parquet": "Parquet",
        "folder": translate("choices", "Class folders"),
        "skip": translate("choices", "Leave them out"),
        "stop": translate("choices", "Stop"),
        "gray": translate("choices", "Gray"),
        "rgb": translate("choices", "Colour"),
        "black": translate("choices", "Black"),
        "white": translate("choices", "White"),
        "train": translate("choices", "Trained here"),
        "checkpoint": translate("choices", "Checkpoint"),
        "onnx": "ONNX",
        "predictions": translate("choices", "Predictions"),
        "logits": translate("choices", "Logits"),
        "probabilities": translate("choices", "Probabilities"),
        "nchw": translate("choices", "Channels first"),
        "nhwc": translate("choices", "Channels last"),
        "channels_last": translate("choices", "Channels last"),
        "contiguous": translate("choices", "Channels first"),
        "adamw": "AdamW",
        "sgd": "SGD",
        "constant": translate("choices", "Constant"),
        "cosine": translate("choices", "Cosine"),
        "linear": translate("choices", "Linear"),
        "step": translate("choices", "In steps"),
        "best": translate("choices", "The best"),
        "last": translate("choices", "The last"),
        "balanced": translate("choices", "By frequency"),
        "effective": translate("choices", "By effective number"),
        "cpu": "CPU",
        "cuda": "CUDA",
        "mps": "Apple MPS",
        "bf16": "BF16",
        "fp16": "FP16",
        "fp32": "FP32",
        "entropy": translate("choices", "Entropy"),
        "minmax": translate("choices", "Smallest and largest"),
        "percentile": translate("choices", "Percentile"),
        "android": "Android",
        "browser": translate("choices", "Browser"),
        "iphone": "iPhone",
        "laptop-cpu": translate("choices", "Laptop CPU"),
        "windows-directml": "Windows DirectML",
    }
