package org.example.classify

import ai.onnxruntime.OnnxTensor
import ai.onnxruntime.OrtEnvironment
import ai.onnxruntime.OrtSession
import ai.onnxruntime.TensorInfo
import java.nio.LongBuffer
import kotlin.math.exp

/**
 * Asks the model of an export for the class of a text. Needs com.microsoft.onnxruntime:onnxruntime-android, and
 * Tokenizer.kt.
 *
 * [model] is the content of a model file, [tokenizer] that of the same export. Not for several threads at once.
 */
class Classifier(model: ByteArray, private val tokenizer: Tokenizer, threads: Int = 1) : AutoCloseable {
    private val environment = OrtEnvironment.getEnvironment()
    private val session: OrtSession = OrtSession.SessionOptions().use { options ->
        options.setIntraOpNumThreads(threads)
        environment.createSession(model, options)
    }

    /** Files for some processors take one length alone, the others (-1) any. */
    private val fixed = (session.inputInfo.getValue("input_ids").info as TensorInfo).shape[1].toInt()

    /** One probability for each class, in the order of labels.json. */
    fun classify(text: String): FloatArray {
        val ids = tokenizer.encode(text)
        val length = if (fixed > 0) fixed else maxOf(1, ids.size)
        val padded = LongArray(length) { (ids.getOrNull(it) ?: tokenizer.pad).toLong() }
        val mask = LongArray(length) { if (it < ids.size) 1 else 0 }
        return tensor(padded).use { tokens ->
            tensor(mask).use { real ->
                session.run(mapOf("input_ids" to tokens, "attention_mask" to real)).use { answers ->
                    val logits = (answers[0] as OnnxTensor).floatBuffer
                    softmax(FloatArray(logits.remaining()).also { logits.get(it) })
                }
            }
        }
    }

    private fun tensor(row: LongArray): OnnxTensor =
        OnnxTensor.createTensor(environment, LongBuffer.wrap(row), longArrayOf(1, row.size.toLong()))

    private fun softmax(logits: FloatArray): FloatArray {
        val top = logits.max()
        val powers = FloatArray(logits.size) { exp(logits[it] - top) }
        val sum = powers.sum()
        return FloatArray(logits.size) { powers[it] / sum }
    }

    override fun close() = session.close()
}
