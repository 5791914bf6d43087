import Foundation
import Kernel

/// Tables of days off that were handed to a program while it serves its database: a folder beside the file. One program
/// holds a database, so what another one imports reaches it here.
struct HolidayInbox: Sendable {
    private let folder: URL

    init(beside file: String) {
        folder = URL(fileURLWithPath: file + ".holidays")
    }

    /// Leaves a table; the same one twice is one.
    func leave(_ csv: String) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let name = Digest256(of: csv).hex + ".csv"
        try Data(csv.utf8).write(to: folder.appendingPathComponent(name), options: .atomic)
    }

    /// The tables that wait, each with what takes it away.
    func waiting() -> [(csv: String, remove: @Sendable () throws -> Void)] {
        let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        return files.filter { $0.pathExtension == "csv" }.sorted { $0.path < $1.path }.compactMap { file in
            (try? String(contentsOf: file, encoding: .utf8)).map { csv in
                (csv, { try FileManager.default.removeItem(at: file) })
            }
        }
    }
}
