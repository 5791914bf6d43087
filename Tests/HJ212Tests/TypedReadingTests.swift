import HJ212
import TestMaterial
import Testing

/// Typed readings of data areas that nobody would send.
struct TypedReadingTests {
    private static let values = [
        "", "0", "1", "99", "100", "999999999999", "-999", "NFFF", "x", "20261123140000", "20261123140000123",
        "99991231235959", "010203", "2400", "//a;b//", "正常",
    ]
    private static let keys: [String] = {
        let named = CommandCatalogue.entries.flatMap { $0.requiredFields + $0.optionalFields }
        return Set(named).sorted().map { $0.replacing("x-", with: "w01018-").replacing("SBx", with: "SB1") }
            + ["Flag", "Overtime", "a-b-c", "-Rtd", "PNO"]
    }()

    private static func frame(using random: inout SeededGenerator) throws -> Frame? {
        func pick<T>(_ choices: [T]) throws -> T { try #require(choices.randomElement(using: &random)) }
        let command = try pick(CommandCatalogue.entries).command
        let groups = try (0..<Int.random(in: 0...4, using: &random)).map { group in
            try (0...Int.random(in: 0...2, using: &random)).map { _ in
                Item(key: try pick(keys), value: try pick(values), group: group)
            }
        }
        let pnum = Bool.random(using: &random) ? try pick([0, 1, 2, 9, 99, 999_999_999]) : nil
        let header = Header(
            qn: QN(try pick(values)), st: try pick(["21", "31", "32", "91", "A0"]), cn: command, pw: "1",
            mn: try pick(["1", "88888880000001", "010000A8900016F000169DC0", "A140100_2006"]),
            flag: Flag(UInt8.random(in: 0...11, using: &random)), pnum: pnum, pno: try pick([nil, 0, 1, 2]))
        return (try? FrameEncoder.encode(header: header, items: groups)).flatMap { Frame($0) }
    }

    @Test(arguments: [71, 72, 73] as [UInt64])
    func `nothing traps, and what can be written says the same again`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var memory = DialectMemory()
        var count = 0
        for _ in 0..<1500 {
            guard let frame = try Self.frame(using: &random) else { continue }
            count += 1
            memory.observe(HeardFrame(frame))
            for edition in [Dialect.hjt2005, .hj2017, .hj2025] {
                try Self.checkRequest(frame, edition, "seed \(seed)")
                try Self.checkMessage(frame, edition, "seed \(seed)")
            }
        }
        #expect(count > 500)
    }

    private static func checkRequest(_ frame: Frame, _ dialect: Dialect, _ seed: Comment) throws {
        guard let request = PlatformRequest(reading: frame, edition: dialect.spokenEdition) else { return }
        let bytes = try? request.frame(
            qn: QN("20261123140000000"), st: "31", pw: "1", mn: "1", edition: dialect)
        guard let bytes else { return }
        let again = try #require(Frame(bytes), seed)
        #expect(PlatformRequest(reading: again, edition: dialect.spokenEdition) == request, seed)
    }

    private static func checkMessage(_ frame: Frame, _ dialect: Dialect, _ seed: Comment) throws {
        guard let message = DeviceMessage(reading: frame) else { return }
        let bytes = try? message.frame(qn: QN("20261123140000000"), st: "31", pw: "1", mn: "1", edition: dialect)
        guard let bytes else { return }
        let again = try #require(Frame(bytes), seed)
        #expect(DeviceMessage(reading: again) != nil, seed)
    }
}
