// The ids of texts, one a line in hexadecimal UTF-8: ids TOKENS TEXTS
#include <iostream>

#include "tokenizer.hpp"

int main(int, char** argv) {
  const Tokenizer tokenizer(argv[1]);
  std::ifstream stream(argv[2]);
  for (std::string line; std::getline(stream, line);) {
    std::string text;
    for (std::size_t place = 0; place < line.size(); place += 2)
      text += static_cast<char>(std::stoi(line.substr(place, 2), nullptr, 16));
    for (const auto id : tokenizer.encode(text)) std::cout << id << ' ';
    std::cout << '\n';
  }
}
