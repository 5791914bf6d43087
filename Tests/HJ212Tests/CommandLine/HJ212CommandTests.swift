import Foundation
import HJ212
import Testing

/// The commands as a user runs them. Each test is skipped aloud when the program is not built.
@Suite(.serialized)
struct HJ212CommandTests {
    @Test func `decode writes the agreed line`() throws {
        guard let run = try CommandRun(["decode"], input: Wire.official2017 + [0xFF, 0x22]) else { return }
        #expect(
            run.output == """
                {"offset":0,"length":113,"verdict":"accepted","reason":null,"dialect":"2017","crc":"hj212",\
                "deviations":[],"header":{"QN":"20160801085857223","ST":"32","CN":"1062","PW":"100000",\
                "MN":"010000A8900016F000169DC0","Flag":"5"},"items":[{"key":"RtdInterval","value":"30"}]}
                {"offset":113,"length":2,"verdict":"quarantined",\
                "reason":"no-frame-head: no ##, length and header field begin here","dialect":"unknown",\
                "crc":"none","deviations":[],"header":{},"items":[]}

                """)
        #expect(run.complaint.isEmpty)
        #expect(run.exitCode == 0)
    }

    @Test func `decode escapes what JSON cannot carry`() throws {
        let stream = Wire.frame(Wire.segment("a=\"\\\u{1}\u{7F}鉴"))
        guard let run = try CommandRun(["decode"], input: stream) else { return }
        #expect(run.output.contains(#"{"key":"a","value":"\"\\\u0001\u007f鉴"}"#))
    }

    @Test(arguments: [
        ([], "foreign-crc"), (["--crc", "any"], #""verdict":"accepted","reason":null"#),
        (["--strict", "--crc", "any"], "deviations: lf-tail"),
    ])
    func `decode takes strictness and foreign checks by option`(options: [String], expected: String) throws {
        let segment = Wire.segment("a=1")
        let stream = Wire.frame(segment, crc: Wire.hex(CRC16.modbus(segment.utf8)), tail: "\n")
        guard let run = try CommandRun(["decode"] + options, input: stream) else { return }
        #expect(run.output.contains(options.contains("--strict") ? "lf-tail" : expected))
        #expect(run.output.contains(expected))
        #expect(run.output.contains(#""crc":"modbus""#))
    }

    @Test(arguments: [
        ("010000A8900016F000169DC0 30303030303030303030303030303030\n", #""value":"2024052600"}"#),
        ("# all devices\n\n30303030303030303030303030303030", #""value":"2024052600"}"#),
        ("010000A8900016F000169DC0 31303030303030303030303030303030", "encrypted-unknown-key"),
        ("ANOTHER 30303030303030303030303030303030", "encrypted-unknown-key"),
    ])
    func `decode opens encrypted areas with the keys of a file`(keys: String, expected: String) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "jianhu-keys-\(UUID().uuidString)")
        try keys.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        // The first block of the official example of HJ 212-2025, a clear rest behind it.
        let secret = "{0xE4,0x3E,0x15,0x9A,0xCF,0xAB,0x24,0x2C,0xB5,0x31,0x55,0xFB,0x8B,0x92,0x81,0xA1}600&&"
        let clear = "QN=20240520210700000;ST=31;CN=2051;MN=010000A8900016F000169DC0;Flag=9;CP=&&"
        let check = Wire.hex(CRC16.hj212(Array("\(clear)DataTime=2024052600&&".utf8)))
        let stream = Array("##\(Wire.padded(String((clear + secret).utf8.count), 4))\(clear)\(secret)\(check)\r\n".utf8)
        guard let run = try CommandRun(["decode", "--sm4-key-file", file.path], input: stream) else { return }
        #expect(run.output.contains(expected), "\(run.output)")
        #expect(run.output.contains("\"length\":\(stream.count)"))
    }

    @Test func `a file of keys that is none is refused with its line`() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "jianhu-keys-\(UUID().uuidString)")
        try "\nMN1 1234".write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        guard let run = try CommandRun(["decode", "--sm4-key-file", file.path]) else { return }
        #expect(run.complaint.contains("line 2: write MN and 32 hexadecimal digits") && run.exitCode == 1)
    }

    @Test func `encode writes back what decode read`() throws {
        let stream = Wire.official2017 + Wire.hour
        guard let decoded = try CommandRun(["decode"], input: stream) else { return }
        let encoded = try #require(try CommandRun(["encode"], input: Array(decoded.output.utf8)))
        #expect(Array(encoded.output.utf8) == stream)
        #expect(encoded.exitCode == 0)
    }

    @Test(arguments: [
        ("x", "line 1: this is not a JSON object; write one object per line."),
        ("\n{\"items\":[]}", "line 2: header is missing; add it."),
        (#"{"header":{"ST":"31"}}"#, "line 1: the header has no CN; add it."),
        (#"{"header":{"ST":31,"CN":2011},"items":[{"key":"a"}]}"#, "line 1: items[0].value is missing; add it."),
        (
            #"{"header":{"ST":31,"CN":2011},"items":[{"key":"a","value":1.5}]}"#,
            "line 1: items[0].value is of the wrong"
        ),
        (#"{"header":{"ST":31,"CN":2011},"items":[{"key":"a;","value":"1"}]}"#, "line 1: a; holds a separator"),
        (#"{"verdict":"quarantined","header":{}}"#, "line 1: verdict says quarantined; leave such lines out."),
    ])
    func `encode says line, field and remedy`(input: String, sentence: String) throws {
        guard let run = try CommandRun(["encode"], input: Array(input.utf8)) else { return }
        #expect(run.output.isEmpty)
        #expect(run.complaint.contains(sentence))
        #expect(run.complaint.split(separator: "\n").count == 1)
        #expect(run.exitCode == 1)
    }

    // MARK: - send

    private static func send(
        to port: UInt16, _ options: [String] = [], input: [UInt8] = []
    ) throws -> CommandRun? {
        let folder = FileManager.default.temporaryDirectory.appending(path: "hj212-\(port)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "pw")
        try Data("123456\n".utf8).write(to: file)
        let usual = [
            "--mn", "010000A8900016F000169DC0", "--pw-file", file.path, "--st", "31", "--cn", "2061",
            "--data-time", "20261123130000", "--qn", "20261123140000000",
            "--set", "a21026-Avg=35.2", "--set", "a21026-ZsAvg=41.0", "--set", "a21026-Flag=N",
            "--set", "a01012-Avg=98.6",
        ]
        let what = options.isEmpty ? usual : options
        return try CommandRun(["send", "--to", "127.0.0.1:\(port)", "--timeout-s", "1"] + what, input: input)
    }

    @Test func `send makes the canonical frame and prints its answer`() throws {
        let platform = try LoopbackPlatform { frame in
            frame.bytes + [13, 10] == Wire.hour ? Answer.dataAnswer(to: frame) : nil
        }
        guard let run = try Self.send(to: platform.port) else { return }
        #expect(run.output.contains(#""CN":"9014""#))
        #expect(run.complaint.isEmpty)
        #expect(run.exitCode == 0)
    }

    @Test func `send passes on the frames of standard input, each after the answer of the one before`() throws {
        let platform = try LoopbackPlatform { Answer.dataAnswer(to: $0) }
        guard let run = try Self.send(to: platform.port, ["--stdin"], input: Wire.hour + Wire.official2017)
        else { return }
        #expect(run.output.split(separator: "\n").count == 2)
        #expect(run.exitCode == 0)
    }

    @Test(arguments: [
        ("silent", "gave no answer to QN=20261123140000000 within 1 s; check MN and PW"),
        ("closing", "closed the connection without answering QN=20261123140000000; look at its log."),
        ("refusing", "refused QN=20261123140000000 with QnRtn=3"),
    ])
    func `send fails with one sentence when it is not answered`(manner: String, sentence: String) throws {
        let platform = try LoopbackPlatform { frame in
            switch manner {
            case "silent": []
            case "refusing": Answer.requestAnswer(.wrongPassword, to: frame)
            default: nil
            }
        }
        guard let run = try Self.send(to: platform.port) else { return }
        #expect(run.complaint.contains(sentence))
        #expect(run.complaint.split(separator: "\n").count == 1)
        #expect(run.exitCode == 1)
    }

    @Test func `send names a place where nobody listens`() throws {
        let port = try LoopbackPlatform { _ in nil }.port
        guard let run = try Self.send(to: port) else { return }
        #expect(run.complaint.contains("cannot connect to 127.0.0.1:\(port) (Connection refused); check the address"))
        #expect(run.exitCode == 1)
    }

    @Test(arguments: [
        ["--stdin", "--mn", "X"], ["--mn", "X", "--st", "31", "--cn", "2061"], ["--stdin", "--timeout-s", "0"],
        ["--mn", "X", "--pw-file", "f", "--st", "31", "--cn", "2061", "--qn", "2026"],
        ["--mn", "X", "--pw-file", "f", "--st", "31", "--cn", "2061", "--set", "novalue"],
        ["--mn", "X", "--pw-file", "f", "--st", "31", "--cn", "2061", "--data-time", "20261332000000"],
    ])
    func `wrong options are wrong use`(options: [String]) throws {
        guard let run = try Self.send(to: 1, options) else { return }
        #expect(run.exitCode == 2 || run.exitCode == 64)
        #expect(run.complaint.hasPrefix("Error: "))
    }

    @Test func `nothing is sent when standard input holds something else than frames`() throws {
        guard let run = try Self.send(to: 1, ["--stdin"], input: Wire.hour + Array("noise".utf8)) else { return }
        #expect(run.complaint.contains("standard input at byte \(Wire.hour.count): no-frame-head"))
        #expect(run.exitCode == 1)
    }
}
