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
        try await RunningProgram.with(start, in: folder) { program in
            try await waitForRegistration(program)
            _ = try await program.end(by: SIGTERM)
        }
        return folder.appending(path: "city")
    }

    /// The new logger registers over its own line when the city stands; without it a copy would lack that page.
    private static func waitForRegistration(_ program: RunningProgram) async throws {
        let officer = try await Caller(program.webPort, as: "P-CITY-1")
        for _ in 0..<2_000 {
            let list = try await officer.get("/registrations").json["registrations"] as? [Any]
            if list?.isEmpty == false { return }
        }
        throw RegistrationMissing()
    }

    /// The demonstration's new logger never registered.
    struct RegistrationMissing: Error {}

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
