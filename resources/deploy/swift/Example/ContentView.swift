// A view for your app: add it, the file ending in _pixels.onnx and labels.json to the app's target.
import Classifier
import PhotosUI
import SwiftUI

struct ContentView: View {
    @State private var chosen: PhotosPickerItem?
    @State private var answers: [String] = []

    var body: some View {
        VStack(spacing: 16) {
            PhotosPicker("Choose a photo", selection: $chosen, matching: .images)
            ForEach(answers, id: \.self) { answer in
                Text(answer)
            }
        }
        .padding()
        .task(id: chosen) {
            guard let data = try? await chosen?.loadTransferable(type: Data.self) else { return }
            answers = (try? classify(data)) ?? ["This photo cannot be read."]
        }
    }

    private func classify(_ data: Data) throws -> [String] {
        let model = Bundle.main.urls(forResourcesWithExtension: "onnx", subdirectory: nil)?.first {
            $0.lastPathComponent.hasSuffix("_pixels.onnx")
        }
        guard let model, let labels = Bundle.main.url(forResource: "labels", withExtension: "json"),
            let picture = upright(data)
        else { return [] }
        let classifier = try Classifier(model: model, labels: labels)
        return try classifier.classify(picture).prefix(3).map { answer in
            "\(answer.label) \(answer.probability.formatted(.percent.precision(.fractionLength(1))))"
        }
    }

    /// Turned as its EXIF rotation says.
    private func upright(_ data: Data) -> CGImage? {
        guard let image = UIImage(data: data) else { return nil }
        let format = UIGraphicsImageRendererFormat()
        format.scale = 1
        return UIGraphicsImageRenderer(size: image.size, format: format).image { _ in image.draw(at: .zero) }.cgImage
    }
}
