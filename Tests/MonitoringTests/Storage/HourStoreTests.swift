import Kernel
import Persistence
import TestMaterial
import Testing

@testable import Monitoring

struct HourStoreTests {
    /// The rule of versions stands twice, in Swift and in SQL; this holds the two together.
    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func `the database orders versions as FrameVersion does`(seed: UInt64) async throws {
        var chance = SeededGenerator(seed: seed)
        let stage = try await MonitoringStage()
        let texts = ["", "1", "2026", "20261123010000000", "20261123010000001", "a", "\u{e9}", "e\u{301}", "鉴", "Z"]
        let versions = (0..<40).map { number in
            FrameVersion(
                requestNumber: texts.randomElement(using: &chance) ?? "", digest: Digest256(of: "\(seed) \(number)"))
        }
        let station = Station(
            outlet: MonitoringStage.outlet, enterprise: EnterpriseID(checked: "E1"),
            region: RegionCode(checked: "330602"), isStack: true, password: "")
        let effective = try await stage.database.write { access in
            var greatest: FrameVersion?
            for version in versions {
                let isEffective = try HourStore.offer(
                    HourPattern.reading(0, "50"), version: version, pollutant: .sulphurDioxide, station: station,
                    in: access)
                #expect(isEffective == greatest.map { $0 < version } ?? true, "seed \(seed)")
                if isEffective { greatest = version }
            }
            return try HourStore.effective(
                outlet: station.outlet, pollutant: .sulphurDioxide, hour: HourPattern.start, in: access)?.version
        }
        #expect(effective == versions.max(), "seed \(seed)")
    }
}
