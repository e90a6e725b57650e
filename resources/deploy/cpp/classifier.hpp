// Asks the model of an export for the class of a picture. Needs ONNX Runtime and C++17; copy it into your app.
//
//   Classifier classifier("export/onnx/model_quantized_pixels.onnx");
//   std::vector<float> probabilities = classifier.classify(rgb, height, width);
//
// The file whose name ends in _pixels.onnx takes decoded pixels of any size; colour, scaling and normalisation are in
// the graph, the same as in training.
#pragma once

#include <onnxruntime_cxx_api.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

class Classifier {
 public:
  explicit Classifier(const std::filesystem::path& model, int threads = 1)
      : session_(env_, model.c_str(), options(threads)) {}

  // One probability for each class, in the order of labels.json. `rgb` is one picture: height × width × 3 bytes, from
  // the upper left, upright (apply a photo's EXIF rotation first).
  std::vector<float> classify(const std::uint8_t* rgb, std::int64_t height, std::int64_t width) {
    const std::array<std::int64_t, 3> shape{height, width, 3};
    const auto memory = Ort::MemoryInfo::CreateCpu(OrtArenaAllocator, OrtMemTypeDefault);
    // ONNX Runtime takes inputs as mutable, but does not write to them
    Ort::Value image = Ort::Value::CreateTensor<std::uint8_t>(
        memory, const_cast<std::uint8_t*>(rgb), static_cast<std::size_t>(height * width * 3), shape.data(), shape.size());
    const char* inputs[] = {"image"};
    const char* outputs[] = {"probabilities"};
    const auto answers = session_.Run(Ort::RunOptions{nullptr}, inputs, &image, 1, outputs, 1);
    const float* values = answers.front().GetTensorData<float>();
    return {values, values + answers.front().GetTensorTypeAndShapeInfo().GetElementCount()};
  }

 private:
  static Ort::SessionOptions options(int threads) {
    Ort::SessionOptions found;
    found.SetIntraOpNumThreads(threads);
    return found;
  }

  Ort::Env env_{ORT_LOGGING_LEVEL_ERROR, "classifier"};
  Ort::Session session_;
};

// The model of an export folder that takes pictures as they are.
inline std::filesystem::path model_in(const std::filesystem::path& folder) {
  for (const auto& entry : std::filesystem::directory_iterator(folder / "onnx")) {
    const std::string name = entry.path().filename().string(), end = "_pixels.onnx";
    if (name.size() > end.size() && name.compare(name.size() - end.size(), end.size(), end) == 0) return entry.path();
  }
  throw std::runtime_error("There is no model that takes pictures as they are in " + folder.string() + "/onnx.");
}
