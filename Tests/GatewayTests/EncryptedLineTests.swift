import HJ212
import Kernel
import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(5)))
struct EncryptedLineTests {
    /// Keys of one device, the present one first.
    private struct Keys: AreaKeys {
        let device: String
        let keys: [[UInt8]]

        func ciphers(for device: String) -> [any SM4Cipher] {
            device == self.device ? keys.compactMap { SM4(key: $0).map(SM4AreaCipher.init) } : []
        }
    }

    private static let keys: [[UInt8]] = [Array(1...16), Array(17...32), Array(33...48)]

    private static func frame(_ number: Int, key: Int) throws -> [UInt8] {
        let header = Header(
            qn: QN(SampleFrames.qn(number)), st: "31", cn: .hourValues, pw: SampleFrames.password, mn: SampleFrames.mn,
            flag: Flag(9))
        let items = [Item(key: "DataTime", value: "20261123140000"), Item(key: "a21026-ZsAvg", value: "412.0")]
        let cipher = SM4AreaCipher(try #require(SM4(key: keys[key])))
        return try FrameEncoder.encode(header: header, items: [items], cipher: cipher)
    }

    @Test func `areas under the present and the former key are opened, others are set aside`() async throws {
        let intake = RecordingIntake()
        let server = GatewayServer(
            settings: try GatewaySettings(port: 0), intake: intake,
            keys: Keys(device: SampleFrames.mn, keys: Array(Self.keys.prefix(2))), clock: FixedClock(),
            logger: RecordingLog().logger)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            try await LoopbackDevice.with(port: try await server.boundPort()) { line in
                let stream = try Self.frame(1, key: 0) + Self.frame(2, key: 2) + Self.frame(3, key: 1)
                try await line.send(stream)
                let answered = await line.answeredQNs(2)
                #expect(answered == [1, 3].map(SampleFrames.qn))
            }
            group.cancelAll()
        }
        let labels = await intake.labels
        #expect(labels == [SampleFrames.qn(1), "rejected", SampleFrames.qn(3)])
    }
}
