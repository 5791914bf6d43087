import HJ212
import Kernel

/// One request with its parameters, checked: inside the program there is no other way to hold one.
struct DeviceCommand: Sendable, Hashable {
    /// What is asked.
    let kind: RequestKind
    /// Its parameters by `CommandField`; times as `YYYYMMDDhhmmss`.
    let parameters: [String: String]

    /// A request read back from where it was stored.
    init(kind: RequestKind, stored parameters: [String: String]) {
        self.kind = kind
        self.parameters = parameters
    }

    /// A request as somebody asks for it.
    init(_ kind: RequestKind, form: [String: String], at now: Instant) throws(CommandRefusal) {
        var parameters = form.filter { !CommandField.ofAsking.contains($0.key) }
        switch kind {
        case .setRealTimeInterval:
            try Self.check(CommandField.seconds, in: parameters, "30…3600") { (30...3_600).contains($0) }
        case .setMinuteInterval:
            try Self.check(CommandField.minutes, in: parameters, "1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30") {
                [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30].contains($0)
            }
        case .setTimeouts:
            try Self.check(CommandField.seconds, in: parameters, "1…99") { (1...99).contains($0) }
            try Self.check(CommandField.retries, in: parameters, "1…99") { (1...99).contains($0) }
        case .minuteHistory, .hourHistory, .dayHistory, .runTimeHistory:
            let range = try Self.range(in: parameters, of: kind, now)
            parameters[CommandField.from] = Self.stamp(range.lowerBound)
            parameters[CommandField.to] = Self.stamp(range.upperBound)
        case .calibrate, .sampleNow, .standardCheck, .readInstrumentNumber:
            try Self.checkCode(CommandField.factor, in: parameters)
        case .readSiteInformation:
            try Self.checkCode(CommandField.factor, in: parameters)
            try Self.checkCode(CommandField.information, in: parameters, max: 6)
            let range = try Self.range(in: parameters, of: kind, now)
            parameters[CommandField.from] = Self.stamp(range.lowerBound)
            parameters[CommandField.to] = Self.stamp(range.upperBound)
        case .setSiteParameter:
            try Self.checkCode(CommandField.factor, in: parameters)
            try Self.checkCode(CommandField.information, in: parameters, max: 6)
            try Self.checkText(CommandField.value, in: parameters, max: 32)
        case .readTime, .setTime, .readRealTimeInterval, .readMinuteInterval, .startRealTime, .stopRealTime,
            .startEquipmentState, .stopEquipmentState, .retainSample, .setPassword, .setKey, .setDeviceNumber:
            break
        }
        self.kind = kind
        self.parameters = parameters
    }

    /// The range a history request asks for, both ends included; nil for other requests.
    var range: ClosedRange<CivilStamp>? {
        guard let from = parameters[CommandField.from].flatMap({ CivilStamp($0) }),
            let to = parameters[CommandField.to].flatMap({ CivilStamp($0) }), from <= to
        else { return nil }
        return from...to
    }

    /// The order to take a secret, by its place in the order of coming up.
    init(ordering kind: RequestKind, generation: Int) {
        self.init(kind: kind, stored: [CommandField.generation: "\(generation)"])
    }

    /// The order to a registering logger to take a number.
    init(number: DeviceNumber, registrant: String) {
        self.init(
            kind: .setDeviceNumber, stored: [CommandField.number: number.text, CommandField.hardware: registrant])
    }

    /// The name under which the line of a logger without a number is found; nil for all other requests.
    var registrant: String? { kind == .setDeviceNumber ? parameters[CommandField.hardware] : nil }

    /// What a device has confirmed that carried it out; nil for requests that change nothing in the register.
    var change: DeviceChange? {
        if kind == .setDeviceNumber { return .number }
        return kind.secret.map { .secret($0, number(CommandField.generation)) }
    }

    /// A parameter as a number.
    func number(_ field: String) -> Int { parameters[field].flatMap { Int($0) } ?? 0 }

