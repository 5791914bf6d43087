import HJ212
import Kernel

extension DeviceCommand {
    /// The request as HJ 212 words it; nil when a stored parameter is not what it was, or when a secret that it orders
    /// no longer waits.
    func request(
        in edition: Edition, at now: Instant, ordered: [DeviceTerms.Ordered] = []
    ) -> PlatformRequest? {
        let factor = parameters[CommandField.factor] ?? ""
        let item = parameters[CommandField.information] ?? ""
        switch kind {
        case .readTime: return .readTime()
        // The moment of writing, so that neither the queue nor a repetition makes it old.
        case .setTime: return .setTime(CivilStamp(millisecondsSince1970: now.milliseconds))
        case .readRealTimeInterval: return .readRealTimeInterval
        case .setRealTimeInterval: return .setRealTimeInterval(s: number(CommandField.seconds))
        case .readMinuteInterval: return .readMinuteInterval
        case .setMinuteInterval: return .setMinuteInterval(min: number(CommandField.minutes))
        case .setTimeouts:
            return .setTimeouts(overTimeS: number(CommandField.seconds), reCount: number(CommandField.retries))
        case .startRealTime: return .startRealTime
        case .stopRealTime: return .stopRealTime
        case .startEquipmentState: return .startEquipmentState
        case .stopEquipmentState: return .stopEquipmentState
        case .minuteHistory: return history(.minutes, edition)
        case .hourHistory: return history(.hours, edition)
        case .dayHistory: return history(.days, edition)
        case .runTimeHistory: return history(.runTimes, edition)
        case .calibrate:
            // Before 2025 the kind of calibration cannot be named.
            let type = parameters[CommandField.calibration].flatMap { Int($0) }.flatMap(CalibrationType.init(rawValue:))
            return .calibrate(factor: factor, type: edition == .hj2025 ? type : nil)
        case .sampleNow: return .sampleNow(factor: factor)
        case .retainSample: return .retainSampleNow()
        case .standardCheck: return .standardCheck(factor: factor)
        case .readInstrumentNumber: return .readInstrumentNumber(factor: factor)
        case .readSiteInformation: return .readSiteInformation(factor: factor, item: item, range: range)
        case .setSiteParameter:
            return .setSiteParameter(factor: factor, item: item, value: parameters[CommandField.value] ?? "")
        case .setPassword: return secret(in: ordered).map { .setPassword($0.text) }
        case .setKey:
            return secret(in: ordered).map { secret in
                .setKey(created: CivilStamp(millisecondsSince1970: secret.createdAt.milliseconds), key: secret.text)
            }
        case .setDeviceNumber: return parameters[CommandField.number].map { .setDeviceNumber($0) }
        }
    }

    private func secret(in ordered: [DeviceTerms.Ordered]) -> DeviceTerms.Ordered? {
        ordered.first { $0.secret == kind.secret && $0.generation == number(CommandField.generation) }
    }

    /// The kind of stored values that a history asks for; nil for other requests.
    static func history(of kind: RequestKind) -> HistoryKind? {
        switch kind {
        case .minuteHistory: .minutes
        case .hourHistory: .hours
        case .dayHistory: .days
        case .runTimeHistory: .runTimes
        case .readTime, .setTime, .readRealTimeInterval, .setRealTimeInterval, .readMinuteInterval,
            .setMinuteInterval, .setTimeouts, .startRealTime, .stopRealTime, .startEquipmentState,
            .stopEquipmentState, .calibrate, .sampleNow, .retainSample, .standardCheck, .readInstrumentNumber,
            .readSiteInformation, .setSiteParameter, .setPassword, .setKey, .setDeviceNumber:
            nil
        }
    }

    private func history(_ kind: HistoryKind, _ edition: Edition) -> PlatformRequest? {
        guard let range else { return nil }
        let separator: RangeSeparator =
            switch parameters[CommandField.separator] {
            case "comma": .comma
            case "semicolon": .semicolon
            default: .usual(for: kind, in: edition)  // Nobody chose, so the edition's examples decide.
            }
        return .history(kind, from: range.lowerBound, to: range.upperBound, separator: separator)
    }
}
