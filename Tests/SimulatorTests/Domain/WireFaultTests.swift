import HJ212
import Kernel
@testable import Simulator
import TestMaterial
import Testing

struct WireFaultTests {
    private static let morning = Instant(milliseconds: 1_795_392_000_000)
    private static let outlets = (0..<60).map { SimulatedCity(seed: 11).outlet($0) }

    /// What a gateway's scanner makes of frames with one fault each, on one line.
    private static func events(_ fault: WireFault) -> [ScanEvent] {
        var scanner = FrameScanner(options: ScanOptions(tail: .awaited))
        for outlet in outlets {
            let frame = outlet.frame(of: outlet.report(.minute, startingBy: morning))
            let dispatch = Dispatch(frame, fault: fault, draw: outlet.draw)
            scanner.append(dispatch.bytes + dispatch.rest)
        }
        var events: [ScanEvent] = []
        while let event = scanner.next() { events.append(event) }
        return events + scanner.finish()
    }

    private struct Meaning {
        let fault: WireFault
        var accepted = 60
        var reason: String?
        var deviation: String?
    }

    @Test(arguments: [
        Meaning(fault: .badCRC, accepted: 0, reason: "crc-mismatch"),
        Meaning(fault: .missingTail, deviation: "missing-tail"),
        Meaning(fault: .shortLength, deviation: "short-length-field"),
        Meaning(fault: .wrongLength, deviation: "wrong-length"), Meaning(fault: .sticky), Meaning(fault: .half),
        Meaning(fault: .lowerCaseCRC, deviation: "lower-case-crc"),
        Meaning(fault: .modbusCRC, accepted: 0, reason: "foreign-crc"), Meaning(fault: .duplicate, accepted: 120),
        Meaning(fault: .late), Meaning(fault: .clockDrift), Meaning(fault: .wrongPassword),
        Meaning(fault: .foreignTraffic, reason: "no-frame-head"),
    ])
    private func `a fault is what its name says`(meaning: Meaning) {
        let fault = meaning.fault
        let events = Self.events(fault)
        let frames = events.compactMap { event in if case .accepted(let frame) = event { frame } else { nil } }
        let reasons = events.compactMap { event in
            if case .quarantined(let stretch) = event { stretch.reason.code } else { nil }
        }
        #expect(frames.count == meaning.accepted)
        #expect(Set(reasons) == Set([meaning.reason].compactMap(\.self)))
        #expect(Set(frames.flatMap(\.deviations).map(\.rawValue)) == Set([meaning.deviation].compactMap(\.self)))
        let passwords = zip(frames, Self.outlets).map { $0.header.pw == $1.password }
        if fault != .duplicate { #expect(passwords.allSatisfy { $0 == (fault != .wrongPassword) }) }
    }

    @Test func `the room's table lists every fault and whether it is answered`() throws {
        let rows = try RepositoryFile.table(
            "| fault | answered | the platform sees |", in: "Sources/Simulator/Simulator.md")
        #expect(rows.map { $0[0] } == WireFault.allCases.map(\.rawValue))
        #expect(rows.map { $0[1] == "yes" } == WireFault.allCases.map(\.isAnswered))
    }

    @Test(arguments: [
        ("none", FaultMix.none), ("field", .field), ("bad-crc=0.5", FaultMix([.badCRC: 0.5])),
        ("none,late=1", FaultMix([.late: 1])),
    ])
    func `a mix is read`(text: String, mix: FaultMix) throws {
        #expect(try FaultMix(reading: text) == mix)
    }

    @Test(arguments: [
        ("", FaultMix.Refusal.unknownName("")), ("rain", .unknownName("rain")), ("rain=0.1", .unknownName("rain")),
        ("late=2", .badShare("late")), ("late=-1", .badShare("late")), ("late=", .badShare("late")),
        ("late=nan", .badShare("late")), ("late=0.6,half=0.6", .tooMany),
    ])
    func `what is no mix is refused with a remedy`(text: String, refusal: FaultMix.Refusal) {
        #expect(throws: refusal) { try FaultMix(reading: text) }
    }

    @Test func `faults come as often as told`() throws {
        let mix = FaultMix([.badCRC: 0.1, .half: 0.3])
        var found: [WireFault?: Int] = [:]
        for outlet in Self.outlets {
            var report = outlet.report(.minute, startingBy: Self.morning)
            for _ in 0..<500 {
                found[mix.fault(of: report, at: outlet), default: 0] += 1
                report = outlet.report(after: report)
            }
        }
        // 30,000 draws: five standard deviations are less than one per cent of them.
        #expect((2_700...3_300).contains(found[.badCRC] ?? 0))
        #expect((8_600...9_400).contains(found[.half] ?? 0))
        #expect(found[nil, default: 0] + found[.badCRC, default: 0] + found[.half, default: 0] == 30_000)
    }
}
