// A view for your app: add it, a model file, tokens.txt and labels.json of the export to the app's target.
import Classifier
import SwiftUI

struct ContentView: View {
    @State private var text = ""
    @State private var answers: [String] = []

    var body: some View {
        VStack(spacing: 16) {
            TextField("Type a text", text: $text, axis: .vertical)
                .textFieldStyle(.roundedBorder)
            Button("Classify") {
                answers = (try? classify(text)) ?? ["The model cannot be read."]
            }
            .disabled(text.isEmpty)
            ForEach(answers, id: \.self) { answer in
                Text(answer)
            }
        }
        .padding()
    }

    private func classify(_ text: String) throws -> [String] {
        let model = ["onnx", "ort"].compactMap { kind in
            Bundle.main.urls(forResourcesWithExtension: kind, subdirectory: nil)?.first
        }.first
        guard let model, let tokens = Bundle.main.url(forResource: "tokens", withExtension: "txt"),
            let labels = Bundle.main.url(forResource: "labels", withExtension: "json")
        else { return ["The app has no model, or no tokens.txt or labels.json with it."] }
        let classifier = try Classifier(model: model, tokens: tokens, labels: labels)
        return try classifier.classify(text).prefix(3).map { answer in
            "\(answer.label) \(answer.probability.formatted(.percent.precision(.fractionLength(1))))"
        }
    }
}
