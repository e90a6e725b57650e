// Declarations of what the C# sample calls, for a compiler that is too old for the real sources. A test looks every
// line that begins with “public” up in them.
using System;
using System.Collections.Generic;

namespace Microsoft.ML.OnnxRuntime
{
    public class SessionOptions : IDisposable
    {
        public int IntraOpNumThreads { get; set; }

        public void Dispose()
        {
        }
    }

    public class NamedOnnxValue
    {
        public static NamedOnnxValue CreateFromTensor<T>(string name, Tensors.Tensor<T> value)
        {
            throw new NotImplementedException();
        }

        public IEnumerable<T> AsEnumerable<T>()
        {
            throw new NotImplementedException();
        }
    }

    public class DisposableNamedOnnxValue : NamedOnnxValue, IDisposable
    {
        public void Dispose()
        {
        }
    }

    public interface IDisposableReadOnlyCollection<T> : IReadOnlyCollection<T>, IDisposable
    {
    }

    public class NodeMetadata
    {
        public int[] Dimensions
        {
            get { throw new NotImplementedException(); }
        }
    }

    public class InferenceSession : IDisposable
    {
        public InferenceSession(string modelPath, SessionOptions options)
        {
        }

        public IReadOnlyDictionary<string, NodeMetadata> InputMetadata
        {
            get { throw new NotImplementedException(); }
        }

        public IDisposableReadOnlyCollection<DisposableNamedOnnxValue> Run(IReadOnlyCollection<NamedOnnxValue> inputs)
        {
            throw new NotImplementedException();
        }

        public void Dispose()
        {
        }
    }
}

namespace Microsoft.ML.OnnxRuntime.Tensors
{
    public class Tensor<T>
    {
    }

    public class DenseTensor<T> : Tensor<T>
    {
        // the real one takes Memory<T>, which an array becomes by itself
        public DenseTensor(T[] memory, int[] dimensions)
        {
        }
    }
}
