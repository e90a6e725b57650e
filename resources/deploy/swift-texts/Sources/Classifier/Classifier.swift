import Foundation
import OnnxRuntimeBindings

/// Asks the model of an export for the class of a text.
public final class Classifier {
    public enum Failure: Error {
        case noAnswer
    }

    /// The class names in the order of the probabilities.
    public let labels: [String]
    private let tokenizer: Tokenizer
    private let environment: ORTEnv
    private let session: ORTSession

    /// - Parameters:
    ///   - model: a model file of an export for the iPhone, in the app's resources
    ///   - tokens: tokens.txt of the same export
    ///   - labels: labels.json of the same export
    public init(model: URL, tokens: URL, labels: URL, threads: Int32 = 1) throws {
        self.labels = try JSONDecoder().decode([String].self, from: Data(contentsOf: labels))
        tokenizer = try Tokenizer(tokens: tokens)
        environment = try ORTEnv(loggingLevel: .error)
        let options = try ORTSessionOptions()
        try options.setIntraOpNumThreads(threads)
        session = try ORTSession(env: environment, modelPath: model.path, sessionOptions: options)
    }

    /// The classes with their probabilities, the likeliest first.
    public func classify(_ text: String) throws -> [(label: String, probability: Float)] {
        try zip(labels, probabilities(of: text)).map { (label: $0, probability: $1) }
            .sorted { $0.probability > $1.probability }
    }

    /// One probability for each class.
    public func probabilities(of text: String) throws -> [Float] {
        let ids = tokenizer.encode(text).map { Int64($0) }
        // files for the iPhone take one length alone
        let padding = max(0, tokenizer.length - ids.count)
        let filling = [Int64](repeating: Int64(tokenizer.pad), count: padding)
        let mask = [Int64](repeating: 1, count: ids.count) + [Int64](repeating: 0, count: padding)
        let inputs = ["input_ids": try value(ids + filling), "attention_mask": try value(mask)]
        let answers = try session.run(withInputs: inputs, outputNames: ["logits"], runOptions: nil)
        guard let answer = answers["logits"] else { throw Failure.noAnswer }
        let data = try answer.tensorData() as Data
        let logits = data.withUnsafeBytes { bytes in Array(bytes.bindMemory(to: Float.self)) }
        let top = logits.max() ?? 0
        let powers = logits.map { exp($0 - top) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }

    private func value(_ row: [Int64]) throws -> ORTValue {
        let data = row.withUnsafeBytes { bytes in NSMutableData(bytes: bytes.baseAddress, length: bytes.count) }
        let shape = [NSNumber(value: 1), NSNumber(value: row.count)]
        return try ORTValue(tensorData: data, elementType: .int64, shape: shape)
    }
}
