import App
import Foundation
import HJ212
import Kernel
import Persistence
import Registry
import SQLitePersistence
import Testing

/// A data logger that the register of a demonstration knows.
struct RegisteredDevice: Sendable {
    let number: String
    let password: String
    let outlet: String
    let region: String

    static func all(in file: String) async throws -> [RegisteredDevice] {
        let keys = try #require(try KeyFile.keys(at: KeyFile.standard(for: file)))
        let registry = RegistryRoom(
            journal: Journal(clock: SystemClock(), entropy: SystemEntropy()), regions: try Regions(json: [0x5B, 0x5D]),
            secrets: SecretBox(keys: keys, entropy: SystemEntropy()))
        return try await SQLiteDatabase(path: file, mode: .readOnly).read { access in
            try registry.outlets(scope: .city, limit: 1_000, in: access).map { card in
                let binding = try #require(try registry.binding(of: card.outlet.device, in: access))
                return RegisteredDevice(
                    number: card.outlet.device.text, password: binding.password, outlet: card.outlet.id.text,
                    region: card.region.text)
            }.sorted { $0.outlet < $1.outlet }
        }
    }

    /// A frame of this device with its own QN; frames of one moment and number are the same bytes.
    func frame(_ command: Command, qn: CivilStamp, dataTime: CivilStamp, items: [Item]) throws -> SentFrame {
        let header = Header(qn: QN(qn), st: "31", cn: command, pw: password, mn: number, flag: Flag(5))
        let bytes = try FrameEncoder.encode(
            header: header, items: [[Item(key: "DataTime", value: dataTime.text14)], items])
        return SentFrame(name: number + "/" + qn.text17, bytes: bytes)
    }
}

/// A frame on its way, and the name under which it is answered.
struct SentFrame: Sendable {
    /// MN and QN.
    let name: String
    let bytes: [UInt8]
}
