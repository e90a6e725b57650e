import CoreGraphics
import Foundation
import OnnxRuntimeBindings

/// Asks the model of an export for the class of a picture.
///
/// The file whose name ends in _pixels.onnx takes decoded pixels of any size; colour, scaling and normalisation are in
/// the graph, the same as in training.
public final class Classifier {
    public enum Failure: Error {
        case undrawable
        case noAnswer
    }

    /// The class names in the order of the probabilities.
    public let labels: [String]
    private let environment: ORTEnv
    private let session: ORTSession

    /// - Parameters:
    ///   - model: the file ending in _pixels.onnx, in the app's resources
    ///   - labels: labels.json of the same export
    public init(model: URL, labels: URL, threads: Int32 = 1) throws {
        self.labels = try JSONDecoder().decode([String].self, from: Data(contentsOf: labels))
        environment = try ORTEnv(loggingLevel: .error)
        let options = try ORTSessionOptions()
        try options.setIntraOpNumThreads(threads)
        session = try ORTSession(env: environment, modelPath: model.path, sessionOptions: options)
    }

    /// The classes with their probabilities, the likeliest first. The picture must be upright.
    public func classify(_ picture: CGImage) throws -> [(label: String, probability: Float)] {
        let chances = try probabilities(
            rgb: Classifier.pixels(of: picture), height: picture.height, width: picture.width)
        return zip(labels, chances).map { (label: $0, probability: $1) }.sorted { $0.probability > $1.probability }
    }

    /// One probability for each class.
    ///
    /// - Parameter rgb: height × width × 3 bytes, from the upper left
    public func probabilities(rgb: Data, height: Int, width: Int) throws -> [Float] {
        let shape = [NSNumber(value: height), NSNumber(value: width), NSNumber(value: 3)]
        let image = try ORTValue(tensorData: NSMutableData(data: rgb), elementType: .uInt8, shape: shape)
        let answers = try session.run(
            withInputs: ["image": image], outputNames: ["probabilities"], runOptions: nil)
        guard let answer = answers["probabilities"] else { throw Failure.noAnswer }
        let data = try answer.tensorData() as Data
        return data.withUnsafeBytes { bytes in Array(bytes.bindMemory(to: Float.self)) }
    }

    /// The pixels of a picture, drawn over white.
    static func pixels(of picture: CGImage) throws -> Data {
        let count = picture.width * picture.height
        var rgba = [UInt8](repeating: 255, count: 4 * count)
        try rgba.withUnsafeMutableBytes { bytes in
            guard
                let context = CGContext(
                    data: bytes.baseAddress, width: picture.width, height: picture.height, bitsPerComponent: 8,
                    bytesPerRow: 4 * picture.width, space: CGColorSpaceCreateDeviceRGB(),
                    bitmapInfo: CGImageAlphaInfo.noneSkipLast.rawValue)
            else { throw Failure.undrawable }
            context.draw(picture, in: CGRect(x: 0, y: 0, width: picture.width, height: picture.height))
        }
        var rgb = Data(capacity: 3 * count)
        for place in 0..<count {
            rgb.append(contentsOf: rgba[(4 * place)..<(4 * place + 3)])
        }
        return rgb
    }
}
