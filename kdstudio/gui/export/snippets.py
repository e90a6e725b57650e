"""A few lines that run the exported model, for each place where it may run.

Each prepares its input as ``preprocessing.json`` says; the Python one is run by a test on a real export.
"""

from __future__ import annotations

from pathlib import Path
from string import Template
from typing import Literal, get_args

from kdstudio.core.inputs import ImageInput, InputSpec, TextInput

Target = Literal["python", "android", "ios", "browser"]
TARGETS: tuple[Target, ...] = get_args(Target)


def snippet(target: Target, input: InputSpec, folder: Path, model: str) -> str:
    """Code that asks the file ``model``, a path inside ``folder``, for one answer."""
    kind = "image" if isinstance(input, ImageInput) else "text"
    template = _TEMPLATES.get((target, kind)) or _TEMPLATES["python", kind]
    return Template(template).substitute(_values(input), folder=folder.as_posix(), model=model, name=Path(model).name)


def has(target: Target, input: InputSpec) -> bool:
    """Whether there is code for this place; tokenizers have no common library on phones."""
    return isinstance(input, ImageInput) or target == "python"


def _values(input: InputSpec) -> dict[str, object]:
    if isinstance(input, TextInput):
        return {"length": input.max_length, "pad": input.pad_id}
    return {
        "size": input.size,
        "channels": input.channels,
        "mode": "L" if input.channels == 1 else "RGB",
        "background": input.background,
        "mean": ", ".join(f"{value:g}" for value in input.mean),
        "std": ", ".join(f"{value:g}" for value in input.std),
    }