    private static func check(
        _ field: String, in form: [String: String], _ allowed: String, _ isAllowed: (Int) -> Bool
    ) throws(CommandRefusal) {
        guard let number = form[field].flatMap({ Int($0) }), isAllowed(number), form[field] == String(number) else {
            throw .numberOutOfRange(field: field, allowed: allowed)
        }
    }

    /// A factor or information code: six letters and digits as a rule, at most `max`.
    private static func checkCode(
        _ field: String, in form: [String: String], max: Int = 16
    ) throws(CommandRefusal) {
        guard let code = form[field].map({ Array($0.utf8) }), (1...max).contains(code.count),
            code.allSatisfy({ $0.isDecimalDigit || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) })
        else { throw .notACode(field: field) }
    }

    private static func checkText(_ field: String, in form: [String: String], max: Int) throws(CommandRefusal) {
        let bytes = Array((form[field] ?? "").utf8)
        let isFit = bytes.allSatisfy { (0x21...0x7E).contains($0) && !Array(";,=&/".utf8).contains($0) }
        guard (1...max).contains(bytes.count), isFit else { throw .unfitValue(field: field) }
    }
}

extension DeviceCommand {
    /// The most hours one request may ask for. Design values, so that an answer stays within some hundred frames.
    static func hoursMax(of kind: RequestKind) -> Int {
        switch kind {
        case .minuteHistory: 24
        case .hourHistory: 7 * 24
        case .dayHistory, .runTimeHistory, .readSiteInformation: 31 * 24
        case .readTime, .setTime, .readRealTimeInterval, .setRealTimeInterval, .readMinuteInterval,
            .setMinuteInterval, .setTimeouts, .startRealTime, .stopRealTime, .startEquipmentState,
            .stopEquipmentState, .calibrate, .sampleNow, .retainSample, .standardCheck, .readInstrumentNumber,
            .setSiteParameter, .setPassword, .setKey, .setDeviceNumber:
            0
        }
    }

    /// Reads `2026-11-23 14:00`, `2026-11-23T14:00`, or the 14 digits of the wire.
    static func moment(_ text: String) -> CivilStamp? {
        let isShaped = text.utf8.allSatisfy { $0.isDecimalDigit || Array("-: T".utf8).contains($0) }
        let digits = text.filter { $0.isASCII && $0.isNumber }
        guard isShaped, [8, 12, 14].contains(digits.count) else { return nil }
        return CivilStamp(digits + String(repeating: "0", count: 14 - digits.count))
    }

    private static func range(
        in form: [String: String], of kind: RequestKind, _ now: Instant
    ) throws(CommandRefusal) -> ClosedRange<CivilStamp> {
        guard let from = form[CommandField.from].flatMap({ moment($0) }) else {
            throw .notATime(field: CommandField.from)
        }
        guard let to = form[CommandField.to].flatMap({ moment($0) }) else { throw .notATime(field: CommandField.to) }
        guard from <= to else { throw .rangeReversed }
        guard to.millisecondsSince1970 <= now.milliseconds else { throw .rangeAhead }
        let length = to.millisecondsSince1970 - from.millisecondsSince1970
        guard length <= Int64(hoursMax(of: kind)) * 3_600_000 else {
            throw .rangeTooLong(hoursMax: hoursMax(of: kind))
        }
        return aligned(from, to: kind)...aligned(to, to: kind)
    }

    /// The start of the period a moment lies in: HJ 212 names periods by their start.
    private static func aligned(_ stamp: CivilStamp, to kind: RequestKind) -> CivilStamp {
        let hasHour = kind != .dayHistory && kind != .runTimeHistory
        let hasMinute = hasHour && kind != .hourHistory
        return CivilStamp(
            year: stamp.year, month: stamp.month, day: stamp.day, hour: hasHour ? stamp.hour : 0,
            minute: hasMinute ? stamp.minute : 0) ?? stamp
    }

    private static func stamp(_ stamp: CivilStamp) -> String { stamp.text14 }
}
