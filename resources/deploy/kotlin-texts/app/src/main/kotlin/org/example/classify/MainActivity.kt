package org.example.classify

import android.app.Activity
import android.os.Bundle
import android.widget.Button
import android.widget.EditText
import android.widget.LinearLayout
import android.widget.TextView
import java.util.concurrent.Executors
import org.json.JSONArray

/** A field to type into, a button, and the three likeliest classes of what stands there. */
class MainActivity : Activity() {
    private val worker = Executors.newSingleThreadExecutor()
    private lateinit var written: EditText
    private lateinit var answer: TextView
    private lateinit var labels: List<String>
    private lateinit var classifier: Classifier

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        written = EditText(this).apply { hint = "Type a text" }
        answer = TextView(this)
        val classify = Button(this).apply {
            text = "Classify"
            setOnClickListener { ask(written.text.toString()) }
        }
        setContentView(LinearLayout(this).apply {
            orientation = LinearLayout.VERTICAL
            fitsSystemWindows = true
            listOf(written, classify, answer).forEach(::addView)
        })
        worker.execute {
            val names = JSONArray(assets.open("labels.json").use { it.readBytes().decodeToString() })
            labels = List(names.length()) { names.getString(it) }
            val model = assets.list("")!!.first { it.endsWith(".onnx") || it.endsWith(".ort") }
            classifier = Classifier(assets.open(model).use { it.readBytes() }, Tokenizer(assets.open("tokens.txt")))
        }
    }

    private fun ask(text: String) = worker.execute {
        val start = System.nanoTime()
        val chances = classifier.classify(text)
        val milliseconds = (System.nanoTime() - start) / 1e6
        val best = chances.indices.sortedByDescending { chances[it] }.take(3)
        val words = best.joinToString("\n") { "%s %.1f %%".format(labels[it], 100 * chances[it]) }
        runOnUiThread { answer.text = "%s\n%.1f ms".format(words, milliseconds) }
    }

    override fun onDestroy() {
        super.onDestroy()
        worker.execute { classifier.close() }
        worker.shutdown()
    }
}
