// Classifies texts with the model two folders above this one.
//
//   classify                               the example of the export; its answers.json says what is right
//   classify [--export FOLDER] TEXT…       the likeliest classes of each
//   classify --file onnx/model.onnx TEXT…  with another file than the recommended one
//   classify --probabilities TEXT…         all probabilities of each, in the order of labels.json

#include <cstdio>
#include <exception>

#include "classifier.hpp"
#include "labels.hpp"

// The file that the export recommends, as measured.json says.
static std::string recommended_in(const std::filesystem::path& folder) {
  const std::string text = content_of(folder / "measured.json");
  const auto after = [&](const std::string& key, std::size_t from) {
    const std::size_t start = text.find('"', text.find(':', text.find(key, from))) + 1;
    return text.substr(start, text.find('"', start) - start);
  };
  const std::string variant = after("\"recommended\"", 0);
  return after("\"file\"", text.find("\"variant\": \"" + variant + "\""));
}

static void print_best(const std::string& text, const std::vector<float>& chances,
                       const std::vector<std::string>& labels) {
  std::vector<std::size_t> order(chances.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return chances[a] > chances[b]; });
  std::printf("%s:", text.c_str());
  for (std::size_t rank = 0; rank < std::min<std::size_t>(3, order.size()); ++rank)
    std::printf(" %s %.1f %%", labels.at(order[rank]).c_str(), 100 * chances[order[rank]]);
  std::printf("\n");
}

int main(int argc, char** argv) {
  try {
    std::filesystem::path folder = std::filesystem::path(argv[0]).parent_path() / "../../..";
    std::string file;
    bool all = false;
    std::vector<std::string> texts;
    for (int place = 1; place < argc; ++place) {
      const std::string word = argv[place];
      const bool more = place + 1 < argc;
      if (word == "--export" && more) {
        folder = argv[++place];
      } else if (word == "--file" && more) {
        file = argv[++place];
      } else if (word == "--probabilities") {
        all = true;
      } else {
        texts.push_back(word);
      }
    }
    const auto labels = labels_in(folder);
    Classifier classifier(folder / (file.empty() ? recommended_in(folder) : file), folder / "tokens.txt");
    if (texts.empty()) texts.push_back(content_of(folder / "example" / "text.txt"));
    for (const std::string& text : texts) {
      const auto chances = classifier.classify(text);
      if (!all) {
        print_best(text, chances, labels);
        continue;
      }
      for (const float chance : chances) std::printf("%.9g ", chance);
      std::printf("\n");
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  return 0;
}
