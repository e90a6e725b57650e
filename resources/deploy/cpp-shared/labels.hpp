// The class names of an export folder. Needs C++17 alone.
#pragma once

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

// A file’s bytes.
inline std::string content_of(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) throw std::runtime_error(path.string() + " cannot be read.");
  return {std::istreambuf_iterator<char>(stream), {}};
}

// The class names of an export folder, as UTF-8: labels.json is one JSON array of strings.
inline std::vector<std::string> labels_in(const std::filesystem::path& folder) {
  const std::string text = content_of(folder / "labels.json");
  std::vector<std::string> labels;
  for (std::size_t at = 0; (at = text.find('"', at)) != std::string::npos; ++at) {
    std::string label;
    for (++at; at < text.size() && text[at] != '"'; ++at) {
      if (text[at] != '\\') {
        label += text[at];
        continue;
      }
      switch (const char escaped = text.at(++at)) {
        case 'b': label += '\b'; break;
        case 'f': label += '\f'; break;
        case 'n': label += '\n'; break;
        case 'r': label += '\r'; break;
        case 't': label += '\t'; break;
        case 'u':  // only control characters are written so
          label += static_cast<char>(std::stoi(text.substr(at + 1, 4), nullptr, 16));
          at += 4;
          break;
        default: label += escaped;
      }
    }
    labels.push_back(label);
  }
  if (labels.empty()) throw std::runtime_error("There are no labels in " + folder.string() + ".");
  return labels;
}
