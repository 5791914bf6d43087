import Foundation

/// A demonstration whose history was lived once; tests work on copies of it.
enum FinishedCity {
    static let databaseName = "jianhu-demo.sqlite"
    /// How tests start a demonstration: the smallest city, which stands soonest.
    static let start = ["demo", "--enterprises", "12", "--folder", "city"]

    private static let made = Task {
        let folder = try TemporaryFolder.make()
        madeFolder = folder.path
        atexit { try? FileManager.default.removeItem(atPath: FinishedCity.madeFolder) }
        try await RunningProgram.with(start, in: folder) { _ = try await $0.end(by: SIGTERM) }
        return folder.appending(path: "city")
    }

    /// Written once, before the only reader is registered.
    nonisolated(unsafe) private static var madeFolder = ""

    /// Copies the city into a folder as `city`, and tells its database file.
    @discardableResult
    static func copy(into folder: URL) async throws -> String {
        let city = folder.appending(path: "city")
        try FileManager.default.copyItem(at: try await made.value, to: city)
        return city.appending(path: databaseName).path
    }

    /// A copy of the city, served; everything is gone at the end.
    static func served<Value>(_ body: (RunningProgram, URL) async throws -> Value) async throws -> Value {
        try await TemporaryFolder.with { folder in
            try await copy(into: folder)
            return try await RunningProgram.with(start, in: folder) { program in
                try await body(program, folder)
            }
        }
    }
}