_TEMPLATES: dict[tuple[str, str], str] = {
    ("python", "image"): """\
# pip install onnxruntime pillow numpy
import json
import sys

import numpy as np
import onnxruntime
from PIL import Image, ImageOps

folder = "$folder"
labels = json.load(open(folder + "/labels.json", encoding="utf-8"))
session = onnxruntime.InferenceSession(folder + "/$model")

picture = ImageOps.exif_transpose(Image.open(sys.argv[1])).convert("RGBA")
ground = Image.new("RGBA", picture.size, "$background")
picture = Image.alpha_composite(ground, picture).convert("RGB").convert("$mode")
picture = picture.resize(($size, $size), Image.Resampling.BILINEAR)
pixels = np.asarray(picture, dtype=np.float32).reshape($size, $size, $channels) / 255
pixels = (pixels - np.float32([$mean])) / np.float32([$std])
(logits,) = session.run(None, {"pixel_values": pixels.transpose(2, 0, 1)[None]})
print(labels[logits[0].argmax()])
""",
    ("python", "text"): """\
# pip install onnxruntime tokenizers numpy
import json
import sys

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

folder = "$folder"
labels = json.load(open(folder + "/labels.json", encoding="utf-8"))
tokenizer = Tokenizer.from_file(folder + "/tokenizer.json")
tokenizer.enable_truncation($length)
session = onnxruntime.InferenceSession(folder + "/$model")

tokens = tokenizer.encode(sys.argv[1])
inputs = {
    "input_ids": np.array([tokens.ids], dtype=np.int64),
    "attention_mask": np.array([tokens.attention_mask], dtype=np.int64),
}
(logits,) = session.run(None, inputs)
print(labels[logits[0].argmax()])
""",
    ("android", "image"): """\
// build.gradle: implementation("com.microsoft.onnxruntime:onnxruntime-android:latest.release")
// Put $name into src/main/assets.
import ai.onnxruntime.OnnxTensor
import ai.onnxruntime.OrtEnvironment
import android.content.Context
import android.graphics.Bitmap
import android.graphics.Color
import java.nio.FloatBuffer

class Classifier(context: Context) {
    private val environment = OrtEnvironment.getEnvironment()
    private val session = environment.createSession(context.assets.open("$name").readBytes())
    private val mean = floatArrayOf($mean)
    private val std = floatArrayOf($std)

    /** The place of the answer in labels.json. */
    fun classify(picture: Bitmap): Int {
        val small = Bitmap.createScaledBitmap(picture, $size, $size, true)
        val pixels = FloatBuffer.allocate($channels * $size * $size)
        for (channel in 0 until $channels) for (y in 0 until $size) for (x in 0 until $size) {
            val color = small.getPixel(x, y)
            val rgb = intArrayOf(Color.red(color), Color.green(color), Color.blue(color))
            val value = if ($channels == 1) 0.299f * rgb[0] + 0.587f * rgb[1] + 0.114f * rgb[2]
                        else rgb[channel].toFloat()
            pixels.put((value / 255f - mean[channel]) / std[channel])
        }
        pixels.rewind()
        val shape = longArrayOf(1, $channels, $size, $size)
        OnnxTensor.createTensor(environment, pixels, shape).use { tensor ->
            session.run(mapOf("pixel_values" to tensor)).use { result ->
                val logits = (result[0].value as Array<FloatArray>)[0]
                return logits.indices.maxByOrNull { logits[it] }!!
            }
        }
    }
}
""",
    ("ios", "image"): """\
// Swift package: https://github.com/microsoft/onnxruntime-swift-package-manager
// Add $name to the app's resources.
import CoreGraphics
import Foundation
import OnnxRuntimeBindings

final class Classifier {
    private let session: ORTSession
    private let mean: [Float] = [$mean]
    private let std: [Float] = [$std]

    init() throws {
        let path = Bundle.main.path(forResource: "$name", ofType: nil)!
        session = try ORTSession(env: ORTEnv(loggingLevel: .warning), modelPath: path, sessionOptions: nil)
    }

    /// The place of the answer in labels.json.
    func classify(_ picture: CGImage) throws -> Int {
        let side = $size, channels = $channels
        var bytes = [UInt8](repeating: 0, count: side * side * 4)
        let context = CGContext(data: &bytes, width: side, height: side, bitsPerComponent: 8, bytesPerRow: side * 4,
                                space: CGColorSpaceCreateDeviceRGB(),
                                bitmapInfo: CGImageAlphaInfo.noneSkipLast.rawValue)!
        context.interpolationQuality = .medium
        context.draw(picture, in: CGRect(x: 0, y: 0, width: side, height: side))
        var pixels = [Float](repeating: 0, count: channels * side * side)
        for channel in 0..<channels { for place in 0..<(side * side) {
            let rgb = (0..<3).map { Float(bytes[4 * place + $$0]) }
            let value = channels == 1 ? 0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2] : rgb[channel]
            pixels[channel * side * side + place] = (value / 255 - mean[channel]) / std[channel]
        } }
        let data = NSMutableData(bytes: pixels, length: pixels.count * MemoryLayout<Float>.size)
        let shape: [NSNumber] = [1, NSNumber(value: channels), NSNumber(value: side), NSNumber(value: side)]
        let tensor = try ORTValue(tensorData: data, elementType: .float, shape: shape)
        let result = try session.run(withInputs: ["pixel_values": tensor], outputNames: ["logits"], runOptions: nil)
        let output = try result["logits"]!.tensorData() as Data
        let logits = output.withUnsafeBytes { Array($$0.bindMemory(to: Float.self)) }
        return logits.indices.max { logits[$$0] < logits[$$1] }!
    }
}
""",
    ("browser", "image"): """\
// npm install onnxruntime-web; serve $name and labels.json beside the page.
import * as ort from "onnxruntime-web";

const labels = await (await fetch("labels.json")).json();
const session = await ort.InferenceSession.create("$name");
const mean = [$mean], std = [$std], side = $size, channels = $channels;

export async function classify(picture) {
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext("2d");
  context.fillStyle = "$background";
  context.fillRect(0, 0, side, side);
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, 0, 0, side, side);
  const bytes = context.getImageData(0, 0, side, side).data;
  const pixels = new Float32Array(channels * side * side);
  for (let channel = 0; channel < channels; channel++)
    for (let place = 0; place < side * side; place++) {
      const [r, g, b] = bytes.subarray(4 * place, 4 * place + 3);
      const value = channels === 1 ? 0.299 * r + 0.587 * g + 0.114 * b : [r, g, b][channel];
      pixels[channel * side * side + place] = (value / 255 - mean[channel]) / std[channel];
    }
  const tensor = new ort.Tensor("float32", pixels, [1, channels, side, side]);
  const { logits } = await session.run({ pixel_values: tensor });
  return labels[logits.data.indexOf(Math.max(...logits.data))];
}
""",
}
