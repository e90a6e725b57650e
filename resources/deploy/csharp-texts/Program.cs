// Classifies texts with the model two folders above this one.
//
//   dotnet run                              the example of the export; its answers.json says what is right
//   dotnet run -- TEXT…                     the likeliest classes of each
//   dotnet run -- --export FOLDER TEXT…     with the model of another folder

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace Classify
{
    public static class Program
    {
        public static int Main(string[] arguments)
        {
            var texts = new List<string>(arguments);
            var folder = Path.Combine("..", "..");
            if (texts.Count > 1 && texts[0] == "--export")
            {
                folder = texts[1];
                texts.RemoveRange(0, 2);
            }
            if (texts.Count == 0)
            {
                texts.Add(File.ReadAllText(Path.Combine(folder, "example", "text.txt")));
            }
            var labels = JsonSerializer.Deserialize<string[]>(File.ReadAllText(Path.Combine(folder, "labels.json")));
            var tokens = Path.Combine(folder, "tokens.txt");
            using (var classifier = new Classifier(Path.Combine(folder, Recommended(folder)), tokens))
            {
                foreach (var text in texts)
                {
                    var chances = classifier.Classify(text);
                    var best = Enumerable.Range(0, chances.Length).OrderByDescending(place => chances[place]).Take(3);
                    Console.WriteLine($"{text}: {string.Join(", ", best.Select(p => $"{labels[p]} {chances[p]:P1}"))}");
                }
            }
            return 0;
        }

        /// <summary>The file that the export recommends, as measured.json says.</summary>
        private static string Recommended(string folder)
        {
            using (var measured = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "measured.json"))))
            {
                var variant = measured.RootElement.GetProperty("recommended").GetString();
                return measured.RootElement.GetProperty("files").EnumerateArray()
                    .First(file => file.GetProperty("variant").GetString() == variant).GetProperty("file").GetString();
            }
        }
    }
}
