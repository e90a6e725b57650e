// Declarations of what the C# sample calls of StbImageSharp and of .NET itself.
using System;
using System.Collections.Generic;

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

    public struct JsonElement
    {
        public JsonElement GetProperty(string propertyName)
        {
            throw new NotImplementedException();
        }

        public IEnumerable<JsonElement> EnumerateArray()
        {
            throw new NotImplementedException();
        }

        public string GetString()
        {
            throw new NotImplementedException();
        }
    }

    public sealed class JsonDocument : IDisposable
    {
        public JsonElement RootElement { get; }

        public static JsonDocument Parse(string json)
        {
            throw new NotImplementedException();
        }

        public void Dispose()
        {
        }
    }
}
