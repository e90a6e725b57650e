// Classifies pictures with the model two folders above this one.
//
//   dotnet run                                 the example of the export; its answers.json says what is right
//   dotnet run -- PICTURE…                     the likeliest classes of each
//   dotnet run -- --export FOLDER PICTURE…     with the model of another folder

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using StbImageSharp;

namespace Classify
{
    public static class Program
    {
        public static int Main(string[] arguments)
        {
            var paths = new List<string>(arguments);
            var folder = Path.Combine("..", "..");
            if (paths.Count > 1 && paths[0] == "--export")
            {
                folder = paths[1];
                paths.RemoveRange(0, 2);
            }
            if (paths.Count == 0)
            {
                paths.Add(Path.Combine(folder, "example", "picture.png"));
            }
            var labels = JsonSerializer.Deserialize<string[]>(File.ReadAllText(Path.Combine(folder, "labels.json")));
            using (var classifier = new Classifier(Classifier.ModelIn(folder)))
            {
                foreach (var path in paths)
                {
                    // for opaque, upright pictures: lay transparent ones over the background of preprocessing.json first
                    var picture = ImageResult.FromMemory(File.ReadAllBytes(path), ColorComponents.RedGreenBlue);
                    var chances = classifier.Classify(picture.Data, picture.Height, picture.Width);
                    var best = Enumerable.Range(0, chances.Length).OrderByDescending(place => chances[place]).Take(3);
                    Console.WriteLine($"{path}: {string.Join(", ", best.Select(p => $"{labels[p]} {chances[p]:P1}"))}");
                }
            }
            return 0;
        }
    }
}
