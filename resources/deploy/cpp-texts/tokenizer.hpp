// Turns texts into the ids that the model was trained with. Needs C++17 alone; copy it into your app.
//
//   Tokenizer tokenizer("export/tokens.txt");
//   std::vector<std::int64_t> ids = tokenizer.encode("It’s a café.");
//
// tokens.txt holds the vocabulary and all that is needed of Unicode, as the library of the training does it, so the ids
// are the same on every platform. It reads WordPiece (BERT) and byte-level BPE (GPT-2, RoBERTa).
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <limits>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

class Tokenizer {
 public:
  explicit Tokenizer(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream) throw std::runtime_error(path.string() + " cannot be read.");
    for (std::string line; std::getline(stream, line);) take(fields_of(line), stream);
    if (!word_pieces_ && bytes_.size() != 256) throw std::runtime_error(path.string() + " ends early.");
  }

  // The ids of a text in UTF-8, cut to what the network takes.
  std::vector<std::int64_t> encode(std::string_view text) const {
    Ids inner;
    add_parts(decoded(text), specials_, inner, [&](const Codes& part) {
      add_parts(normalized(part), late_, inner, [&](const Codes& words) {
        if (word_pieces_) {
          add_words(words, inner);
        } else {
          add_chunks(words, inner);
        }
      });
    });
    const std::size_t around = before_.size() + after_.size(), room = length_ > around ? length_ - around : 0;
    if (inner.size() > room) inner.resize(room);
    Ids ids = before_;
    ids.insert(ids.end(), inner.begin(), inner.end());
    ids.insert(ids.end(), after_.begin(), after_.end());
    return ids;
  }

  // The id that fills up a fixed length.
  std::int64_t pad() const { return pad_; }

 private:
  using Codes = std::u32string;
  using Ids = std::vector<std::int64_t>;
  using Row = std::vector<std::int64_t>;

  // Rows of a first and a last character and what holds for them, in order.
  struct Ranges {
    std::vector<Row> rows;

    const Row* find(char32_t code) const {
      auto row = std::upper_bound(rows.begin(), rows.end(), code,
                                  [](char32_t value, const Row& other) { return value < other[0]; });
      return row != rows.begin() && code <= (--row)->at(1) ? &*row : nullptr;
    }
    bool has(char32_t code) const { return find(code) != nullptr; }
  };

  struct Special {
    Codes text;
    std::int64_t id;
    bool left, right;
  };

  struct Step {
    std::string name;
    Ranges ranges;
    std::map<std::pair<char32_t, char32_t>, char32_t> pairs;
    bool hangul;
  };

  struct Merge {
    std::size_t rank;
    std::int64_t id;
  };

  static constexpr char32_t kLead = 0x1100, kVowel = 0x1161, kTrail = 0x11A7, kSyllable = 0xAC00;
  static constexpr char32_t kLeads = 19, kVowels = 21, kTrails = 28, kSyllables = kLeads * kVowels * kTrails;

  // Reading tokens.txt

  static std::vector<std::string> fields_of(const std::string& line) {
    std::vector<std::string> fields(1);
    for (const char letter : line) {
      if (letter == '\t') {
        fields.emplace_back();
      } else {
        fields.back() += letter;
      }
    }
    return fields;
  }

  static std::vector<Row> table(std::istream& stream, const std::string& count) {
    std::vector<Row> rows(std::stoul(count));
    std::string line;
    for (Row& row : rows) {
      if (!std::getline(stream, line)) throw std::runtime_error("The tokenizer’s file ends early.");
      for (const std::string& field : fields_of(line)) row.push_back(std::stoll(field));
    }
    return rows;
  }

  void take(const std::vector<std::string>& line, std::istream& stream) {
    const std::string& name = line[0];
    if (name == "kind") word_pieces_ = line.at(1) == "word-pieces";
    if (name == "prefix") prefix_ = line.at(1);
    if (name == "length") length_ = std::stoul(line.at(1));
    if (name == "longest") longest_ = std::stoul(line.at(1));
    if (name == "pad") pad_ = std::stoll(line.at(1));
    if (name == "unknown") unknown_ = std::stoll(line.at(1));
    if (name == "space") space_ = line.at(1) == "1";
    if (name == "before") before_.push_back(std::stoll(line.at(1)));
    if (name == "after") after_.push_back(std::stoll(line.at(1)));
    if (name == "special" || name == "late")
      (name == "late" ? late_ : specials_).push_back({decoded(line.at(2)), std::stoll(line[1]), line.at(3) == "1", line.at(4) == "1"});
    if (name == "letters") letters_.rows = table(stream, line.at(1));
    if (name == "numbers") numbers_.rows = table(stream, line.at(1));
    if (name == "spaces") spaces_.rows = table(stream, line.at(1));
    if (name == "alone") alone_.rows = table(stream, line.at(1));
    if (name == "marks") marks_.rows = table(stream, line.at(1));
    if (name == "map") steps_.push_back({name, {table(stream, line.at(1))}, {}, line.size() > 2});
    if (name == "order") steps_.push_back({name, {}, {}, false});
    if (name == "compose") {
      steps_.push_back({name, {}, {}, false});
      for (const Row& row : table(stream, line.at(1)))
        steps_.back().pairs[{static_cast<char32_t>(row.at(0)), static_cast<char32_t>(row.at(1))}] =
            static_cast<char32_t>(row.at(2));
    }
    if (name == "bytes")
      for (const Row& row : table(stream, line.at(1))) bytes_.push_back(row[0]);
    if (name == "merges") {
      const auto rows = table(stream, line.at(1));
      for (std::size_t rank = 0; rank < rows.size(); ++rank)
        merges_[pair_of(rows[rank].at(0), rows[rank].at(1))] = {rank, rows[rank].at(2)};
    }
    if (name == "vocabulary") {
      const std::int64_t count = std::stoll(line.at(1));
      std::string text;
      for (std::int64_t id = 0; id < count && std::getline(stream, text); ++id) vocabulary_[text] = id;
    }
  }

  static std::uint64_t pair_of(std::int64_t left, std::int64_t right) {
    return static_cast<std::uint64_t>(left) << 32 | static_cast<std::uint64_t>(right);
  }

  // Characters. What is no UTF-8 becomes U+FFFD.

  static Codes decoded(std::string_view text) {
    static constexpr char32_t least[] = {0, 0x80, 0x800, 0x10000};
    Codes codes;
    for (std::size_t place = 0; place < text.size();) {
      const auto first = static_cast<unsigned char>(text[place++]);
      const int more =
          first < 0x80 ? 0 : first < 0xC0 ? -1 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : first < 0xF8 ? 3 : -1;
      char32_t code = more < 0 ? 0xFFFD : more == 0 ? first : first & (0x3F >> more);
      int found = 0;
      while (found < more && place < text.size() && (text[place] & 0xC0) == 0x80) {
        code = code << 6 | (text[place++] & 0x3F);
        ++found;
      }
      if (found < more || (more > 0 && (code < least[more] || code > 0x10FFFF || code >> 11 == 0x1B))) code = 0xFFFD;
      codes += code;
    }
    return codes;
  }

  static void append(std::string& text, char32_t code) {
    if (code < 0x80) {
      text += static_cast<char>(code);
      return;
    }
    const int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    text += static_cast<char>((0xFF00 >> (more + 1) & 0xFF) | code >> 6 * more);
    for (int place = more - 1; place >= 0; --place) text += static_cast<char>(0x80 | (code >> 6 * place & 0x3F));
  }

  // The ids of special tokens, and what `add` does with that which is between them.
  template <typename Add>
  void add_parts(const Codes& codes, const std::vector<Special>& specials, Ids& ids, Add add) const {
    std::size_t start = 0;
    for (std::size_t place = 0; place < codes.size();) {
      const Special* special = special_at(codes, place, specials);
      if (special == nullptr) {
        ++place;
        continue;
      }
      std::size_t end = place;
      place += special->text.size();
      while (special->left && end > start && spaces_.has(codes[end - 1])) --end;
      if (end > start) add(codes.substr(start, end - start));
      ids.push_back(special->id);
      start = place;
      while (special->right && start < codes.size() && spaces_.has(codes[start])) ++start;
    }
    if (start < codes.size()) add(codes.substr(start));
  }

  static const Special* special_at(const Codes& codes, std::size_t place, const std::vector<Special>& specials) {
    const Special* longest = nullptr;
    for (const Special& special : specials)
      if (!special.text.empty() && codes.compare(place, special.text.size(), special.text) == 0 &&
          (longest == nullptr || special.text.size() > longest->text.size()))
        longest = &special;
    return longest;
  }

  Codes normalized(Codes codes) const {
    for (const Step& step : steps_) {
      if (step.name == "map") codes = mapped(codes, step);
      if (step.name == "order") codes = ordered(codes);
      if (step.name == "compose") codes = composed(codes, step);
    }
    return codes;
  }

  static Codes mapped(const Codes& codes, const Step& step) {
    Codes found;
    for (const char32_t code : codes) {
      if (step.hangul && code >= kSyllable && code < kSyllable + kSyllables) {
        const char32_t syllable = code - kSyllable;
        found += kLead + syllable / (kVowels * kTrails);
        found += kVowel + syllable / kTrails % kVowels;
        if (syllable % kTrails != 0) found += kTrail + syllable % kTrails;
      } else if (const Row* row = step.ranges.find(code)) {
        for (std::size_t place = 2; place < row->size(); ++place) found += static_cast<char32_t>((*row)[place]);
      } else {
        found += code;
      }
    }
    return found;
  }

  std::int64_t class_of(char32_t code) const {
    const Row* row = marks_.find(code);
    return row == nullptr ? 0 : row->at(2);
  }

  // Marks that follow each other, sorted by their class.
  Codes ordered(Codes codes) const {
    const auto before = [this](char32_t one, char32_t other) { return class_of(one) < class_of(other); };
    for (auto start = codes.begin(); start != codes.end();) {
      auto end = start;
      while (end != codes.end() && class_of(*end) != 0) ++end;
      std::stable_sort(start, end, before);
      start = end == codes.end() ? end : end + 1;
    }
    return codes;
  }

  Codes composed(const Codes& codes, const Step& step) const {
    Codes found;
    std::size_t starter = codes.size();  // none yet
    std::int64_t last = 0;
    for (const char32_t code : codes) {
      const std::int64_t rank = class_of(code);
      if (starter < found.size() && (last == 0 || last < rank)) {
        if (const char32_t both = joined(found[starter], code, step); both != 0) {
          found[starter] = both;
          continue;
        }
      }
      if (rank == 0) starter = found.size();
      last = rank;
      found += code;
    }
    return found;
  }

  static char32_t joined(char32_t first, char32_t second, const Step& step) {
    if (first - kLead < kLeads && second - kVowel < kVowels)
      return kSyllable + ((first - kLead) * kVowels + second - kVowel) * kTrails;
    if (first - kSyllable < kSyllables && (first - kSyllable) % kTrails == 0 && second > kTrail &&
        second < kTrail + kTrails)
      return first + second - kTrail;
    const auto pair = step.pairs.find({first, second});
    return pair == step.pairs.end() ? 0 : pair->second;
  }

  // WordPiece: words between spaces, and characters that stand alone; the longest piece that fits, from left to right.

  void add_words(const Codes& codes, Ids& ids) const {
    Codes word;
    for (const char32_t code : codes) {
      const bool alone = alone_.has(code), space = !alone && spaces_.has(code);
      if (alone || space) {
        add_pieces(word, ids);
        word.clear();
      }
      if (!space) word += code;
      if (alone) {
        add_pieces(word, ids);
        word.clear();
      }
    }
    add_pieces(word, ids);
  }

  void add_pieces(const Codes& word, Ids& ids) const {
    if (word.empty()) return;
    Ids pieces;
    std::size_t start = word.size() > longest_ ? word.size() : 0;
    while (start < word.size()) {
      std::size_t end = start;
      std::int64_t id = 0;
      std::string piece = start == 0 ? "" : prefix_;
      for (std::size_t place = start; place < word.size(); ++place) {
        append(piece, word[place]);
        const auto known = vocabulary_.find(piece);
        if (known == vocabulary_.end()) continue;
        end = place + 1;
        id = known->second;
      }
      if (end == start) break;
      pieces.push_back(id);
      start = end;
    }
    if (pieces.empty() || start < word.size()) pieces = {unknown_};
    ids.insert(ids.end(), pieces.begin(), pieces.end());
  }

  // Byte-level BPE over what GPT-2's expression matches:
  // 's|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+

  enum class Kind { kLetter, kNumber, kSpace, kOther };

  Kind kind_of(char32_t code) const {
    return letters_.has(code) ? Kind::kLetter : numbers_.has(code) ? Kind::kNumber : spaces_.has(code) ? Kind::kSpace
                                                                                                        : Kind::kOther;
  }

  std::size_t run(const Codes& codes, std::size_t end, Kind kind) const {
    while (end < codes.size() && kind_of(codes[end]) == kind) ++end;
    return end;
  }

  // Where the match ends that starts there.
  std::size_t chunk(const Codes& codes, std::size_t start) const {
    for (const char32_t* ending : {U"'s", U"'t", U"'re", U"'ve", U"'m", U"'ll", U"'d"}) {
      const std::u32string_view text(ending);
      if (codes.compare(start, text.size(), text) == 0) return start + text.size();
    }
    const std::size_t first = codes[start] == U' ' ? start + 1 : start;
    if (first < codes.size() && kind_of(codes[first]) != Kind::kSpace) return run(codes, first, kind_of(codes[first]));
    const std::size_t end = run(codes, start, Kind::kSpace);
    return end == codes.size() || end == start + 1 ? end : end - 1;
  }

  void add_chunks(Codes codes, Ids& ids) const {
    if (space_ && !codes.empty() && codes[0] != U' ') codes.insert(codes.begin(), U' ');
    for (std::size_t start = 0; start < codes.size();) {
      const std::size_t end = chunk(codes, start);
      std::string word;
      for (; start < end; ++start) append(word, codes[start]);
      add_pairs(word, ids);
    }
  }

  // The earliest merge of all, from left to right, until none is left.
  void add_pairs(const std::string& word, Ids& ids) const {
    Ids parts;
    for (const char byte : word) parts.push_back(bytes_[static_cast<unsigned char>(byte)]);
    for (;;) {
      std::size_t best = kNone;
      for (std::size_t place = 1; place < parts.size(); ++place)
        best = std::min(best, rank_of(parts[place - 1], parts[place]));
      if (best == kNone) break;
      merge(parts, best);
    }
    ids.insert(ids.end(), parts.begin(), parts.end());
  }

  // Does the merge of a rank wherever it fits, up to where it makes an earlier one possible.
  void merge(Ids& parts, std::size_t rank) const {
    std::size_t kept = 0, place = 0;
    for (bool earlier = false; place < parts.size(); ++place) {
      parts[kept++] = parts[place];
      if (earlier || place + 1 == parts.size() || rank_of(parts[place], parts[place + 1]) != rank) continue;
      parts[kept - 1] = merges_.at(pair_of(parts[place], parts[place + 1])).id;
      ++place;
      earlier = (kept > 1 && rank_of(parts[kept - 2], parts[kept - 1]) < rank) ||
                (place + 1 < parts.size() && rank_of(parts[kept - 1], parts[place + 1]) < rank);
    }
    parts.resize(kept);
  }

  std::size_t rank_of(std::int64_t left, std::int64_t right) const {
    const auto found = merges_.find(pair_of(left, right));
    return found == merges_.end() ? kNone : found->second.rank;
  }

  static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

  bool word_pieces_ = false, space_ = false;
  std::size_t length_ = 0, longest_ = 0;
  std::int64_t pad_ = 0, unknown_ = 0;
  std::string prefix_;
  Ids before_, after_, bytes_;
  std::vector<Special> specials_, late_;
  Ranges letters_, numbers_, spaces_, alone_, marks_;
  std::vector<Step> steps_;
  std::unordered_map<std::string, std::int64_t> vocabulary_;
  std::unordered_map<std::uint64_t, Merge> merges_;
};
