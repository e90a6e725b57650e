// Turns texts into the ids that the model was trained with. Needs nothing but .NET; copy it into your app.
//
// tokens.txt holds the vocabulary and all that is needed of Unicode, as the library of the training does it, so the ids
// are the same on every platform. It reads WordPiece (BERT) and byte-level BPE (GPT-2, RoBERTa).

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace Classify
{
    public sealed class Tokenizer
    {
        private const int Lead = 0x1100, Vowel = 0x1161, Trail = 0x11A7, Syllable = 0xAC00; // of Hangul
        private const int Leads = 19, Vowels = 21, Trails = 28, Syllables = Leads * Vowels * Trails;
        private static readonly List<int>[] Endings =
            new[] { "'s", "'t", "'re", "'ve", "'m", "'ll", "'d" }.Select(CodesOf).ToArray();

        private readonly Dictionary<string, Ranges> classes = new Dictionary<string, Ranges>
        {
            ["letters"] = new Ranges(), ["numbers"] = new Ranges(), ["spaces"] = new Ranges(),
            ["alone"] = new Ranges(), ["marks"] = new Ranges(),
        };
        private readonly List<Special> specials = new List<Special>(), late = new List<Special>();
        private readonly List<Step> steps = new List<Step>();
        private readonly List<int> before = new List<int>(), after = new List<int>();
        private readonly Dictionary<string, int> vocabulary = new Dictionary<string, int>(StringComparer.Ordinal);
        private readonly Dictionary<long, Merge> merges = new Dictionary<long, Merge>();
        private int[] bytes = new int[0];
        private bool wordPieces, space;
        private int length, longest, unknown;
        private string prefix = "";

        /// <param name="path">Path of tokens.txt.</param>
        public Tokenizer(string path)
        {
            using (var reader = new StreamReader(path, new UTF8Encoding(false)))
            {
                for (var line = reader.ReadLine(); line != null; line = reader.ReadLine())
                {
                    Take(line.Split('\t'), reader);
                }
            }
            if (!wordPieces && bytes.Length != 256)
            {
                throw new InvalidDataException(path + " ends early.");
            }
        }

        /// <summary>The id that fills up a fixed length.</summary>
        public int Pad { get; private set; }

        /// <summary>The ids of a text, cut to what the network takes.</summary>
        public int[] Encode(string text)
        {
            var inner = new List<int>();
            AddParts(CodesOf(text), specials, inner, part => AddParts(Normalized(part), late, inner, words =>
            {
                if (wordPieces)
                {
                    AddWords(words, inner);
                }
                else
                {
                    AddChunks(words, inner);
                }
            }));
            return before.Concat(inner.Take(Math.Max(0, length - before.Count - after.Count))).Concat(after).ToArray();
        }

        private void Take(string[] line, TextReader reader)
        {
            switch (line[0])
            {
                case "kind": wordPieces = line[1] == "word-pieces"; break;
                case "prefix": prefix = line[1]; break;
                case "length": length = int.Parse(line[1]); break;
                case "longest": longest = int.Parse(line[1]); break;
                case "pad": Pad = int.Parse(line[1]); break;
                case "unknown": unknown = int.Parse(line[1]); break;
                case "space": space = line[1] == "1"; break;
                case "before": before.Add(int.Parse(line[1])); break;
                case "after": after.Add(int.Parse(line[1])); break;
                case "special":
                case "late":
                    (line[0] == "late" ? late : specials).Add(new Special
                    {
                        Text = CodesOf(line[2]), Id = int.Parse(line[1]), Left = line[3] == "1", Right = line[4] == "1",
                    });
                    break;
                case "letters":
                case "numbers":
                case "spaces":
                case "alone":
                case "marks": classes[line[0]] = new Ranges { Rows = Table(reader, line[1]) }; break;
                case "map":
                case "order":
                case "compose":
                    steps.Add(new Step(line[0], Table(reader, line[1]), line.Length > 2));
                    break;
                case "bytes": bytes = Table(reader, line[1]).Select(row => row[0]).ToArray(); break;
                case "merges":
                    foreach (var row in Table(reader, line[1]))
                    {
                        merges[PairOf(row[0], row[1])] = new Merge { Rank = merges.Count, Id = row[2] };
                    }
                    break;
                case "vocabulary":
                    for (int id = 0, count = int.Parse(line[1]); id < count; id++)
                    {
                        vocabulary[LineOf(reader)] = id;
                    }
                    break;
            }
        }

        private static int[][] Table(TextReader reader, string count)
        {
            var rows = new int[int.Parse(count)][];
            for (var place = 0; place < rows.Length; place++)
            {
                rows[place] = LineOf(reader).Split('\t').Select(int.Parse).ToArray();
            }
            return rows;
        }

        private static string LineOf(TextReader reader)
        {
            return reader.ReadLine() ?? throw new InvalidDataException("The tokenizer’s file ends early.");
        }

        private static long PairOf(int left, int right)
        {
            return (long)left << 32 | (uint)right;
        }

        /// <summary>Code points; half of a surrogate pair becomes U+FFFD.</summary>
        private static List<int> CodesOf(string text)
        {
            var codes = new List<int>(text.Length);
            for (var place = 0; place < text.Length; place++)
            {
                if (place + 1 < text.Length && char.IsSurrogatePair(text[place], text[place + 1]))
                {
                    codes.Add(char.ConvertToUtf32(text[place], text[++place]));
                }
                else
                {
                    codes.Add(char.IsSurrogate(text[place]) ? 0xFFFD : text[place]);
                }
            }
            return codes;
        }

        private static string TextOf(IEnumerable<int> codes)
        {
            return string.Concat(codes.Select(char.ConvertFromUtf32));
        }

        private bool Is(string kind, int code)
        {
            return classes[kind].Find(code) != null;
        }

        /// <summary>The ids of special tokens, and what add does with that which is between them.</summary>
        private void AddParts(List<int> codes, List<Special> specials, List<int> ids, Action<List<int>> add)
        {
            int start = 0, place = 0;
            while (place < codes.Count)
            {
                var special = SpecialAt(codes, place, specials);
                if (special == null)
                {
                    place++;
                    continue;
                }
                var end = place;
                place += special.Text.Count;
                while (special.Left && end > start && Is("spaces", codes[end - 1])) end--;
                if (end > start) add(codes.GetRange(start, end - start));
                ids.Add(special.Id);
                start = place;
                while (special.Right && start < codes.Count && Is("spaces", codes[start])) start++;
            }
            if (start < codes.Count) add(codes.GetRange(start, codes.Count - start));
        }

        private static Special SpecialAt(List<int> codes, int place, List<Special> specials)
        {
            return specials.Where(special => StartsAt(codes, place, special.Text))
                .OrderByDescending(special => special.Text.Count).FirstOrDefault();
        }

        private static bool StartsAt(List<int> codes, int place, List<int> text)
        {
            if (text.Count == 0 || text.Count > codes.Count - place) return false;
            for (var step = 0; step < text.Count; step++)
            {
                if (codes[place + step] != text[step]) return false;
            }
            return true;
        }

        private List<int> Normalized(List<int> codes)
        {
            foreach (var step in steps)
            {
                codes = step.Name == "map" ? Mapped(codes, step)
                    : step.Name == "order" ? Ordered(codes) : Composed(codes, step);
            }
            return codes;
        }

        private static List<int> Mapped(List<int> codes, Step step)
        {
            var found = new List<int>(codes.Count);
            foreach (var code in codes)
            {
                var syllable = code - Syllable;
                if (step.Hangul && syllable >= 0 && syllable < Syllables)
                {
                    found.Add(Lead + syllable / (Vowels * Trails));
                    found.Add(Vowel + syllable / Trails % Vowels);
                    if (syllable % Trails != 0) found.Add(Trail + syllable % Trails);
                    continue;
                }
                var row = step.Ranges.Find(code);
                if (row == null)
                {
                    found.Add(code);
                }
                else
                {
                    found.AddRange(row.Skip(2));
                }
            }
            return found;
        }

        private int ClassOf(int code)
        {
            var row = classes["marks"].Find(code);
            return row == null ? 0 : row[2];
        }

        /// <summary>Marks that follow each other, sorted by their class.</summary>
        private List<int> Ordered(List<int> codes)
        {
            var found = new List<int>(codes.Count);
            for (var start = 0; start < codes.Count;)
            {
                var marks = codes.Skip(start).TakeWhile(code => ClassOf(code) != 0).ToList();
                found.AddRange(marks.OrderBy(ClassOf)); // which keeps equal ones in their order
                start += marks.Count;
                if (start < codes.Count) found.Add(codes[start++]);
            }
            return found;
        }

        private List<int> Composed(List<int> codes, Step step)
        {
            var found = new List<int>(codes.Count);
            int starter = -1, last = 0;
            foreach (var code in codes)
            {
                var rank = ClassOf(code);
                if (starter >= 0 && (last == 0 || last < rank))
                {
                    var both = Joined(found[starter], code, step);
                    if (both != 0)
                    {
                        found[starter] = both;
                        continue;
                    }
                }
                if (rank == 0) starter = found.Count;
                last = rank;
                found.Add(code);
            }
            return found;
        }

        private static int Joined(int first, int second, Step step)
        {
            int lead = first - Lead, vowel = second - Vowel, syllable = first - Syllable, trail = second - Trail;
            if (lead >= 0 && lead < Leads && vowel >= 0 && vowel < Vowels)
            {
                return Syllable + (lead * Vowels + vowel) * Trails;
            }
            if (syllable >= 0 && syllable < Syllables && syllable % Trails == 0 && trail > 0 && trail < Trails)
            {
                return first + trail;
            }
            return step.Pairs.TryGetValue(PairOf(first, second), out var both) ? both : 0;
        }

        /// <summary>WordPiece: words between spaces, and characters that stand alone.</summary>
        private void AddWords(List<int> codes, List<int> ids)
        {
            var word = new List<int>();
            foreach (var code in codes)
            {
                bool isAlone = Is("alone", code), isSpace = !isAlone && Is("spaces", code);
                if (isAlone || isSpace)
                {
                    AddPieces(word, ids);
                    word.Clear();
                }
                if (!isSpace) word.Add(code);
                if (isAlone)
                {
                    AddPieces(word, ids);
                    word.Clear();
                }
            }
            AddPieces(word, ids);
        }

        /// <summary>The longest piece that fits, from left to right.</summary>
        private void AddPieces(List<int> word, List<int> ids)
        {
            if (word.Count == 0) return;
            var pieces = new List<int>();
            var start = 0;
            while (word.Count <= longest && start < word.Count)
            {
                int end = start, id = 0;
                var piece = new StringBuilder(start == 0 ? "" : prefix);
                for (var place = start; place < word.Count; place++)
                {
                    piece.Append(char.ConvertFromUtf32(word[place]));
                    if (vocabulary.TryGetValue(piece.ToString(), out var known))
                    {
                        end = place + 1;
                        id = known;
                    }
                }
                if (end == start) break;
                pieces.Add(id);
                start = end;
            }
            if (start < word.Count)
            {
                ids.Add(unknown);
            }
            else
            {
                ids.AddRange(pieces);
            }
        }

        /// <summary>
        /// Byte-level BPE over what GPT-2's expression matches:
        /// 's|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+
        /// </summary>
        private void AddChunks(List<int> codes, List<int> ids)
        {
            if (space && codes.Count > 0 && codes[0] != ' ') codes.Insert(0, ' ');
            for (var start = 0; start < codes.Count;)
            {
                var end = Chunk(codes, start);
                AddPairs(Encoding.UTF8.GetBytes(TextOf(codes.GetRange(start, end - start))), ids);
                start = end;
            }
        }

        /// <summary>Where the match ends that starts there.</summary>
        private int Chunk(List<int> codes, int start)
        {
            foreach (var ending in Endings)
            {
                if (StartsAt(codes, start, ending)) return start + ending.Count;
            }
            var first = codes[start] == ' ' ? start + 1 : start;
            if (first < codes.Count && KindOf(codes[first]) != Kind.Space)
            {
                return Run(codes, first, KindOf(codes[first]));
            }
            var end = Run(codes, start, Kind.Space);
            return end == codes.Count || end == start + 1 ? end : end - 1;
        }

        private Kind KindOf(int code)
        {
            return Is("letters", code) ? Kind.Letter
                : Is("numbers", code) ? Kind.Number
                : Is("spaces", code) ? Kind.Space : Kind.Other;
        }

        private int Run(List<int> codes, int end, Kind kind)
        {
            while (end < codes.Count && KindOf(codes[end]) == kind) end++;
            return end;
        }

        /// <summary>The earliest merge of all, from left to right, until none is left.</summary>
        private void AddPairs(byte[] word, List<int> ids)
        {
            var parts = word.Select(value => bytes[value]).ToList();
            while (true)
            {
                var best = int.MaxValue;
                for (var place = 1; place < parts.Count; place++)
                {
                    best = Math.Min(best, RankOf(parts[place - 1], parts[place]));
                }
                if (best == int.MaxValue) break;
                MergeAll(parts, best);
            }
            ids.AddRange(parts);
        }

        /// <summary>The merge of a rank wherever it fits, up to where it makes an earlier one possible.</summary>
        private void MergeAll(List<int> parts, int rank)
        {
            var kept = 0;
            var earlier = false;
            for (var place = 0; place < parts.Count; place++)
            {
                parts[kept++] = parts[place];
                if (earlier || place + 1 == parts.Count || RankOf(parts[place], parts[place + 1]) != rank) continue;
                parts[kept - 1] = merges[PairOf(parts[place], parts[place + 1])].Id;
                place++;
                earlier = (kept > 1 && RankOf(parts[kept - 2], parts[kept - 1]) < rank)
                    || (place + 1 < parts.Count && RankOf(parts[kept - 1], parts[place + 1]) < rank);
            }
            parts.RemoveRange(kept, parts.Count - kept);
        }

        private int RankOf(int left, int right)
        {
            return merges.TryGetValue(PairOf(left, right), out var found) ? found.Rank : int.MaxValue;
        }

        private enum Kind
        {
            Letter,
            Number,
            Space,
            Other,
        }

        private struct Merge
        {
            public int Rank, Id;
        }

        private sealed class Special
        {
            public List<int> Text;
            public int Id;
            public bool Left, Right;
        }

        private sealed class Step
        {
            public readonly string Name;
            public readonly bool Hangul;
            public readonly Ranges Ranges = new Ranges();
            public readonly Dictionary<long, int> Pairs = new Dictionary<long, int>();

            public Step(string name, int[][] rows, bool hangul)
            {
                Name = name;
                Hangul = hangul;
                if (name == "compose")
                {
                    Pairs = rows.ToDictionary(row => PairOf(row[0], row[1]), row => row[2]);
                }
                else
                {
                    Ranges.Rows = rows;
                }
            }
        }

        /// <summary>Rows of a first and a last character and what holds for them, in order.</summary>
        private sealed class Ranges
        {
            public int[][] Rows = new int[0][];

            public int[] Find(int code)
            {
                int low = 0, high = Rows.Length;
                while (low < high)
                {
                    var middle = (low + high) / 2;
                    if (Rows[middle][0] <= code)
                    {
                        low = middle + 1;
                    }
                    else
                    {
                        high = middle;
                    }
                }
                return low > 0 && code <= Rows[low - 1][1] ? Rows[low - 1] : null;
            }
        }
    }
}
