"""From a trained student to verified ONNX files that an app can ship."""
