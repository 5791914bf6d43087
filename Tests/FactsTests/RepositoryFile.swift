import Foundation

/// Files of the repository, found by walking up from this one.
enum RepositoryFile {
    static func text(_ path: String) throws -> String {
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
}
