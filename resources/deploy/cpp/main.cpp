// Classifies pictures with the model two folders above this one.
//
//   classify                                  the example of the export; its answers.json says what is right
//   classify [--export FOLDER] PICTURE…       the likeliest classes of each
//   classify --probabilities PICTURE…         all probabilities of each, in the order of labels.json

#include "classifier.hpp"
#include "labels.hpp"

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <exception>
#include <numeric>

#if defined(__has_include) && __has_include(<stb_image.h>)
#define STB_IMAGE_IMPLEMENTATION
#define STBI_FAILURE_USERMSG
#include <stb_image.h>
#define HAS_STB
#define EXAMPLE "picture.png"
#else
#define EXAMPLE "picture.ppm"  // what can be read without it
#endif

struct Picture {
  std::vector<std::uint8_t> rgb;
  int width = 0, height = 0;
};

#ifdef HAS_STB

// Transparent pixels are laid over the ground, as in training. Photos are not turned as their EXIF rotation says.
static Picture open(const std::filesystem::path& path, int ground) {
  const std::string name = path.string();
  Picture found;
  int channels = 0;
  std::uint8_t* pixels = stbi_load(name.c_str(), &found.width, &found.height, &channels, 4);
  if (pixels == nullptr) throw std::runtime_error(name + ": " + stbi_failure_reason());
  const std::size_t count = static_cast<std::size_t>(found.width) * found.height;
  found.rgb.reserve(3 * count);
  for (const std::uint8_t* pixel = pixels; pixel != pixels + 4 * count; pixel += 4)
    for (int c = 0; c < 3; ++c)
      found.rgb.push_back(static_cast<std::uint8_t>((pixel[c] * pixel[3] + ground * (255 - pixel[3]) + 127) / 255));
  stbi_image_free(pixels);
  return found;
}

#else

// A number of a PPM header; comments run from # to the end of the line.
static int number(std::istream& stream) {
  for (int next = stream.peek(); next == '#' || std::isspace(next); next = stream.peek()) {
    if (next == '#') {
      std::string comment;
      std::getline(stream, comment);
    } else {
      stream.get();
    }
  }
  int value = 0;
  stream >> value;
  return value;
}

// A binary PPM or PGM file of 8 bits.
static Picture open(const std::filesystem::path& path, int) {
  std::ifstream stream(path, std::ios::binary);
  char kind[2] = {};
  stream.read(kind, 2);
  if (kind[0] != 'P' || (kind[1] != '5' && kind[1] != '6')) throw std::runtime_error(path.string() + " is no PPM file.");
  Picture found;
  found.width = number(stream);
  found.height = number(stream);
  const int most = number(stream), channels = kind[1] == '6' ? 3 : 1;
  if (!stream || found.width <= 0 || found.height <= 0 || most != 255)
    throw std::runtime_error(path.string() + " is no PPM file of 8 bits.");
  stream.get();
  std::vector<char> raw(static_cast<std::size_t>(found.width) * found.height * channels);
  if (!stream.read(raw.data(), static_cast<std::streamsize>(raw.size())))
    throw std::runtime_error(path.string() + " ends early.");
  const std::size_t copies = channels == 3 ? 1 : 3;  // gray is red, green and blue alike
  for (const char value : raw) found.rgb.insert(found.rgb.end(), copies, static_cast<std::uint8_t>(value));
  return found;
}

#endif

// What shows through transparent pixels.
static int ground_in(const std::filesystem::path& folder) {
  const std::string text = content_of(folder / "preprocessing.json");
  return text.find("\"background\": \"black\"") == std::string::npos ? 255 : 0;
}

int main(int argc, char** argv) {
  std::filesystem::path folder = std::filesystem::path(argv[0]).parent_path() / "../../..";
  std::vector<std::filesystem::path> paths;
  bool all = false;
  for (int place = 1; place < argc; ++place) {
    const std::string word = argv[place];
    if (word == "--probabilities") {
      all = true;
    } else if (word == "--export" && place + 1 < argc) {
      folder = argv[++place];
    } else {
      paths.emplace_back(word);
    }
  }
  if (paths.empty()) paths.push_back(folder / "example" / EXAMPLE);
  try {
    const auto labels = labels_in(folder);
    const int ground = ground_in(folder);
    Classifier classifier(model_in(folder));
    for (const auto& path : paths) {
      const Picture picture = open(path, ground);
      const auto chances = classifier.classify(picture.rgb.data(), picture.height, picture.width);
      if (all) {
        for (const float chance : chances) std::printf("%.9g ", chance);
        std::printf("\n");
        continue;
      }
      std::vector<std::size_t> order(chances.size());
      std::iota(order.begin(), order.end(), std::size_t{0});
      std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return chances[a] > chances[b]; });
      std::printf("%s:", path.string().c_str());
      for (std::size_t rank = 0; rank < std::min<std::size_t>(3, order.size()); ++rank)
        std::printf(" %s %.1f %%", labels.at(order[rank]).c_str(), 100 * chances[order[rank]]);
      std::printf("\n");
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  return 0;
}
