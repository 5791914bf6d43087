import Facts
import Kernel
import Standards

/// What is known of converting means that came without a converted value although their limit is at a reference oxygen.
/// Our own conversion checks and warns; it never decides.
struct ConversionGround: Codable, Sendable, Equatable {
    /// The reference oxygen of each limit that tells one, the newest limit first.
    let references: [DatedReference]
    /// The valid hourly oxygen contents, in order.
    let oxygen: [OxygenHour]
    /// How converting is checked.
    let figures: ConversionFigures

    /// What the rules that read it rest on beside their own clauses.
    static let basis = Phrase(
        "数据标记自 2026-01-01 起依 HJ 212-2025；限值按基准含氧量折算（GB 13271、GB 18484、GB 18485 等）；缺折算值不判达标为设计取舍",
        "marks of HJ 212-2025 from 2026-01-01 on; limits at reference oxygen (GB 13271, GB 18484, GB 18485); that a "
            + "missing conversion is no compliance is our choice")

    /// A reference oxygen with the days of its limit.
    struct DatedReference: Codable, Sendable, Equatable {
        let validFrom: CivilDate
        let validTo: CivilDate?
        let reference: ReferenceOxygen
    }

    /// The oxygen content of an hour, per cent.
    struct OxygenHour: Codable, Sendable, Equatable {
        let hour: Instant
        let percent: DecimalNumber
    }

    /// What holds for a mean that came as measured only.
    enum Finding: Sendable, Equatable {
        /// It decides as it is: it exceeds, and converting could only raise it.
        case exceedsAnyway(Phrase)
        /// It does not decide. Of an hour, what we come to ourselves.
        case missing(Phrase, own: DecimalNumber?)
    }

    /// To what means of a day are converted; nil where no limit tells it.
    func reference(on day: CivilDate) -> ReferenceOxygen? {
        references.first { $0.validFrom <= day && $0.validTo.map { day <= $0 } ?? true }?.reference
    }

    /// What holds for a mean; nil when it has a converted value, or none is needed.
    func finding(_ reading: HourReading, limits: [DatedLimit], period: MeanPeriod) -> Finding? {
        let day = reading.hour.civil.date
        guard reading.converted == nil, let measured = reading.average, let reference = reference(on: day),
            let limit = limits.inForce(on: day, of: period)
        else { return nil }
        let oxygen = contents(from: reading.hour, until: reading.hour.adding(hours: period.hours))
        let base = Phrase(
            "限值按基准含氧量 \(reference.percent) %（\(reference.furnace.zh)），设备未上传折算值",
            "its limit is at \(reference.percent) % reference oxygen (\(reference.furnace.en)), no converted value came"
        )
        if limit.broken(by: measured) != nil, isRaised(oxygen, reference), let least = oxygen.min() {
            return .exceedsAnyway(
                base.joined(
                    with: Phrase(
                        "含氧量不低于 \(least) %，折算只会更高；实测值已超限，按实测值判定",
                        "oxygen is \(least) % or more, so converting could only raise it; the measured value exceeds "
                            + "already and decides")))
        }
        guard period == .hour else { return .missing(base, own: nil) }
        let own = converted(measured, oxygen: oxygen.first, reference)
        return .missing(base.joined(with: told(own, limit)), own: own)
    }

    /// The same for fewer means; nil when each of them has its converted value.
    func restricted(to readings: [HourReading], period: MeanPeriod) -> ConversionGround? {
        let bare = readings.filter { $0.converted == nil && $0.average != nil }
        guard !bare.isEmpty else { return nil }
        let starts = Set(bare.map(\.hour))
        return ConversionGround(
            references: references,
            oxygen: oxygen.filter { content in
                starts.contains(period == .hour ? content.hour : Instant(startOf: content.hour.civil.date))
            }, figures: figures)
    }

    /// The oxygen contents of hours, found by halves: a verified outlet may have years of them.
    private func contents(from start: Instant, until end: Instant) -> [DecimalNumber] {
        var (low, high) = (0, oxygen.count)
        while low < high {
            let middle = (low + high) / 2
            if oxygen[middle].hour < start { low = middle + 1 } else { high = middle }
        }
        return oxygen[low...].prefix { $0.hour < end }.map(\.percent)
    }

    /// Whether a furnace burnt all the time with at least the reference oxygen.
    private func isRaised(_ oxygen: [DecimalNumber], _ reference: ReferenceOxygen) -> Bool {
        !oxygen.isEmpty
            && oxygen.allSatisfy { reference.percent <= $0 && $0 < figures.stoppedFromPercent.value }
    }

    /// Our own conversion, rounded for pages and warnings; nil where nothing can be converted.
    func converted(
        _ measured: DecimalNumber, oxygen: DecimalNumber?, _ reference: ReferenceOxygen
    ) -> DecimalNumber? {
        let hour = OxygenConversion.Hour(measured: measured, oxygen: oxygen)
        return OxygenConversion.convert(hour, to: reference, figures: figures).outcome.quotient?
            .rounded(fractionDigits: ConvertedValueCheck.shownDigits)
    }

    private func told(_ own: DecimalNumber?, _ limit: DatedLimit) -> Phrase {
        guard let own else { return Phrase("含氧量不可用，不能复算", "without usable oxygen we cannot convert") }
        return limit.broken(by: own) == nil
            ? Phrase("复算值 \(own)，在限值内；复算只作核对", "our own conversion is \(own), within the limit; it only checks")
            : Phrase(
                "复算值 \(own)，超过限值；复算只作预警", "our own conversion is \(own), beyond the limit; it only warns")
    }
}

extension OxygenConversion.Outcome {
    /// The concentration that is put beside a limit; nil where nothing is converted.
    var quotient: ExactQuotient? {
        switch self {
        case .converted(let quotient): quotient
        case .asMeasured(let value): ExactQuotient(value)
        case .notConverted: nil
        }
    }
}
