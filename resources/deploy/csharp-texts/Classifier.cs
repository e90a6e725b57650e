// Asks the model of an export for the class of a text. Needs the package Microsoft.ML.OnnxRuntime, and Tokenizer.cs.

using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Classify
{
    public sealed class Classifier : IDisposable
    {
        private readonly InferenceSession session;
        private readonly Tokenizer tokenizer;

        /// <param name="model">Path of a model file.</param>
        /// <param name="tokens">Path of tokens.txt of the same export.</param>
        /// <param name="threads">Threads of one answer; one is often the fastest for a small model.</param>
        public Classifier(string model, string tokens, int threads = 1)
        {
            tokenizer = new Tokenizer(tokens);
            using (var options = new SessionOptions())
            {
                options.IntraOpNumThreads = threads;
                // On Windows with a graphics card: EnableMemoryPattern = false, ExecutionMode sequential, and
                // options.AppendExecutionProvider_DML(0). What it does not take runs on the processor.
                session = new InferenceSession(model, options);
            }
        }

        /// <summary>One probability for each class, in the order of labels.json.</summary>
        public float[] Classify(string text)
        {
            var ids = tokenizer.Encode(text);
            // files for some devices take one length alone, the others (-1) any
            var wanted = session.InputMetadata["input_ids"].Dimensions[1];
            var length = wanted > 0 ? wanted : Math.Max(1, ids.Length);
            var padding = length - ids.Length;
            var inputs = new List<NamedOnnxValue>
            {
                Input("input_ids", ids.Select(id => (long)id).Concat(Enumerable.Repeat((long)tokenizer.Pad, padding))),
                Input("attention_mask", ids.Select(id => 1L).Concat(Enumerable.Repeat(0L, padding))),
            };
            using (var answers = session.Run(inputs))
            {
                return Softmax(answers.First().AsEnumerable<float>().ToArray());
            }
        }

        private static NamedOnnxValue Input(string name, IEnumerable<long> values)
        {
            var row = values.ToArray();
            return NamedOnnxValue.CreateFromTensor(name, new DenseTensor<long>(row, new[] { 1, row.Length }));
        }

        private static float[] Softmax(float[] logits)
        {
            var top = logits.Max();
            var powers = logits.Select(value => (float)Math.Exp(value - top)).ToArray();
            var sum = powers.Sum();
            return powers.Select(power => power / sum).ToArray();
        }

        public void Dispose()
        {
            session.Dispose();
        }
    }
}
