import App
import Foundation
import Kernel
import Logging

/// Writes each event as one line of JSON, for collectors: `at`, `level`, `message`, `error`, `source`, and the event's
/// own values under `values`.
struct JSONLogHandler: LogHandler {
    let label: String
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .notice

    init(label: String) {
        self.label = label
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let values = metadata.merging(event.metadata ?? [:]) { $1 }.mapValues(\.description)
        let line = Line(
            at: SystemClock().now().civil.isoText, level: event.level.rawValue, message: event.message.description,
            error: event.error.map { "\($0)" }, source: event.source, values: values.isEmpty ? nil : values)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard var bytes = try? encoder.encode(line) else { return }
        bytes.append(0x0A)
        // One write a line: lines of several threads do not run into each other.
        try? FileHandle.standardError.write(contentsOf: bytes)
    }

    private struct Line: Encodable {
        let at: String
        let level: String
        let message: String
        let error: String?
        let source: String
        let values: [String: String]?
    }
}
