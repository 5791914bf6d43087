import Foundation
import HJ212
import Persistence
import SQLitePersistence

/// A data logger that the register of a demonstration knows.
struct RegisteredDevice: Sendable {
    let number: String
    let password: String
    let outlet: String
    let region: String

    static func all(in file: String) async throws -> [RegisteredDevice] {
        try await SQLiteDatabase(path: file, mode: .readOnly).read { access in
            try access.rows(
                "SELECT device_number, device_password, outlet_id, region_code FROM registry_outlet ORDER BY outlet_id"
            ).map { row in
                RegisteredDevice(
                    number: try row.text("device_number"), password: try row.text("device_password"),
                    outlet: try row.text("outlet_id"), region: try row.text("region_code"))
            }
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
