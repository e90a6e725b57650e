import Foundation

/// Turns texts into the ids that the model was trained with.
///
/// tokens.txt holds the vocabulary and all that is needed of Unicode, as the library of the training does it, so the ids
/// are the same on every version of iOS. It reads WordPiece (BERT) and byte-level BPE (GPT-2, RoBERTa). Texts are handled
/// as code points and bytes, since Swift takes strings for equal whose ids differ.
public final class Tokenizer {
    public enum Failure: Error {
        case endsEarly
        case unreadable(String)
    }

    /// The most ids of a text, and the length that a file for the iPhone takes.
    public private(set) var length = 0
    /// The id that fills a text up to it.
    public private(set) var pad = 0
    private var classes: [String: Ranges] = [:]
    private var specials: [Special] = []
    private var late: [Special] = []
    private var steps: [Step] = []
    private var before: [Int] = []
    private var after: [Int] = []
    private var vocabulary: [[UInt8]: Int] = [:]
    private var bytes: [Int] = []
    private var merges: [Pair: Merge] = [:]
    private var wordPieces = false
    private var space = false
    private var longest = 0
    private var unknown = 0
    private var prefix: [UInt8] = []

    /// - Parameter tokens: tokens.txt of the export, in the app's resources
    public init(tokens: URL) throws {
        var lines = Lines(content: try Data(contentsOf: tokens))
        while let line = lines.next() {
            try take(line, &lines)
        }
        guard wordPieces || bytes.count == 256 else { throw Failure.endsEarly }
    }

    /// The ids of a text, cut to what the network takes.
    public func encode(_ text: String) -> [Int] {
        var inner: [Int] = []
        for part in parts(of: Tokenizer.codes(of: text), between: specials) {
            switch part {
            case .id(let id): inner.append(id)
            case .text(let codes): addNormalized(codes, to: &inner)
            }
        }
        return before + Array(inner.prefix(max(0, length - before.count - after.count))) + after
    }

    private enum Part {
        case text([Int])
        case id(Int)
    }

    /// The ids of special tokens, and what is between them.
    private func parts(of codes: [Int], between known: [Special]) -> [Part] {
        var found: [Part] = []
        var start = 0
        var place = 0
        while place < codes.count {
            let fitting = known.filter { Tokenizer.starts(codes, at: place, with: $0.text) }
            guard let special = fitting.max(by: { $0.text.count < $1.text.count }) else {
                place += 1
                continue
            }
            var end = place
            place += special.text.count
            while special.left && end > start && isA("spaces", codes[end - 1]) { end -= 1 }
            if end > start {
                found.append(.text(Array(codes[start..<end])))
            }
            found.append(.id(special.id))
            start = place
            while special.right && start < codes.count && isA("spaces", codes[start]) { start += 1 }
        }
        if start < codes.count {
            found.append(.text(Array(codes[start...])))
        }
        return found
    }

    // MARK: - tokens.txt

    private func take(_ line: [Data], _ lines: inout Lines) throws {
        let name = String(decoding: line[0], as: UTF8.self)
        let value = line.count > 1 ? String(decoding: line[1], as: UTF8.self) : ""
        let number = Int(value) ?? 0
        switch name {
        case "kind": wordPieces = value == "word-pieces"
        case "prefix": prefix = Array(line[1])
        case "length": length = number
        case "longest": longest = number
        case "pad": pad = number
        case "unknown": unknown = number
        case "space": space = number == 1
        case "before": before.append(number)
        case "after": after.append(number)
        case "special", "late":
            let text = Tokenizer.codes(of: String(decoding: line[2], as: UTF8.self))
            let yes = Data("1".utf8)
            let special = Special(text: text, id: number, left: line[3] == yes, right: line[4] == yes)
            if name == "late" {
                late.append(special)
            } else {
                specials.append(special)
            }
        case "letters", "numbers", "spaces", "alone", "marks":
            classes[name] = Ranges(rows: try lines.table(number))
        case "map", "order":
            steps.append(Step(name: name, ranges: Ranges(rows: try lines.table(number)), hangul: line.count > 2))
        case "compose":
            var step = Step(name: name)
            for row in try lines.table(number) {
                step.pairs[Pair(left: row[0], right: row[1])] = row[2]
            }
            steps.append(step)
        case "bytes":
            bytes = try lines.table(number).map { $0[0] }
        case "merges":
            for (rank, row) in try lines.table(number).enumerated() {
                merges[Pair(left: row[0], right: row[1])] = Merge(rank: rank, id: row[2])
            }
        case "vocabulary":
            for id in 0..<number {
                let text = try lines.line()
                vocabulary[Array(text)] = id
            }
        default: break
        }
    }

    private struct Lines {
        private let lines: [Data]
        private var place = 0

        init(content: Data) {
            lines = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        }

