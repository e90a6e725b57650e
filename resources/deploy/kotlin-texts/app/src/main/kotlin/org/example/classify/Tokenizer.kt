package org.example.classify

import java.io.BufferedReader
import java.io.InputStream

/**
 * Turns texts into the ids that the model was trained with.
 *
 * [tokens] is the content of tokens.txt, which holds the vocabulary and all that is needed of Unicode, as the library
 * of the training does it, so the ids are the same on every version of Android. It reads WordPiece (BERT) and
 * byte-level BPE (GPT-2, RoBERTa). For several threads at once.
 */
class Tokenizer(tokens: InputStream) {
    /** The id that fills up a fixed length. */
    var pad = 0
        private set
    private val classes = CLASSES.associateWithTo(HashMap()) { Ranges() }
    private val specials = ArrayList<Special>()
    private val late = ArrayList<Special>()
    private val steps = ArrayList<Step>()
    private val before = ArrayList<Int>()
    private val after = ArrayList<Int>()
    private val vocabulary = HashMap<String, Int>()
    private val merges = HashMap<Long, Merge>()
    private var bytes = emptyList<Int>()
    private var wordPieces = false
    private var space = false
    private var length = 0
    private var longest = 0
    private var unknown = 0
    private var prefix = ""

    init {
        tokens.bufferedReader(Charsets.UTF_8).use { reader ->
            generateSequence(reader::readLine).forEach { take(it.split('\t'), reader) }
        }
        require(wordPieces || bytes.size == 256) { "The tokenizer’s file ends early." }
    }

    /** The ids of a text, cut to what the network takes. */
    fun encode(text: String): List<Int> {
        val inner = ArrayList<Int>()
        addParts(codesOf(text), specials, inner) { part ->
            addParts(normalized(part), late, inner) { words ->
                if (wordPieces) addWords(words, inner) else addChunks(words, inner)
            }
        }
        return before + inner.take(maxOf(0, length - before.size - after.size)) + after
    }

    /** The ids of special tokens, and what [add] does with that which is between them. */
    private fun addParts(codes: List<Int>, known: List<Special>, ids: MutableList<Int>, add: (List<Int>) -> Unit) {
        var start = 0
        var place = 0
        while (place < codes.size) {
            val special = known.filter { codes.startsWith(it.text, place) }.maxByOrNull { it.text.size }
            if (special == null) {
                place++
                continue
            }
            var end = place
            place += special.text.size
            while (special.left && end > start && isA("spaces", codes[end - 1])) end--
            if (end > start) add(codes.subList(start, end))
            ids += special.id
            start = place
            while (special.right && start < codes.size && isA("spaces", codes[start])) start++
        }
        if (start < codes.size) add(codes.subList(start, codes.size))
    }

    private fun take(line: List<String>, reader: BufferedReader) {
        when (line[0]) {
            "kind" -> wordPieces = line[1] == "word-pieces"
            "prefix" -> prefix = line[1]
            "length" -> length = line[1].toInt()
            "longest" -> longest = line[1].toInt()
            "pad" -> pad = line[1].toInt()
            "unknown" -> unknown = line[1].toInt()
            "space" -> space = line[1] == "1"
            "before" -> before += line[1].toInt()
            "after" -> after += line[1].toInt()
            "special" -> specials += specialOf(line)
            "late" -> late += specialOf(line)
            in CLASSES -> classes[line[0]] = Ranges(table(reader, line[1]))
            "map", "order" -> steps += Step(line[0], Ranges(table(reader, line[1])), hangul = line.size > 2)
            "compose" -> {
                val pairs = table(reader, line[1]).associate { (first, second, both) -> pairOf(first, second) to both }
                steps += Step(line[0], pairs = pairs)
            }
            "bytes" -> bytes = table(reader, line[1]).map { it[0] }
            "merges" -> table(reader, line[1]).forEachIndexed { rank, (left, right, both) ->
                merges[pairOf(left, right)] = Merge(rank, both)
            }
            "vocabulary" -> repeat(line[1].toInt()) { vocabulary[lineOf(reader)] = it }
        }
    }

    private fun specialOf(line: List<String>) =
        Special(codesOf(line[2]), line[1].toInt(), line[3] == "1", line[4] == "1")

