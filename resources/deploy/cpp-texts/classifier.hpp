// Asks the model of an export for the class of a text. Needs ONNX Runtime and C++17; copy it and tokenizer.hpp into
// your app.
//
//   Classifier classifier("export/onnx/model_quantized.onnx", "export/tokens.txt");
//   std::vector<float> probabilities = classifier.classify("It’s a café.");
#pragma once

#include <onnxruntime_cxx_api.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <numeric>
#include <string_view>
#include <vector>

#include "tokenizer.hpp"

class Classifier {
 public:
  Classifier(const std::filesystem::path& model, const std::filesystem::path& tokens, int threads = 1)
      : tokenizer_(tokens), session_(env_, model.c_str(), options(threads)) {}

  // One probability for each class, in the order of labels.json, of a text in UTF-8.
  std::vector<float> classify(std::string_view text) {
    std::vector<std::int64_t> ids = tokenizer_.encode(text);
    std::vector<std::int64_t> mask(ids.size(), 1);
    const std::size_t length = fixed_length(ids.size());
    ids.resize(length, tokenizer_.pad());
    mask.resize(length, 0);
    const std::array<std::int64_t, 2> shape{1, static_cast<std::int64_t>(length)};
    const auto memory = Ort::MemoryInfo::CreateCpu(OrtArenaAllocator, OrtMemTypeDefault);
    std::array<Ort::Value, 2> values{
        Ort::Value::CreateTensor<std::int64_t>(memory, ids.data(), length, shape.data(), shape.size()),
        Ort::Value::CreateTensor<std::int64_t>(memory, mask.data(), length, shape.data(), shape.size())};
    const char* inputs[] = {"input_ids", "attention_mask"};
    const char* outputs[] = {"logits"};
    const auto answers = session_.Run(Ort::RunOptions{nullptr}, inputs, values.data(), values.size(), outputs, 1);
    const float* logits = answers.front().GetTensorData<float>();
    return softmax({logits, logits + answers.front().GetTensorTypeAndShapeInfo().GetElementCount()});
  }

 private:
  // Files for some devices take one length alone, the others any.
  std::size_t fixed_length(std::size_t wanted) const {
    const auto shape = session_.GetInputTypeInfo(0).GetTensorTypeAndShapeInfo().GetShape();
    return shape.at(1) > 0 ? static_cast<std::size_t>(shape[1]) : std::max<std::size_t>(1, wanted);
  }

  static std::vector<float> softmax(std::vector<float> values) {
    const float top = *std::max_element(values.begin(), values.end());
    for (float& value : values) value = std::exp(value - top);
    const float sum = std::accumulate(values.begin(), values.end(), 0.0f);
    for (float& value : values) value /= sum;
    return values;
  }

  static Ort::SessionOptions options(int threads) {
    Ort::SessionOptions found;
    found.SetIntraOpNumThreads(threads);
    return found;
  }

  Tokenizer tokenizer_;
  Ort::Env env_{ORT_LOGGING_LEVEL_ERROR, "classifier"};
  Ort::Session session_;
};
