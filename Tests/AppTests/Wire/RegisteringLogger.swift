import Foundation
import HJ212
import Kernel
import TestMaterial

/// A logger of 2025 on a real line: it registers, takes what it is told, and keeps silent when it is told to.
/// One task uses it at a time; calls block and belong on a thread of their own.
final class RegisteringLogger: @unchecked Sendable {
    struct NothingCame: Error, CustomStringConvertible {
        let description: String
    }

    let hardware: String
    var number = ""
    var password = "654321"
    var key: [UInt8]?
    private let line: LoopbackLine
    private var scanner: FrameScanner
    private var sentCount = 0

    /// The keys under which it reads: whatever it has at the moment.
    private final class Keys: AreaKeys, @unchecked Sendable {
        var keys: [[UInt8]] = []
        func ciphers(for device: String) -> [any SM4Cipher] { keys.compactMap { Cipher($0) } }
    }

    private struct Cipher: SM4Cipher {
        let cipher: SM4

        init?(_ key: [UInt8]) {
            guard let cipher = SM4(key: key) else { return nil }
            self.cipher = cipher
        }

        func encrypt(_ blocks: [UInt8]) -> [UInt8] { cipher.encrypt(blocks) }
        func decrypt(_ blocks: [UInt8]) -> [UInt8] { cipher.decrypt(blocks) }
    }

    private let keys = Keys()

    init(port: Int, hardware: String) throws {
        self.hardware = hardware
        line = try LoopbackLine(port: port, timeoutS: 20)
        scanner = FrameScanner(keys: keys)
    }

    /// Sends a frame under its number, encrypted when it has a key; tells its QN.
    @discardableResult
    func send(_ command: Command, st: String = "31", flag: UInt8 = 9, _ items: [Item]) throws -> String {
        sentCount += 1
        // Each frame has a second of its own, in the past, so that no two are the same.
        let moment = Int64(Date().timeIntervalSince1970 * 1_000) - 3_600_000 + Int64(sentCount) * 1_000
        let qn = QN(CivilStamp(millisecondsSince1970: moment))
        try send(command, qn: qn, st: st, flag: flag, items)
        return qn.text
    }

    /// Sends an upload of its own, and waits for the answer; false when another frame's or none came.
    func isAnswered(_ command: Command = .realTime) throws -> Bool {
        let stamp = CivilStamp(millisecondsSince1970: Int64(Date().timeIntervalSince1970 * 1_000) - 60_000)
        let qn = try send(
            command, [Item(key: "DataTime", value: stamp.text14), Item(key: "a21026-Rtd", value: "12.3")])
        return try next { $0.header.qn?.text == qn }.header.cn == .dataAnswer
    }

    /// Registers, and waits for 9013.
    func register() throws {
        let qn = try send(
            1001,
            [
                Item(key: "i23005-Info", value: hardware), Item(key: "i23006-Info", value: "CPU1"),
                Item(key: "i23007-Info", value: "02AA00000001"), Item(key: "i23008-Info", value: "02AA00000002"),
            ])
        _ = try next { $0.header.cn == .notificationAnswer && $0.header.qn?.text == qn }
    }

    /// Waits for a request, and says that it will be carried out.
    func accepted(_ command: Command) throws -> Frame {
        let request = try next { $0.header.cn == command }
        try answer(request, .requestAnswer, Item(key: "QnRtn", value: "1"))
        return request
    }

    /// Says that a request was carried out.
    func succeeded(_ request: Frame) throws {
        try answer(request, .executionResult, Item(key: "ExeRtn", value: "1"))
    }

    private func answer(_ request: Frame, _ command: Command, _ item: Item) throws {
        guard let qn = request.header.qn else { throw NothingCame(description: "a request without QN") }
        try send(command, qn: qn, st: "91", flag: 8, [item])
    }

    private func send(_ command: Command, qn: QN, st: String, flag: UInt8, _ items: [Item]) throws {
        let header = Header(qn: qn, st: st, cn: command, pw: password, mn: number, flag: Flag(flag))
        let groups = items.map { [$0] }
        let isEncrypted = (2_000...2_999).contains(command.rawValue) || command == 1014
        let bytes =
            if isEncrypted, let cipher = key.flatMap({ Cipher($0) }) {
                try FrameEncoder.encode(header: header, items: groups, cipher: cipher)
            } else {
                try FrameEncoder.encode(header: header, items: groups)
            }
        line.send(bytes)
    }

    private func next(_ isWanted: (Frame) -> Bool) throws -> Frame {
        keys.keys = key.map { [$0] } ?? []
        while true {
            while let event = scanner.next() {
                if case .accepted(let frame) = event, isWanted(frame) { return frame }
            }
            guard let bytes = line.receive() else { throw NothingCame(description: "the line ended or stayed silent") }
            scanner.append(bytes)
        }
    }
}
