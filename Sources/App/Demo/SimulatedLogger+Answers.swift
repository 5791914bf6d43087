import HJ212
import Kernel
import Registry

extension SimulatedLogger {
    /// What a logger answers to a request of the platform: 9011, data where there are some, 9012; or 9013. Nothing to a
    /// frame that is no request.
    func answers(to frame: Frame, now: Instant) throws -> [[UInt8]] {
        guard frame.wantsAnswer, !(frame.header.cn?.isInteraction ?? true) else { return [] }
        guard let request = PlatformRequest(reading: frame) else {
            return [Answer.requestAnswer(.wrongCN, to: frame)].compactMap { $0 }
        }
        switch request {
        case .stopRealTime, .stopEquipmentState:
            if request == .stopRealTime { memory.update { $0.sendsRealTime = false } }
            return [Answer.notificationAnswer(to: frame)].compactMap { $0 }
        default:
            let data = try carryOut(request, asked: frame, now: now)
            let result: ExeRtn = request.bringsData && data.isEmpty ? .noData : .success
            return [Answer.requestAnswer(.ready, to: frame)].compactMap { $0 } + data
                + [Answer.executionResult(result, to: frame)].compactMap { $0 }
        }
    }

    /// Does what is asked; returns the frames it brings.
    private func carryOut(_ request: PlatformRequest, asked frame: Frame, now: Instant) throws -> [[UInt8]] {
        let settings = memory.settings
        switch request {
        case .readTime:
            let shown = now.adding(milliseconds: settings.clockLeadMS)
            let stamp = CivilStamp(millisecondsSince1970: shown.milliseconds)
            return [try reply(to: frame, [Item(key: "SystemTime", value: stamp.text14)])]
        case .setTime(let stamp, _):
            // What is set is a whole second, so the clock is right to the second afterwards.
            memory.update { $0.clockLeadMS = min(0, stamp.millisecondsSince1970 - now.milliseconds) }
        case .readRealTimeInterval:
            return [try reply(to: frame, [Item(key: "RtdInterval", value: String(settings.realTimeIntervalS))])]
        case .setRealTimeInterval(let seconds): memory.update { $0.realTimeIntervalS = seconds }
        case .readMinuteInterval:
            return [try reply(to: frame, [Item(key: "MinInterval", value: String(settings.minuteInterval))])]
        case .setMinuteInterval(let minutes): memory.update { $0.minuteInterval = minutes }
        case .setPassword(let new): memory.update { $0.password = new }
        case .startRealTime: memory.update { $0.sendsRealTime = true }
        case .history(let kind, let from, let to, _): return try history(kind, from: from, to: to, now: now)
        case .readInstrumentNumber(let factor):
            return [try reply(to: frame, [Item(key: "\(factor)-SN", value: instruments.outlet.device.text)])]
        default: break
        }
        return []
    }

    private func reply(to frame: Frame, _ items: [Item]) throws -> [UInt8] {
        let header = Header(
            qn: frame.header.qn, st: instruments.systemCode, cn: frame.header.cn, pw: password,
            mn: instruments.outlet.device.text, flag: HJ212.Flag(instruments.speaks2025 ? 8 : 4))
        return try FrameEncoder.encode(header: header, items: [items])
    }

    /// Stored means that are over, each with a request number of its own.
    private func history(
        _ kind: HistoryKind, from: CivilStamp, to: CivilStamp, now: Instant
    ) throws -> [[UInt8]] {
        let stepMinutes: Int64
        switch kind {
        case .minutes: stepMinutes = 10
        case .hours: stepMinutes = 60
        default: return []
        }
        let step = stepMinutes * 60_000
        let first = Instant(milliseconds: (from.millisecondsSince1970 + step - 1) / step * step)
        let last = min(
            Instant(milliseconds: to.millisecondsSince1970), now.adding(minutes: -stepMinutes),
            first.adding(milliseconds: Int64(Self.historyMax - 1) * step))
        guard first <= last else { return [] }
        return try stride(from: first.milliseconds, through: last.milliseconds, by: Int(step)).enumerated().map {
            number, time in
            try self.frame(
                kind.command, dataTime: Instant(milliseconds: time), suffix: "Avg",
                sentAt: now.adding(milliseconds: Int64(number)))
        }
    }

    /// What the logger's memory holds of one kind.
    private static let historyMax = 1_000
}

extension PlatformRequest {
    /// Whether the device answers by data.
    fileprivate var bringsData: Bool {
        switch self {
        case .history, .readTime, .readRealTimeInterval, .readMinuteInterval, .readInstrumentNumber,
            .readSiteInformation:
            true
        default: false
        }
    }
}
