import HJ212
import Kernel

/// One code that a device sends, as what it is read, and why: a line of the outlet's table.
struct SentCode: Sendable {
    /// As the device spells it.
    let code: String
    /// The newest value as sent, with its kind; nil when only the memory of raw codes knows it.
    let newest: (suffix: Suffix, text: String, at: Instant)?
    /// As what it is read by the newest frame's data time.
    let reading: CodeReading
    /// The newest value in the platform's unit.
    let value: FactorInterpretation.Value?
    /// The mapping behind the reading, when one is.
    let mapping: FactorMappingStore.Recorded?
    /// In how many hours it came while it was raw.
    let rawHours: Int?

    /// The codes of these frames, the newest frame of each command first, and what is remembered of raw ones; what
    /// waits for somebody comes first.
    static func list(
        in frames: [Frame], interpretation: FactorInterpretation, raw: [RawCodeStore.RawCode],
        history: [FactorMappingStore.Recorded]
    ) -> [SentCode] {
        var seen: Set<String> = []
        var codes: [SentCode] = []
        let hours = Dictionary(raw.map { ($0.code.text, $0.hours) }, uniquingKeysWith: { first, _ in first })
        for frame in frames {
            guard let at = (try? FrameFiling(frame))?.dataTime else { continue }
            for sent in frame.factorReadings {
                guard PollutantCode(sent.factor) != nil, let value = sent.values.first(where: { $0.suffix.isQuantity }),
                    seen.insert(sent.factor).inserted
                else { continue }
                let reading = interpretation.reading(of: sent.factor, in: frame.dialect, at: at)
                codes.append(
                    SentCode(
                        code: sent.factor, newest: (value.suffix, value.text, at), reading: reading,
                        value: interpretation.value(
                            of: sent.factor, value.suffix, value.text, in: frame.dialect, at: at),
                        mapping: recorded(behind: reading, of: sent.factor, at: at, in: history),
                        rawHours: hours[sent.factor]))
            }
        }
        codes += raw.filter { !seen.contains($0.code.text) }.map { raw in
            SentCode(
                code: raw.code.text, newest: nil, reading: .raw(raw.reason), value: nil, mapping: nil,
                rawHours: raw.hours)
        }
        return codes.filter(\.waits) + codes.filter { !$0.waits }
    }

    /// Whether somebody should say as what it is to be read.
    var waits: Bool {
        if case .raw(let reason) = reading { reason.waits } else { false }
    }

    /// The recorded mapping that a reading rests on.
    private static func recorded(
        behind reading: CodeReading, of code: String, at moment: Instant, in history: [FactorMappingStore.Recorded]
    ) -> FactorMappingStore.Recorded? {
        switch reading {
        case .factor(let factor):
            guard case .mapping(let number) = factor.origin else { return nil }
            return history.first { $0.mapping.number == number }
        case .raw(.setAside):
            return history.first { $0.mapping.sentCode.text == code && $0.mapping.holds(on: moment.civil.date) }
        case .raw: return nil
        }
    }
}
