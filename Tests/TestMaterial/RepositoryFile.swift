import Foundation

/// Files of the repository, found by walking up from this one.
public enum RepositoryFile {
    /// The text of a file, named from the repository's root.
    public static func text(_ path: String) throws -> String {
        var folder = URL(fileURLWithPath: #filePath)
        repeat {
            folder.deleteLastPathComponent()
            let file = folder.appendingPathComponent(path)
            if FileManager.default.fileExists(atPath: file.path) {
                return try String(contentsOf: file, encoding: .utf8)
            }
        } while folder.path != "/"
        throw CocoaError(.fileNoSuchFile)
    }

    /// The cells of the Markdown table with this heading line, back quotes left out.
    public static func table(_ heading: String, in path: String) throws -> [[String]] {
        let lines = try text(path).components(separatedBy: "\n")
        guard let first = lines.firstIndex(of: heading) else { throw CocoaError(.formatting) }
        return lines[(first + 2)...].prefix { $0.hasPrefix("|") }.map { line in
            line.split(separator: "|").map { cell in
                cell.replacingOccurrences(of: "`", with: "").trimmingCharacters(in: .whitespaces)
            }
        }
    }
}
