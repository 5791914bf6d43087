import App
import ArgumentParser
import Foundation

/// How a table is written. GBK is not guessed: some of its texts read as UTF-8 too.
enum TableEncoding: String, ExpressibleByArgument, CaseIterable {
    case utf8 = "utf-8"
    case gbk

    /// The text of a table on the disk. Throws `CommandFault`, which says what helps.
    ///
    /// - Parameter megabytesMax: How large it may be, in units of 1,048,576 bytes.
    func text(of path: String, megabytesMax: Int) throws -> String {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw CommandFault("\(path) cannot be read; check the path")
        }
        guard bytes.count <= megabytesMax * 1_048_576, let text = read(bytes) else {
            let remedy = self == .gbk ? "name --encoding utf-8 if it is UTF-8" : "or name --encoding gbk"
            throw CommandFault(
                "\(path) is no \(rawValue) table of at most \(megabytesMax) MB; save it as CSV UTF-8, \(remedy)")
        }
        return text
    }

    private func read(_ bytes: Data) -> String? {
        switch self {
        case .utf8: String(data: bytes, encoding: .utf8)
        case .gbk: Platform.text(gbk: Array(bytes))
        }
    }
}
