import Foundation

/// A folder of its own for a test, gone when the test is over.
enum TemporaryFolder {
    static func with<Value>(_ body: (URL) async throws -> Value) async throws -> Value {
        let folder = try make()
        do {
            let value = try await body(folder)
            try FileManager.default.removeItem(at: folder)
            return value
        } catch {
            try? FileManager.default.removeItem(at: folder)
            throw error
        }
    }

    static func make() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appending(path: "jianhu-app-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }
}