    private fun table(reader: BufferedReader, count: String): List<List<Int>> =
        List(count.toInt()) { lineOf(reader).split('\t').map(String::toInt) }

    private fun lineOf(reader: BufferedReader): String =
        requireNotNull(reader.readLine()) { "The tokenizer’s file ends early." }

    private fun isA(kind: String, code: Int) = classes.getValue(kind).find(code) != null

    private fun normalized(text: List<Int>): List<Int> = steps.fold(text) { codes, step ->
        when (step.name) {
            "map" -> mapped(codes, step)
            "order" -> ordered(codes)
            else -> composed(codes, step)
        }
    }

    private fun mapped(codes: List<Int>, step: Step): List<Int> = codes.flatMap { code ->
        val syllable = code - SYLLABLE
        if (step.hangul && syllable in 0 until SYLLABLES) {
            val letters = listOf(LEAD + syllable / (VOWELS * TRAILS), VOWEL + syllable / TRAILS % VOWELS)
            if (syllable % TRAILS == 0) letters else letters + (TRAIL + syllable % TRAILS)
        } else {
            step.ranges.find(code)?.drop(2) ?: listOf(code)
        }
    }

    private fun classOf(code: Int) = classes.getValue("marks").find(code)?.get(2) ?: 0

    /** Marks that follow each other, sorted by their class. */
    private fun ordered(codes: List<Int>): List<Int> {
        val found = ArrayList<Int>(codes.size)
        var start = 0
        while (start < codes.size) {
            var end = start
            while (end < codes.size && classOf(codes[end]) != 0) end++
            found += codes.subList(start, end).sortedBy(::classOf) // which keeps equal ones in their order
            if (end < codes.size) found += codes[end]
            start = end + 1
        }
        return found
    }

    private fun composed(codes: List<Int>, step: Step): List<Int> {
        val found = ArrayList<Int>(codes.size)
        var starter = -1
        var last = 0
        for (code in codes) {
            val rank = classOf(code)
            val both = if (starter >= 0 && (last == 0 || last < rank)) joined(found[starter], code, step) else null
            if (both != null) {
                found[starter] = both
                continue
            }
            if (rank == 0) starter = found.size
            last = rank
            found += code
        }
        return found
    }

    private fun joined(first: Int, second: Int, step: Step): Int? {
        val lead = first - LEAD
        val vowel = second - VOWEL
        val syllable = first - SYLLABLE
        val trail = second - TRAIL
        return when {
            lead in 0 until LEADS && vowel in 0 until VOWELS -> SYLLABLE + (lead * VOWELS + vowel) * TRAILS
            syllable in 0 until SYLLABLES && syllable % TRAILS == 0 && trail in 1 until TRAILS -> first + trail
            else -> step.pairs[pairOf(first, second)]
        }
    }

    /** WordPiece: words between spaces, and characters that stand alone. */
    private fun addWords(codes: List<Int>, ids: MutableList<Int>) {
        val word = ArrayList<Int>()
        for (code in codes) {
            val alone = isA("alone", code)
            val space = !alone && isA("spaces", code)
            if (alone || space) {
                addPieces(word, ids)
                word.clear()
            }
            if (!space) word += code
            if (alone) {
                addPieces(word, ids)
                word.clear()
            }
        }
        addPieces(word, ids)
    }

    /** The longest piece that fits, from left to right. */
    private fun addPieces(word: List<Int>, ids: MutableList<Int>) {
        val pieces = ArrayList<Int>()
        var start = 0
        while (word.size <= longest && start < word.size) {
            var end = start
            var id = 0
            val piece = StringBuilder(if (start == 0) "" else prefix)
            for (place in start until word.size) {
                val known = vocabulary[piece.appendCodePoint(word[place]).toString()] ?: continue
                end = place + 1
                id = known
            }
            if (end == start) break
            pieces += id
            start = end
        }
        if (start < word.size) ids += unknown else ids += pieces
    }

    /**
     * Byte-level BPE over what GPT-2's expression matches:
     * `'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+`
     */
    private fun addChunks(text: List<Int>, ids: MutableList<Int>) {
        val codes = if (space && text.isNotEmpty() && text[0] != BLANK) listOf(BLANK) + text else text
        var start = 0
        while (start < codes.size) {
            val end = chunk(codes, start)
            val word = StringBuilder()
            for (place in start until end) word.appendCodePoint(codes[place])
            addPairs(word.toString().encodeToByteArray(), ids)
            start = end
        }
    }

