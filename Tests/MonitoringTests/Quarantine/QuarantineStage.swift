import HJ212
import Kernel
import Persistence
import Standards
import Testing

@testable import Monitoring

extension MonitoringStage {
    /// Sets bytes aside directly, with bounds of the test's own.
    func setAside(
        _ stretches: [(text: String, remote: String)], bounds: QuarantineBounds, startingAt start: Int64 = 0
    ) async throws {
        try await database.write { access in
            for (number, stretch) in stretches.enumerated() {
                try QuarantineStore.set(
                    aside: Array(stretch.text.utf8), reason: "no-frame-head", remote: stretch.remote,
                    at: Instant(milliseconds: start + Int64(number)), directory: NoDirectory(), bounds: bounds,
                    in: access)
            }
        }
    }

    /// What lies there, as text, in the order of its bytes.
    func keptTexts() async throws -> [String] {
        try await lines("CAST(raw AS TEXT) AS line FROM monitoring_quarantine ORDER BY raw")
    }

    /// The differences that `jianhu verify` would find in the quarantine.
    func quarantineDifferences() async throws -> [String] {
        try await database.read { try MonitoringRoom.quarantineChecks.check($0).flatMap(\.differences) }
    }

    func listed(_ filter: QuarantineFilter = QuarantineFilter(), scope: Scope = .city) async throws -> [String] {
        try await database.read { access in
            try QuarantineStore.entries(filter, behind: nil, scope: scope, limit: 100, in: access).map {
                "\($0.reason) \($0.device?.text ?? "–") \($0.address) \($0.times)"
            }.sorted()
        }
    }

    func reprocess(
        _ selection: QuarantineReprocessing.Selection, keys: (any AreaKeys)? = nil
    ) async throws {
        try await QuarantineReprocessing(
            database: database, reception: room.reception, journal: room.journal, keys: keys
        )
        .run(selection, by: PersonID(checked: "P1"), at: clock.now())
    }
}

/// A register that knows nobody.
struct NoDirectory: OutletDirectory {
    func station(of device: DeviceNumber, in access: any ReadAccess) -> Station? { nil }
    func hasChanged(after sequence: Int64, in access: any ReadAccess) -> Bool { false }
    func outlet(_ id: OutletID, scope: Scope, in access: any ReadAccess) -> OutletSummary? { nil }
    func name(of region: RegionCode) -> Phrase { Phrase(region.text, region.text) }
    func industry(of enterprise: EnterpriseID, in access: any ReadAccess) -> IndustryCode? { nil }
}
