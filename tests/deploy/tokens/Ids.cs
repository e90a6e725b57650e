// The ids of texts, one a line in hexadecimal UTF-8: ids TOKENS TEXTS
using System;
using System.IO;
using System.Linq;
using System.Text;

public static class Ids
{
    public static void Main(string[] arguments)
    {
        var tokenizer = new Classify.Tokenizer(arguments[0]);
        foreach (var line in File.ReadLines(arguments[1]))
        {
            var bytes = Enumerable.Range(0, line.Length / 2).Select(i => Convert.ToByte(line.Substring(2 * i, 2), 16));
            Console.WriteLine(string.Join(" ", tokenizer.Encode(Encoding.UTF8.GetString(bytes.ToArray()))));
        }
    }
}