        /// The fields of the next line, or nothing at the end.
        mutating func next() -> [Data]? {
            guard let line = try? self.line() else { return nil }
            return line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        }

        mutating func line() throws -> Data {
            guard place < lines.count else { throw Failure.endsEarly }
            place += 1
            return lines[place - 1]
        }

        mutating func table(_ count: Int) throws -> [[Int]] {
            var rows: [[Int]] = []
            for _ in 0..<count {
                guard let fields = next() else { throw Failure.endsEarly }
                var row: [Int] = []
                for field in fields {
                    let text = String(decoding: field, as: UTF8.self)
                    guard let number = Int(text) else { throw Failure.unreadable(text) }
                    row.append(number)
                }
                rows.append(row)
            }
            return rows
        }
    }

    // MARK: - Characters

    private static func codes(of text: String) -> [Int] {
        text.unicodeScalars.map { Int($0.value) }
    }

    private static func utf8(_ codes: [Int]) -> [UInt8] {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: codes.compactMap { Unicode.Scalar(UInt32($0)) })
        return Array(String(text).utf8)
    }

    private static func starts(_ codes: [Int], at place: Int, with text: [Int]) -> Bool {
        !text.isEmpty && text.count <= codes.count - place && codes[place..<(place + text.count)].elementsEqual(text)
    }

    private func isA(_ kind: String, _ code: Int) -> Bool {
        classes[kind]?.find(code) != nil
    }

    /// The ids of a text between special tokens that are looked for in texts as they are.
    private func addNormalized(_ text: [Int], to ids: inout [Int]) {
        var codes = text
        for step in steps {
            switch step.name {
            case "map": codes = mapped(codes, step)
            case "order": codes = ordered(codes)
            default: codes = composed(codes, step)
            }
        }
        for part in parts(of: codes, between: late) {
            switch part {
            case .id(let id): ids.append(id)
            case .text(let words) where wordPieces: addWords(words, to: &ids)
            case .text(let words): addChunks(words, to: &ids)
            }
        }
    }

    private func mapped(_ codes: [Int], _ step: Step) -> [Int] {
        var found: [Int] = []
        for code in codes {
            let syllable = code - Hangul.syllable
            if step.hangul && (0..<Hangul.syllables).contains(syllable) {
                found.append(Hangul.lead + syllable / (Hangul.vowels * Hangul.trails))
                found.append(Hangul.vowel + syllable / Hangul.trails % Hangul.vowels)
                if syllable % Hangul.trails != 0 {
                    found.append(Hangul.trail + syllable % Hangul.trails)
                }
            } else if let row = step.ranges.find(code) {
                found.append(contentsOf: row.dropFirst(2))
            } else {
                found.append(code)
            }
        }
        return found
    }

    private func classOf(_ code: Int) -> Int {
        classes["marks"]?.find(code)?[2] ?? 0
    }

    /// Marks that follow each other, sorted by their class; equal ones keep their order.
    private func ordered(_ codes: [Int]) -> [Int] {
        var found = codes
        for start in found.indices {
            let rank = classOf(found[start])
            var place = start
            while rank > 0 && place > 0 && classOf(found[place - 1]) > rank {
                found.swapAt(place - 1, place)
                place -= 1
            }
        }
        return found
    }

    private func composed(_ codes: [Int], _ step: Step) -> [Int] {
        var found: [Int] = []
        var starter = -1
        var last = 0
        for code in codes {
            let rank = classOf(code)
            if starter >= 0 && (last == 0 || last < rank), let both = joined(found[starter], code, step) {
                found[starter] = both
                continue
            }
            if rank == 0 {
                starter = found.count
            }
            last = rank
            found.append(code)
        }
        return found
    }

    private func joined(_ first: Int, _ second: Int, _ step: Step) -> Int? {
        let lead = first - Hangul.lead
        let vowel = second - Hangul.vowel
        let syllable = first - Hangul.syllable
        let trail = second - Hangul.trail
        if (0..<Hangul.leads).contains(lead) && (0..<Hangul.vowels).contains(vowel) {
            return Hangul.syllable + (lead * Hangul.vowels + vowel) * Hangul.trails
        }
        let isOpen = (0..<Hangul.syllables).contains(syllable) && syllable % Hangul.trails == 0
        if isOpen && (1..<Hangul.trails).contains(trail) {
            return first + trail
        }
        return step.pairs[Pair(left: first, right: second)]
    }

    // MARK: - WordPiece

    /// Words between spaces, and characters that stand alone.
    private func addWords(_ codes: [Int], to ids: inout [Int]) {
        var word: [Int] = []
        for code in codes {
            let alone = isA("alone", code)
            let space = !alone && isA("spaces", code)
            if alone || space {
                addPieces(word, to: &ids)
                word = []
            }
            if !space {
                word.append(code)
            }
            if alone {
                addPieces(word, to: &ids)
                word = []
            }
        }
        addPieces(word, to: &ids)
    }

    /// The longest piece that fits, from left to right.
    private func addPieces(_ word: [Int], to ids: inout [Int]) {
        var pieces: [Int] = []
        var start = 0
        while word.count <= longest && start < word.count {
            var end = start
            var id = 0
            var piece = start == 0 ? [] : prefix
            for place in start..<word.count {
                piece += Tokenizer.utf8([word[place]])
                if let known = vocabulary[piece] {
                    end = place + 1
                    id = known
                }
            }
            if end == start {
                break
            }
            pieces.append(id)
            start = end
        }
        ids += start < word.count ? [unknown] : pieces
    }

    // MARK: - Byte-level BPE

    /// Over what GPT-2's expression matches:
    /// `'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+`
    private func addChunks(_ text: [Int], to ids: inout [Int]) {
        let codes = space && text.first != nil && text.first != Tokenizer.blank ? [Tokenizer.blank] + text : text
        var start = 0
        while start < codes.count {
            let end = chunk(codes, start)
            addPairs(Tokenizer.utf8(Array(codes[start..<end])), to: &ids)
            start = end
        }
    }

    /// Where the match ends that starts there.
    private func chunk(_ codes: [Int], _ start: Int) -> Int {
        for ending in Tokenizer.endings where Tokenizer.starts(codes, at: start, with: ending) {
            return start + ending.count
        }
        let first = codes[start] == Tokenizer.blank ? start + 1 : start
        if first < codes.count && kind(of: codes[first]) != "spaces" {
            return run(codes, from: first, of: kind(of: codes[first]))
        }
        let end = run(codes, from: start, of: "spaces")
        return end == codes.count || end == start + 1 ? end : end - 1
    }

    private func kind(of code: Int) -> String {
        ["letters", "numbers", "spaces"].first { isA($0, code) } ?? "others"
    }

    private func run(_ codes: [Int], from start: Int, of wanted: String) -> Int {
        var end = start
        while end < codes.count && kind(of: codes[end]) == wanted {
            end += 1
        }
        return end
    }

    /// The earliest merge of all, from left to right, until none is left.
    private func addPairs(_ word: [UInt8], to ids: inout [Int]) {
        var parts = word.map { bytes[Int($0)] }
        while let best = zip(parts, parts.dropFirst()).compactMap({ merges[Pair(left: $0, right: $1)]?.rank }).min() {
            parts = merged(parts, best)
        }
        ids += parts
    }

    /// The merge of a rank wherever it fits, up to where it makes an earlier one possible.
    private func merged(_ parts: [Int], _ rank: Int) -> [Int] {
        var found: [Int] = []
        var earlier = false
        var place = 0
        while place < parts.count {
            guard !earlier, place + 1 < parts.count,
                let merge = merges[Pair(left: parts[place], right: parts[place + 1])], merge.rank == rank
            else {
                found.append(parts[place])
                place += 1
                continue
            }
            place += 2
            let left = found.last.flatMap { merges[Pair(left: $0, right: merge.id)]?.rank }
            let right = place < parts.count ? merges[Pair(left: merge.id, right: parts[place])]?.rank : nil
            earlier = (left ?? rank) < rank || (right ?? rank) < rank
            found.append(merge.id)
        }
        return found
    }

    // MARK: - Parts

    private static let blank = 0x20
    private static let endings = ["'s", "'t", "'re", "'ve", "'m", "'ll", "'d"].map { Tokenizer.codes(of: $0) }

    /// The first of Hangul's letters and syllables, and how many there are.
    private enum Hangul {
        static let lead = 0x1100
        static let vowel = 0x1161
        static let trail = 0x11A7
        static let syllable = 0xAC00
        static let leads = 19
        static let vowels = 21
        static let trails = 28
        static let syllables = leads * vowels * trails
    }

    private struct Pair: Hashable {
        let left: Int
        let right: Int
    }

    private struct Merge {
        let rank: Int
        let id: Int
    }

    private struct Special {
        let text: [Int]
        let id: Int
        let left: Bool
        let right: Bool
    }

    private struct Step {
        let name: String
        var ranges = Ranges(rows: [])
        var pairs: [Pair: Int] = [:]
        var hangul = false
    }

    /// Rows of a first and a last character and what holds for them, in order.
    private struct Ranges {
        let rows: [[Int]]

        func find(_ code: Int) -> [Int]? {
            var low = 0
            var high = rows.count
            while low < high {
                let middle = (low + high) / 2
                if rows[middle][0] <= code {
                    low = middle + 1
                } else {
                    high = middle
                }
            }
            return low > 0 && code <= rows[low - 1][1] ? rows[low - 1] : nil
        }
    }
}
