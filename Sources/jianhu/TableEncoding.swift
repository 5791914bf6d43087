import App
import ArgumentParser
import Foundation
import Kernel

/// How a file of text is written. GBK is not guessed: some of its texts read as UTF-8 too.
enum TableEncoding: String, ExpressibleByArgument, CaseIterable {
    case utf8 = "utf-8"
    case gbk

    /// What is read, and how a program saves it so that it is UTF-8.
    enum Kind: String {
        case table
        case policy

        var saving: String { self == .table ? "save it as CSV UTF-8" : "save it as UTF-8" }
    }

    /// The text of a file on the disk. Throws `CommandFault`, which says what helps.
    ///
    /// - Parameter megabytesMax: How large it may be, in units of 1,048,576 bytes.
    func text(of path: String, _ kind: Kind = .table, megabytesMax: Int) throws -> String {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw CommandFault("\(path) cannot be read; check the path")
        }
        guard bytes.count <= megabytesMax * 1_048_576, let text = read(bytes) else {
            let remedy = self == .gbk ? "name --encoding utf-8 if it is UTF-8" : "or name --encoding gbk"
            throw CommandFault(
                "\(path) is no \(rawValue) \(kind.rawValue) of at most \(megabytesMax) MB; \(kind.saving), \(remedy)")
        }
        if let place = TextPlace(ofPrivateUseIn: text) {
            throw CommandFault(
                "\(path), \(place.phrase.en): a character of private use, which has no meaning of its own; "
                    + "write it with a common character, or check the encoding")
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