    /** Where the match ends that starts there. */
    private fun chunk(codes: List<Int>, start: Int): Int {
        ENDINGS.firstOrNull { codes.startsWith(it, start) }?.let { return start + it.size }
        val first = if (codes[start] == BLANK) start + 1 else start
        if (first < codes.size && kindOf(codes[first]) != "spaces") return run(codes, first, kindOf(codes[first]))
        val end = run(codes, start, "spaces")
        return if (end == codes.size || end == start + 1) end else end - 1
    }

    private fun kindOf(code: Int) = KINDS.firstOrNull { isA(it, code) } ?: "others"

    private fun run(codes: List<Int>, start: Int, kind: String): Int {
        var end = start
        while (end < codes.size && kindOf(codes[end]) == kind) end++
        return end
    }

    /** The earliest merge of all, from left to right, until none is left. */
    private fun addPairs(word: ByteArray, ids: MutableList<Int>) {
        var parts = word.map { bytes[it.toInt() and 0xFF] }
        while (true) {
            val best = (1 until parts.size).minOfOrNull { rankOf(parts[it - 1], parts[it]) } ?: NONE
            if (best == NONE) break
            parts = merged(parts, best)
        }
        ids += parts
    }

    /** The merge of a rank wherever it fits, up to where it makes an earlier one possible. */
    private fun merged(parts: List<Int>, rank: Int): List<Int> {
        val found = ArrayList<Int>(parts.size)
        var earlier = false
        var place = 0
        while (place < parts.size) {
            val next = parts.getOrNull(place + 1)
            if (earlier || next == null || rankOf(parts[place], next) != rank) {
                found += parts[place++]
                continue
            }
            val both = merges.getValue(pairOf(parts[place], next)).id
            place += 2
            earlier = (found.isNotEmpty() && rankOf(found.last(), both) < rank) ||
                (place < parts.size && rankOf(both, parts[place]) < rank)
            found += both
        }
        return found
    }

    private fun rankOf(left: Int, right: Int) = merges[pairOf(left, right)]?.rank ?: NONE

    private class Merge(val rank: Int, val id: Int)

    private class Special(val text: List<Int>, val id: Int, val left: Boolean, val right: Boolean)

    private class Step(
        val name: String,
        val ranges: Ranges = Ranges(),
        val pairs: Map<Long, Int> = emptyMap(),
        val hangul: Boolean = false,
    )

    /** Rows of a first and a last character and what holds for them, in order. */
    private class Ranges(private val rows: List<List<Int>> = emptyList()) {
        fun find(code: Int): List<Int>? {
            var low = 0
            var high = rows.size
            while (low < high) {
                val middle = (low + high) / 2
                if (rows[middle][0] <= code) low = middle + 1 else high = middle
            }
            return rows.getOrNull(low - 1)?.takeIf { code <= it[1] }
        }
    }

    private companion object {
        const val LEAD = 0x1100 // the first of Hangul’s letters and syllables, and how many there are
        const val VOWEL = 0x1161
        const val TRAIL = 0x11A7
        const val SYLLABLE = 0xAC00
        const val LEADS = 19
        const val VOWELS = 21
        const val TRAILS = 28
        const val SYLLABLES = LEADS * VOWELS * TRAILS
        const val BLANK = 0x20
        const val NONE = Int.MAX_VALUE
        val CLASSES = listOf("letters", "numbers", "spaces", "alone", "marks")
        val KINDS = listOf("letters", "numbers", "spaces")
        val ENDINGS = listOf("'s", "'t", "'re", "'ve", "'m", "'ll", "'d").map(::codesOf)

        /** Code points; half of a surrogate pair becomes U+FFFD. */
        fun codesOf(text: String): List<Int> =
            text.codePoints().toArray().map { if (it in 0xD800..0xDFFF) 0xFFFD else it }

        fun pairOf(left: Int, right: Int): Long = left.toLong() shl 32 or right.toLong()

        fun List<Int>.startsWith(text: List<Int>, place: Int): Boolean =
            text.isNotEmpty() && text.size <= size - place && text.indices.all { this[place + it] == text[it] }
    }
}
