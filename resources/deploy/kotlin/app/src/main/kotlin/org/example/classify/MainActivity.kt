package org.example.classify

import android.app.Activity
import android.content.Intent
import android.graphics.Bitmap
import android.graphics.ImageDecoder
import android.net.Uri
import android.os.Bundle
import android.widget.Button
import android.widget.ImageView
import android.widget.LinearLayout
import android.widget.TextView
import java.nio.ByteBuffer
import java.util.concurrent.Executors
import org.json.JSONArray

/** One button that asks for a photo, and the three likeliest classes of it. */
class MainActivity : Activity() {
    private val worker = Executors.newSingleThreadExecutor()
    private lateinit var photo: ImageView
    private lateinit var answer: TextView
    private lateinit var labels: List<String>
    private lateinit var classifier: Classifier

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        photo = ImageView(this)
        answer = TextView(this)
        val choose = Button(this).apply {
            text = "Choose a photo"
            setOnClickListener {
                val intent = Intent(Intent.ACTION_GET_CONTENT).setType("image/*")
                startActivityForResult(intent, 0)
            }
        }
        setContentView(LinearLayout(this).apply {
            orientation = LinearLayout.VERTICAL
            listOf(choose, answer, photo).forEach(::addView)
        })
        worker.execute {
            val names = JSONArray(assets.open("labels.json").use { it.readBytes().decodeToString() })
            labels = List(names.length()) { names.getString(it) }
            val model = assets.list("")!!.first { it.endsWith("_pixels.onnx") }
            classifier = Classifier(assets.open(model).use { it.readBytes() })
        }
    }

    override fun onActivityResult(request: Int, result: Int, data: Intent?) {
        super.onActivityResult(request, result, data)
        val uri = data?.data ?: return
        worker.execute {
            val picture = decode(uri)
            val start = System.nanoTime()
            val chances = classifier.classify(rgb(picture), picture.height, picture.width)
            val milliseconds = (System.nanoTime() - start) / 1e6
            val best = chances.indices.sortedByDescending { chances[it] }.take(3)
            val words = best.joinToString("\n") { "%s %.1f %%".format(labels[it], 100 * chances[it]) }
            runOnUiThread {
                photo.setImageBitmap(picture)
                answer.text = "%s\n%.1f ms".format(words, milliseconds)
            }
        }
    }

    override fun onDestroy() {
        super.onDestroy()
        worker.execute { classifier.close() }
        worker.shutdown()
    }

    /** Upright, as [ImageDecoder] turns photos by their EXIF rotation; readable pixels in memory. */
    private fun decode(uri: Uri): Bitmap =
        ImageDecoder.decodeBitmap(ImageDecoder.createSource(contentResolver, uri)) { decoder, _, _ ->
            decoder.allocator = ImageDecoder.ALLOCATOR_SOFTWARE
        }

    /** The opaque pixels of a bitmap. Lay a transparent one over the background of preprocessing.json first. */
    private fun rgb(picture: Bitmap): ByteBuffer {
        val colors = IntArray(picture.width * picture.height)
        picture.getPixels(colors, 0, picture.width, 0, 0, picture.width, picture.height)
        val buffer = ByteBuffer.allocateDirect(3 * colors.size)
        for (color in colors) {
            buffer.put((color shr 16).toByte()).put((color shr 8).toByte()).put(color.toByte())
        }
        buffer.rewind()
        return buffer
    }
}
