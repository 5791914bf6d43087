import Access
import Devices
import Governance
import Kernel
import Logging
import Monitoring
import Notices
public import Persistence
import Registry
import SQLitePersistence
import Supervision

/// `jianhu verify`: every invariant that the rooms know, examined on a database that is only read.
public enum Verification {
    /// The reports of every room on a database file.
    ///
    /// A check that cannot go on because a row is not what its schema promises has found a difference: the others still
    /// run.
    public static func run(file: String, share: String) async throws -> [CheckReport] {
        let files = try RuleFiles(share: share)
        let database = try Installed.database(file, mode: .readOnly)
        guard try await Installed.purpose(of: file, in: database) != nil else {
            throw Installed.Refusal(
                description: "\(file) was never finished, so that there is nothing to verify; make it again")
        }
        let platform = try Platform(
            database: database, file: file, files: files, calendar: LiveCalendar(files.calendar.calendar),
            secrets: .locked, share: share, clock: SystemClock(),
            entropy: SystemEntropy(), logger: .init(label: "jianhu.verify"))
        let checks: [(room: String, check: any SelfChecking)] =
            [
                ("trunk", TrunkChecks(rules: Platform.rules)), ("monitoring", platform.monitoring.checks()),
                ("access", AccessRoom.checks), ("registry", RegistryRoom.checks),
                ("quarantine", MonitoringRoom.quarantineChecks),
                ("suspicions", FalsificationRoom.checks), ("amounts", AmountRoom.checks),
                ("months", platform.amounts.monthChecks()),
                ("states", platform.states.checks()), ("devices", DevicesRoom.checks),
                ("health", platform.health.checks()), ("supervision", SupervisionRoom.checks),
                ("governance", GovernanceRoom.checks),
                ("notices", NoticesRoom.checks), ("evidence", platform.supervision.evidenceChecks),
                ("evidence of reports", platform.governance.evidenceChecks),
            ] + platform.means.checks.map { ("means", $0) }
        return try await database.read { access in
            checks.flatMap { room, check in
                do { return try check.check(access) } catch {
                    var tally = CheckTally("every row of \(room) can be read")
                    tally.examine("the checks of \(room) stopped at a row that cannot be read: \(error)")
                    return [tally.report]
                }
            }
        }
    }
}
