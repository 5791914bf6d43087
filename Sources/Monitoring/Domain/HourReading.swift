import Kernel

/// The effective hourly value of one factor at one outlet, as the device uploaded it.
struct HourReading: Hashable, Sendable, Codable {
    /// Start of the hour (HJ 212-2017: DataTime is the start of the period).
    let hour: Instant
    /// The mean as measured, dry basis, mg/m³ for stack pollutants.
    let average: DecimalNumber?
    /// The mean converted to reference oxygen by the device (折算), mg/m³.
    let converted: DecimalNumber?
    /// The data mark (数据标记) as sent; nil when there was none.
    let mark: String?
    /// The frame it stands on.
    let frame: Digest256

    /// The value to be judged: the device-converted one first.
    var judged: DecimalNumber? { converted ?? average }

    /// Whether the device says that the value is valid. No mark means no objection (facts: marking rules 2022);
    /// S, T, D, C, M, F, B and unknown marks never let a value decide.
    var isValid: Bool { mark == nil || mark == "N" }

    /// Whether the device says that somebody set or entered the value by hand, and there is one (mark S).
    var isHandSet: Bool {
        guard judged != nil, !isValid else { return false }
        return SentHour(mark: mark, hasNumber: true).sign == .state(.manual)
    }

    /// Whether it came as measured only, or set by hand: something else may be computed of it, or it warns itself.
    var needsWarning: Bool { converted == nil || isHandSet }

    /// As it warns: what was set by hand never decides, but is put beside the limit as if it had been measured.
    var warning: HourReading {
        guard isHandSet else { return self }
        return HourReading(hour: hour, average: average, converted: converted, mark: nil, frame: frame)
    }

    /// Whether both carry the same values and mark, in whatever frame: sending a value again changes nothing to judge.
    func saysTheSame(as other: HourReading) -> Bool {
        hour == other.hour && average == other.average && converted == other.converted && mark == other.mark
    }
}
