import Foundation
import HJ212
import Kernel
import Persistence
import Standards
import TestMaterial

@testable import Monitoring

/// The stage with the room that looks for signs beside it.
struct SignStage {
    let stage: MonitoringStage
    let room: FalsificationRoom

    init() async throws {
        stage = try await MonitoringStage()
        let entropy = CountingEntropy()
        let decisions = DecisionLog(journal: stage.room.journal, clock: stage.clock, entropy: entropy)
        room = try FalsificationRoom(
            beside: stage.room, decisions: decisions, entropy: entropy,
            figures: Array(try RepositoryFile.text("share/rules/falsification-signs.json").utf8),
            judging: try AmountMaterial.figures(), furnaces: try Self.furnaces())
        try await Migrator.migrate(
            stage.database, to: [TrunkSchema.schema, MonitoringRoom.schema, FalsificationRoom.schema])
    }

    /// Reference oxygen as it is shipped.
    static func furnaces() throws -> ReferenceFurnaces { try shippedFurnaces.get() }

    private static let shippedFurnaces = Result {
        func bytes(_ name: String) throws -> [UInt8] { Array(try RepositoryFile.text("share/rules/\(name)").utf8) }
        return try ReferenceFurnaces(
            furnaces: bytes("reference-oxygen.json"), limits: bytes("reference-oxygen-limits.json"))
    }

    /// Values of M1 by hour of the pattern's days, each sent in time.
    func send(_ values: [(hour: Int, value: String)], device: String = "M1") async throws {
        for (hour, value) in values {
            let end = HourPattern.hour(hour + 1)
            stage.clock.stand(at: end)
            let stamp = CivilStamp(millisecondsSince1970: HourPattern.hour(hour).milliseconds).text14
            let number = CivilStamp(millisecondsSince1970: end.milliseconds).text14 + "000"
            try await stage.store([
                try WireFrame.hour(stamp, "a21026-Avg=\(value),a21026-Flag=N", qn: number, device: device)
            ])
        }
    }

    /// Looks at a day of the pattern until no outlet is due.
    func look(day: Int64) async throws {
        let date = HourPattern.start.civil.date.adding(days: day)
        stage.clock.stand(at: Instant(startOf: date).adding(hours: 37))
        while try await room.watch.look() > 0 {}
    }

    func suspicions() async throws -> [Suspicion] {
        try await stage.database.read { access in
            var found: [Suspicion] = []
            try SuspicionStore.forEach(access) { found.append($0) }
            return found.sorted { ($0.outlet, $0.sign.rawValue) < ($1.outlet, $1.sign.rawValue) }
        }
    }

    /// What `verify` would print of decisions and suspicions.
    func differences() async throws -> [String] {
        let checks: [any SelfChecking] = [
            TrunkChecks(rules: MonitoringRoom.rules + FalsificationRoom.rules), FalsificationRoom.checks,
        ]
        return try await stage.database.read { access in
            try checks.flatMap { try $0.check(access) }.flatMap(\.differences)
        }
    }
}
