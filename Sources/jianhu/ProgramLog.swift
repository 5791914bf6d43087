import ArgumentParser
import Configuration
import Logging

/// The program's log goes to standard error, so that standard output stays readable by programs.
enum ProgramLog {
    /// How it is written and how much of it.
    struct Manner: Sendable, Equatable {
        let format: Format
        let level: Logger.Level

        /// For people, from notices on.
        init() {
            format = .text
            level = .notice
        }

        /// As the settings ask; a value that is none is wrong use.
        init(_ reader: ConfigReader) throws {
            format = try Self.value("log.format", reader, of: Format.allCases) ?? .text
            level = try Self.value("log.level", reader, of: [.debug, .info, .notice, .warning, .error]) ?? .notice
        }

        func logger() -> Logger {
            let format = format
            var logger = Logger(label: "jianhu") { label in
                switch format {
                case .text: StreamLogHandler.standardError(label: label)
                case .json: JSONLogHandler(label: label)
                }
            }
            logger.logLevel = level
            return logger
        }

        private static func value<Value: RawRepresentable<String>>(
            _ key: ConfigKey, _ reader: ConfigReader, of values: [Value]
        ) throws -> Value? {
            guard let text = reader.string(forKey: key) else { return nil }
            guard let value = values.first(where: { $0.rawValue == text }) else {
                let known = values.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("\(key) “\(text)” is not known; give one of \(known)")
            }
            return value
        }
    }

    /// Who reads it.
    enum Format: String, Sendable, CaseIterable {
        /// People.
        case text
        /// Collectors: one JSON object a line.
        case json
    }
}
