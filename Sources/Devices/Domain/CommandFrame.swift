import HJ212
import Kernel

/// Writes a request as the device's edition wants it.
enum CommandFrame {
    /// What a request needs to know of its device.
    struct Addressee: Sendable, Equatable {
        let device: DeviceNumber
        let systemCode: String
        let password: String
        let edition: Dialect
    }

    /// The bytes of a request; nil when the edition has no such request.
    static func bytes(of command: DeviceCommand, qn: QN, to addressee: Addressee, at now: Instant) -> [UInt8]? {
        guard command.kind.trait.exists(in: addressee.edition) else { return nil }
        let header = Header(
            qn: qn, st: addressee.systemCode, cn: command.kind.trait.command, pw: addressee.password,
            mn: addressee.device.text, flag: flag(of: addressee.edition))
        return try? FrameEncoder.encode(header: header, items: items(of: command, addressee.edition, now))
    }

    /// An answer is wanted each time: bit 0.
    private static func flag(of edition: Dialect) -> Flag {
        switch edition {
        case .hjt2005: Flag(1)
        case .hj2017, .unknown: Flag(5)
        case .hj2025: Flag(9)
        }
    }

    private static func items(of command: DeviceCommand, _ edition: Dialect, _ now: Instant) -> [[Item]] {
        func item(_ key: String, _ field: String) -> [Item] {
            command.parameters[field].map { [Item(key: key, value: $0)] } ?? []
        }
        let factor = item("PolId", CommandField.factor)
        switch command.kind {
        case .setTime:
            // The moment of writing, so that neither the queue nor a repetition makes it old.
            return [[Item(key: "SystemTime", value: CivilStamp(millisecondsSince1970: now.milliseconds).text14)]]
        case .setRealTimeInterval: return [item("RtdInterval", CommandField.seconds)]
        case .setMinuteInterval: return [item("MinInterval", CommandField.minutes)]
        case .setTimeouts: return [item("OverTime", CommandField.seconds), item("ReCount", CommandField.retries)]
        case .minuteHistory, .hourHistory, .dayHistory, .runTimeHistory: return range(of: command, edition)
        case .calibrate: return [factor, item("CalibrationType", CommandField.calibration)]
        case .sampleNow, .standardCheck, .readInstrumentNumber: return [factor]
        case .readSiteInformation:
            return [factor + item("InfoId", CommandField.information)] + range(of: command, edition)
        case .setSiteParameter:
            let key = (command.parameters[CommandField.information] ?? "") + "-Info"
            return [factor + item("InfoId", CommandField.information), item(key, CommandField.value)]
        case .setDeviceNumber: return [item("i23005-Info", CommandField.number)]
        case .readTime, .readRealTimeInterval, .readMinuteInterval, .startRealTime, .stopRealTime,
            .startEquipmentState, .stopEquipmentState, .retainSample:
            return []
        }
    }

    /// The standard's own examples part the two ends by `;` in some places and by `,` in others and in all of 2005.
    private static func range(of command: DeviceCommand, _ edition: Dialect) -> [[Item]] {
        guard let range = command.range else { return [] }
        let begin = Item(key: "BeginTime", value: range.lowerBound.text14)
        let end = Item(key: "EndTime", value: range.upperBound.text14)
        let separator = command.parameters[CommandField.separator] ?? (edition == .hjt2005 ? "comma" : "semicolon")
        return separator == "comma" ? [[begin, end]] : [[begin], [end]]
    }
}
