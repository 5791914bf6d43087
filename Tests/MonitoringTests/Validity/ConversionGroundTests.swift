import Facts
import HJ212
import Kernel
import Persistence
import Standards
import TestMaterial
import Testing

@testable import Monitoring

/// Means that came as measured only: `docs/method/validity-and-marks.md`, "A converted value that is missing".
struct ConversionGroundTests {
    private static let nitrogen = PollutantCode(checked: "a21002")

    private static func number(_ text: String) -> DecimalNumber? { text == "–" ? nil : DecimalNumber(text) }

    @Test func `the worked hours of the method come out as it says`() throws {
        let rows = try RepositoryFile.table(
            "| measured | converted | oxygen % | finding |", in: "docs/method/validity-and-marks.md")
        #expect(rows.count == 8)
        let reference = try #require(
            try SignStage.furnaces().reference(table: "GB 13271-2014 table-2-coal", source: ""))
        for row in rows {
            let hour = HourPattern.hour(0)
            let ground = ConversionGround(
                references: [.init(validFrom: CivilDate(dayNumber: 0), validTo: nil, reference: reference)],
                oxygen: Self.number(row[2]).map { [.init(hour: hour, percent: $0)] } ?? [],
                figures: try AmountMaterial.figures().conversion)
            let reading = HourReading(
                hour: hour, average: Self.number(row[0]), converted: Self.number(row[1]), mark: "N",
                frame: Digest256(of: "x"))
            let found =
                switch ground.finding(reading, limits: HourPattern.limits, period: .hour) {
                case nil: "as usual"
                case .exceedsAnyway: "exceeds"
                case .missing(_, own: let own): "not judged, own \(own?.description ?? "–")"
                }
            #expect(found == row[3], "\(row)")
        }
    }

    /// The stage's stack with a limit of nitrogen oxides at 9 % oxygen.
    private func stage() async throws -> MonitoringStage {
        let stage = try await MonitoringStage()
        let fact = LimitRecorded(
            outlet: MonitoringStage.outlet, pollutant: Self.nitrogen, limit: "50",
            validFrom: HourPattern.start.civil.date.adding(days: -9), validTo: nil,
            source: "示例许可证 GB 13271-2014 table-2-coal", sourceKind: .permit)
        try await stage.database.write { [room = stage.room] access in
            try room.recordLimit(fact, about: .city, by: .system("test"), in: access)
        }
        return stage
    }

    private static func frame(_ hour: Int, _ items: String, qn: Int) throws -> Frame {
        try WireFrame.hour(
            CivilStamp(millisecondsSince1970: HourPattern.hour(hour).milliseconds).text14, items,
            qn: "20261123\(qn.padded(9))")
    }

    @Test func `oxygen that comes apart decides alike in every order, and nothing is judged low for want of it`()
        async throws
    {
        let frames = [
            try Self.frame(0, "a21002-Avg=60,a21002-Flag=N,a19001-Avg=6,a19001-Flag=N", qn: 1),
            try Self.frame(0, "a19001-Avg=12,a19001-Flag=N", qn: 2),
            try Self.frame(1, "a21002-Avg=30,a21002-Flag=N,a19001-Avg=16,a19001-Flag=N", qn: 3),
        ]
        for order in [[0, 1, 2], [1, 0, 2], [2, 1, 0], [1, 2, 0]] {
            let stage = try await stage()
            for place in order { try await stage.store([frames[place]]) }
            #expect(try await stage.standing().map { HourPattern.text($0) } == ["0–0/1"], "\(order)")
            #expect(try await stage.differences() == [])
        }
        let stage = try await stage()
        try await stage.store([frames[0]])
        #expect(
            try await stage.standing() == [], "60 at 6 % oxygen converts to 48: nobody knows what the device would say")
        try await stage.store([frames[1]])
        let decision = try await stage.database.read { access in
            try DecisionLog.decision(
                try #require(
                    try access.row("SELECT decision_id FROM monitoring_episode")?.code("decision_id") as DecisionID?),
                scope: .city, in: access)
        }
        #expect(decision?.ruleCode == "MON-01" && decision?.ruleVersion == 5)
        #expect(try decision?.steps().contains { $0.zh.contains("排污许可证：示例许可证") } ?? false)
    }

    @Test func `where no limit tells a reference oxygen the measured value decides as before`() async throws {
        let stage = try await MonitoringStage()
        try await stage.store([try Self.frame(0, "a21026-Avg=60,a21026-Flag=N,a19001-Avg=6,a19001-Flag=N", qn: 1)])
        #expect(try await stage.standing().map { HourPattern.text($0) } == ["0–0/1"])
    }

    @Test func `MON-29 missing and repeated conversions are doubted, coarse and stopped ones are not`() throws {
        let figures = try SignFigures.shipped().convertedDifference
        let reference = try #require(
            try SignStage.furnaces().reference(table: "GB 13271-2014 table-2-coal", source: ""))
        func sign(_ hours: [(String, String?, String?)]) throws -> FoundSign? {
            let input = ConversionDoubt.Input(
                outlet: MonitoringStage.outlet, pollutant: Self.nitrogen,
                hours: hours.enumerated().compactMap { number, hour in
                    DecimalNumber(hour.0).map { measured in
                        ConversionDoubt.Input.Hour(
                            hour: HourPattern.hour(number), measured: measured,
                            oxygen: hour.1.flatMap { DecimalNumber($0) },
                            converted: hour.2.flatMap { DecimalNumber($0) })
                    }
                }, reference: reference, framesRoot: Digest256(of: "x"),
                conversion: try AmountMaterial.figures().conversion, figures: figures)
            return ConversionDoubt.decide(input).outcome.sign
        }
        #expect(try sign(Array(repeating: ("30", "12", nil), count: 3))?.figures["missing"] == "3")
        #expect(try sign(Array(repeating: ("30", nil, nil), count: 3))?.figures["missing"] == "3")
        #expect(try sign(Array(repeating: ("30", "12", nil), count: 2)) == nil)
        #expect(try sign(Array(repeating: ("30", "20.9", nil), count: 9)) == nil, "a stopped furnace")
        #expect(try sign([("30", "12", "30"), ("30", "12", nil), ("30", "12", "30")])?.figures["hours"] == "2")
        // 40.1 at 9.5 % converts to 41.8: within the tolerance of one hour, and repeated to the digit all day.
        #expect(try sign(Array(repeating: ("40.1", "9.5", "40.1"), count: 12))?.figures["repeated"] == "12")
        #expect(try sign(Array(repeating: ("40.1", "9.5", "40.1"), count: 11)) == nil)
        #expect(try sign(Array(repeating: ("40.1", nil, "40.1"), count: 12))?.figures["repeated"] == "12")
        #expect(try sign(Array(repeating: ("2", nil, "2"), count: 24)) == nil, "too coarse to tell")
        #expect(try sign(Array(repeating: ("40.1", "9", "40.1"), count: 24)) == nil, "nothing to convert")
    }
}
