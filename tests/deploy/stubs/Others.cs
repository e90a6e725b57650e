// Declarations of what the C# sample calls of StbImageSharp and of .NET itself.
using System;

namespace StbImageSharp
{
    public enum ColorComponents
    {
        RedGreenBlue = 3,
    }

    public class ImageResult
    {
        public int Width { get; set; }
        public int Height { get; set; }
        public byte[] Data { get; set; }

        public static ImageResult FromMemory(byte[] data, ColorComponents requiredComponents)
        {
            throw new NotImplementedException();
        }
    }
}

namespace System.Text.Json
{
    public static class JsonSerializer
    {
        public static T Deserialize<T>(string json)
        {
            throw new NotImplementedException();
        }
    }
}
