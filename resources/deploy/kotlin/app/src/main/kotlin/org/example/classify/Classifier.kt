package org.example.classify

import ai.onnxruntime.OnnxJavaType
import ai.onnxruntime.OnnxTensor
import ai.onnxruntime.OrtEnvironment
import ai.onnxruntime.OrtSession
import java.nio.ByteBuffer

/**
 * Asks the model of an export for the class of a picture. Needs com.microsoft.onnxruntime:onnxruntime-android.
 *
 * [model] is the content of the file whose name ends in _pixels.onnx. It takes decoded pixels of any size; colour,
 * scaling and normalisation are in the graph, the same as in training. Not for several threads at once.
 */
class Classifier(model: ByteArray, threads: Int = 1) : AutoCloseable {
    private val environment = OrtEnvironment.getEnvironment()
    private val session: OrtSession = OrtSession.SessionOptions().use { options ->
        options.setIntraOpNumThreads(threads)
        environment.createSession(model, options)
    }

    /**
     * One probability for each class, in the order of labels.json.
     *
     * [rgb] is a direct buffer of height × width × 3 bytes, from the upper left, upright.
     */
    fun classify(rgb: ByteBuffer, height: Int, width: Int): FloatArray {
        val shape = longArrayOf(height.toLong(), width.toLong(), 3)
        OnnxTensor.createTensor(environment, rgb, shape, OnnxJavaType.UINT8).use { image ->
            session.run(mapOf("image" to image)).use { answers ->
                val chances = (answers[0] as OnnxTensor).floatBuffer
                return FloatArray(chances.remaining()).also { chances.get(it) }
            }
        }
    }

    override fun close() = session.close()
}
