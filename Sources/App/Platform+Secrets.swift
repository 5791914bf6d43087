import Access
import Logging
import Persistence
import Registry
import SQLitePersistence

extension Platform {
    /// Seals secrets of devices and second factors that are not sealed, or with an older key only, and wipes what stood
    /// in plain text from the file.
    func sealSecrets() async throws {
        let (registry, access) = (registry, access)
        let factors = try await database.write { try access.sealSecrets(in: $0) }
        if factors.broken > 0 {
            logger.error(
                "stored second factors were changed by somebody else; they must be reset",
                metadata: ["secrets.broken": "\(factors.broken)"])
        }
        let report = try await database.write { try registry.sealSecrets(in: $0) }
        if report.plainSealed + report.sealedAnew > 0 {
            logger.notice(
                "device secrets sealed",
                metadata: ["secrets.plain": "\(report.plainSealed)", "secrets.older_key": "\(report.sealedAnew)"])
        }
        if report.broken > 0 {
            logger.error(
                "stored device secrets were changed by somebody else; their devices are not believed",
                metadata: ["secrets.broken": "\(report.broken)"])
        }
        // Asked for by the database, not by this run: a start that was broken off before the wiping comes back to it.
        guard report.needsWiping else { return }
        try (database as? SQLiteDatabase)?.wipeRemains()
        try await database.write { try registry.noteWiping(in: $0) }
    }
}
