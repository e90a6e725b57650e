"""KD Studio: knowledge distillation on the user's own machine, from data to a verified INT8 model."""

__version__ = "0.1.0"
