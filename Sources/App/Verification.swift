import Kernel
import Logging
import Monitoring
public import Persistence
import SQLitePersistence
import Supervision

/// `jianhu verify`: every invariant that the rooms know, examined on a database that is only read.
public enum Verification {
    /// The reports of every room on a database file.
    public static func run(file: String, share: String) async throws -> [CheckReport] {
        let database = try SQLiteDatabase(path: file, mode: .readOnly)
        let platform = try Platform(
            database: database, share: share, clock: SystemClock(), entropy: SystemEntropy(),
            logger: .init(label: "jianhu.verify"))
        let checks: [any SelfChecking] = [
            TrunkChecks(rules: Platform.rules), platform.monitoring.checks(), SupervisionRoom.checks,
        ]
        return try await database.read { access in try checks.flatMap { try $0.check(access) } }
    }
}
