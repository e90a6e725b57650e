// Asks the model of an export for the class of a picture. Needs the package Microsoft.ML.OnnxRuntime.
//
// The file whose name ends in _pixels.onnx takes decoded pixels of any size; colour, scaling and normalisation are in
// the graph, the same as in training.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Classify
{
    public sealed class Classifier : IDisposable
    {
        private readonly InferenceSession session;

        /// <param name="model">Path of the file ending in _pixels.onnx.</param>
        /// <param name="threads">Threads of one answer; one is often the fastest for a small model.</param>
        public Classifier(string model, int threads = 1)
        {
            using (var options = new SessionOptions())
            {
                options.IntraOpNumThreads = threads;
                // On Windows with a graphics card: EnableMemoryPattern = false, ExecutionMode sequential, and
                // options.AppendExecutionProvider_DML(0). What it does not take runs on the processor.
                session = new InferenceSession(model, options);
            }
        }

        /// <summary>One probability for each class, in the order of labels.json.</summary>
        /// <param name="rgb">One picture: height × width × 3 bytes, from the upper left, upright.</param>
        public float[] Classify(byte[] rgb, int height, int width)
        {
            var image = new DenseTensor<byte>(rgb, new[] { height, width, 3 });
            var inputs = new List<NamedOnnxValue> { NamedOnnxValue.CreateFromTensor("image", image) };
            using (var answers = session.Run(inputs))
            {
                return answers.First().AsEnumerable<float>().ToArray();
            }
        }

        /// <summary>The model of an export folder that takes pictures as they are.</summary>
        public static string ModelIn(string folder)
        {
            var found = Directory.GetFiles(Path.Combine(folder, "onnx"), "*_pixels.onnx").FirstOrDefault();
            return found ?? throw new FileNotFoundException("There is no model that takes pictures as they are.", folder);
        }

        public void Dispose()
        {
            session.Dispose();
        }
    }
}
