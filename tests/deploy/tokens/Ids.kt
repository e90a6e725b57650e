// The ids of texts, one a line in hexadecimal UTF-8: ids TOKENS TEXTS
import java.io.File
import org.example.classify.Tokenizer

fun main(arguments: Array<String>) {
    val tokenizer = Tokenizer(File(arguments[0]).inputStream())
    val lines = File(arguments[1]).readLines().map { line ->
        val bytes = line.chunked(2).map { it.toInt(16).toByte() }.toByteArray()
        tokenizer.encode(bytes.decodeToString()).joinToString(" ")
    }
    println(lines.joinToString("\n"))
}
