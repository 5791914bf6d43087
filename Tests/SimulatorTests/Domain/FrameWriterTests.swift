import HJ212
import Kernel
@testable import Simulator
import TestMaterial
import Testing

struct FrameWriterTests {
    /// 2026-11-23 00:00 in China.
    private static let midnight = Instant(milliseconds: 1_795_363_200_000)

    @Test func `what the writer writes is canonical, and the encoder writes the same`() throws {
        let seed = UInt64.random(in: 1...UInt64(Int64.max))
        print("seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        let city = SimulatedCity(seed: seed)
        for _ in 0..<2_000 {
            let outlet = city.outlet(Int.random(in: 0..<10_000, using: &generator))
            let kind = try #require(ReportKind.allCases.randomElement(using: &generator))
            let at = Self.midnight.adding(seconds: Int64.random(in: -40_000_000...40_000_000, using: &generator))
            let usual = outlet.report(kind, startingBy: at)
            let late = Int64.random(in: 0...3, using: &generator) * 60_000
            let report = Report(
                kind, of: usual.dataTime, packet: Int.random(in: 0..<outlet.packetCount(of: kind), using: &generator),
                lateByMS: late)
            let bytes = outlet.frame(of: report)
            let frame = try #require(Frame(bytes, options: ScanOptions(strictness: .strict)), "\(outlet.number)")
            #expect(try FrameEncoder.encode(header: frame.header, items: frame.groups) == bytes)
            #expect(frame.header.mn == outlet.device.text && frame.header.pw == outlet.password)
            #expect(frame.header.cn == kind.command && frame.wantsAnswer)
            #expect(frame.dataTime?.millisecondsSince1970 == report.dataTime.milliseconds)
            #expect(
                frame.header.qn?.stamp?.millisecondsSince1970 == outlet.sendingTime(of: report).milliseconds)
            #expect(frame.header.resent == (late > 0 && outlet.edition == .hj2025))
            #expect(frame.header.flag?.isSplit == (outlet.packetCount(of: kind) > 1))
            let numbers = frame.items.filter { $0.suffix != .flag && $0.key != "DataTime" }
            #expect(numbers.count == outlet.pointCount(of: report))
        }
    }

    @Test(arguments: LoggerEdition.allCases, OutletMedium.allCases)
    func `a minute report of each edition and medium is of its dialect and holds 24 numbers`(
        edition: LoggerEdition, medium: OutletMedium
    ) throws {
        let outlet = SimulatedCity(seed: 7, editions: [edition]).outlet(medium == .stack ? 0 : 2)
        let report = outlet.report(.minute, startingBy: Self.midnight)
        let frame = try #require(Frame(outlet.frame(of: report)))
        #expect(outlet.medium == medium)
        #expect(frame.dialect.jsonName == edition.rawValue)
        #expect(outlet.pointCount(of: report) == 24)
        #expect(frame.header.st == medium.systemCode)
    }

    @Test func `the same seed is the same city, another one is not`() {
        func stream(_ seed: UInt64) -> [UInt8] {
            let city = SimulatedCity(seed: seed)
            return (0..<50).flatMap { number in
                let outlet = city.outlet(number)
                return outlet.frame(of: outlet.report(.hour, startingBy: Self.midnight))
            }
        }
        #expect(stream(3) == stream(3))
        #expect(stream(3) != stream(4))
    }

    @Test func `no two reports of an outlet share a QN`() {
        let outlet = SimulatedCity(seed: 1, minuteInterval: 1).outlet(15)
        var seen: Set<Instant> = []
        for kind in ReportKind.allCases {
            var report = outlet.report(kind, startingBy: Self.midnight)
            for _ in 0..<200 {
                #expect(seen.insert(outlet.sendingTime(of: report)).inserted, "\(report)")
                report = outlet.report(after: report)
            }
        }
    }
}
