import Facts
import HJ212
import Kernel
import Standards

/// Whether an hourly value may decide, and why not: a pure function over the value, the device's mark, what the
/// enterprise marked, and what is possible at all (`docs/method/validity-and-marks.md`).
struct HourValidity: Sendable {
    /// The factor.
    let pollutant: PollutantCode
    /// What the enterprise marked of the outlet.
    let marks: [EnterpriseMark]
    /// The allowed lengths that the marks claim.
    let windows: [StartStopWindows.Row]
    /// What is possible; nil where no figure is known.
    let bounds: ValueBounds?
    /// At an incinerator: what holds for its marked hours. Nil elsewhere.
    let exemptions: [Instant: IncineratorExemptions.Answer]?
    /// What the received minutes of hours say, as far as they were counted.
    var minutes: [MinuteCapture] = []
    /// How many of an hour must be valid; nil where minutes are not counted.
    var figures: ValidityFigures?
    /// What is known of converting hours that came as measured only; nil where none did, or no limit asks for it.
    var conversion: ConversionGround?
    /// The limits beside which such hours are put.
    var limits: [DatedLimit] = []

    /// What holds for one value.
    enum Finding: Hashable, Sendable {
        /// It may decide; the phrase tells a mark that does not excuse it.
        case usable(Phrase?)
        /// It may not.
        case unused(Reason, Phrase)

        /// Whether it may decide.
        var isUsable: Bool {
            if case .usable = self { return true }
            return false
        }

        /// The same of a value that may decide so far, with what is said of its missing conversion.
        func heeding(_ conversion: ConversionGround.Finding?) -> Finding {
            guard case .usable(let note) = self, let conversion else { return self }
            switch conversion {
            case .exceedsAnyway(let words): return .usable(note?.joined(with: words) ?? words)
            case .missing(let words, own: _): return .unused(.notConverted, words)
            }
        }
    }

    /// Why a value may not decide.
    enum Reason: String, Sendable, CaseIterable {
        case noValue = "no-value"
        case deviceMark = "device-mark"
        case impossible
        case markedInvalid = "marked-invalid"
        case condition
        case tooFewMinutes = "too-few-minutes"
        case tooFewHours = "too-few-hours"
        case notConverted = "not-converted"
    }

    /// What holds for an hour.
    func finding(_ reading: HourReading) -> Finding {
        if let unused = Self.deviceFinding(reading, bounds) { return unused }
        if let few = counted(reading.hour) { return few }
        let found = marked(reading.hour)
        return found.isUsable ? found.heeding(conversion?.finding(reading, limits: limits, period: .hour)) : found
    }

    /// What the minutes of an hour say that are known: nothing where enough can be valid.
    private func counted(_ hour: Instant) -> Finding? {
        guard let figures, let capture = minutes.first(where: { $0.hour == hour }) else { return nil }
        let ruling = capture.ruling(figures)
        guard ruling.outcome == .notValid, let words = ruling.steps.first else { return nil }
        return .unused(.tooFewMinutes, words)
    }

    /// What the device itself says, for hours and days: no value, a mark, an impossible number.
    static func deviceFinding(_ reading: HourReading, _ bounds: ValueBounds?) -> Finding? {
        guard let value = reading.judged else {
            return .unused(.noValue, Phrase("没有数值", "there is no value"))
        }
        if !reading.isValid {
            let mark = reading.mark ?? ""
            let words = DeviceMarkWords.phrase(mark)
            return .unused(.deviceMark, Phrase("设备标记 \(mark)（\(words.zh)）", "device mark \(mark) (\(words.en))"))
        }
        if let bounds, !bounds.hold(value) {
            let sure = bounds.certainty.phrase
            return .unused(
                .impossible,
                Phrase(
                    "\(value) 不在可能的范围 \(bounds.min)–\(bounds.max)（\(sure.zh)）",
                    "\(value) lies outside what is possible, \(bounds.min) to \(bounds.max) (\(sure.en))"))
        }
        return nil
    }

    /// What the enterprise's mark does to an hour.
    func marked(_ hour: Instant) -> Finding {
        guard let mark = marks.effective(at: hour, of: pollutant) else { return .usable(nil) }
        let words = mark.meaning.phrase
        let asked = mark.demand.map { Phrase("，应案件 \($0.caseID) 要求", ", demanded in case \($0.caseID)") }
        let said = Phrase(
            "企业标记 \(mark.number)：\(words.zh)\(asked?.zh ?? "")",
            "enterprise mark \(mark.number): \(words.en)\(asked?.en ?? "")")
        switch mark.meaning {
        case .normal: return .usable(nil)
        case .maintenance:
            return exemptions == nil ? .unused(.markedInvalid, said) : exempted(hour, said, .markedInvalid)
        case .calibration, .deviceFault, .linkBroken: return .unused(.markedInvalid, said)
        case .standstill: return .unused(.condition, said)
        case .starting, .stopping:
            return exemptions == nil ? windowed(hour, mark, said) : exempted(hour, said, .condition)
        case .fault, .accident, .warming, .cooling:
            return exemptions == nil
                ? .usable(said.joined(with: Phrase("该类源无豁免时长，参与判定", "no allowed length for this source: judged")))
                : exempted(hour, said, .condition)
        }
    }

    private func windowed(_ hour: Instant, _ mark: EnterpriseMark, _ said: Phrase) -> Finding {
        let fitting = windows.filter { $0.markCode == mark.window }
        let row = fitting.first { $0.factor == pollutant } ?? fitting.first { $0.factor == nil }
        let ruling = StartStopWindows.judge(row, hourInARow: marks.hourInARow(hour, of: pollutant))
        let words = ruling.steps.reduce(said) { $0.joined(with: $1) }
        return ruling.outcome == .exempt ? .unused(.condition, words) : .usable(words)
    }

    private func exempted(_ hour: Instant, _ said: Phrase, _ reason: Reason) -> Finding {
        guard let answer = exemptions?[hour] else { return .usable(said) }
        let used = Phrase(
            "本期第 \(answer.used.inPeriod) 小时，连续第 \(answer.used.inARow) 小时",
            "hour \(answer.used.inPeriod) of its period, \(answer.used.inARow) in a row")
        let words = said.joined(with: used)
        guard let refusal = answer.refusal else { return .unused(reason, words) }
        return .usable(words.joined(with: refusal.phrase))
    }
}

extension Phrase {
    /// Both, one after the other.
    func joined(with next: Phrase) -> Phrase { Phrase("\(zh)；\(next.zh)", "\(en); \(next.en)") }
}

extension StartStopWindows.Row {
    /// What a mark claims it by: `coal-boiler/start/cold`.
    var markCode: String { [sector, phase.rawValue, kind].compactMap { $0 }.joined(separator: "/") }
}

extension IncineratorExemptions.Refusal {
    /// Why a marked hour is judged all the same.
    var phrase: Phrase {
        switch self {
        case .yearUsedUp: Phrase("本年豁免时长已用完，参与判定", "the hours of the year are used up: judged")
        case .quarterUsedUp: Phrase("本季维护时长已用完，参与判定", "the hours of the quarter are used up: judged")
        case .tooLongInARow: Phrase("连续时间过长，参与判定", "too long in a row: judged")
        case .particulateMissing: Phrase("无颗粒物数据，参与判定", "particulate matter is missing: judged")
        case .particulateTooHigh: Phrase("颗粒物过高，参与判定", "too much particulate matter: judged")
        }
    }
}
