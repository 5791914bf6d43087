import Facts
import Kernel
import Standards

/// How many hours of the calendar year an incinerator has marked of those that exempt, for its page of marks.
struct ExemptionUse: Hashable, Sendable {
    /// Warming and cooling.
    let warming: Int
    /// Starting, stopping, fault, accident.
    let irregular: Int
    let figures: ExemptionFigures

    init(_ hours: [IncineratorExemptions.MarkedHour], figures: ExemptionFigures) {
        let isWarming: (IncineratorExemptions.MarkedHour) -> Bool = { [.warming, .cooling].contains($0.condition) }
        warming = hours.count(where: isWarming)
        irregular = hours.count { !isWarming($0) && $0.condition != .maintenance }
        self.figures = figures
    }

    /// In words, beside what is allowed.
    var phrase: Phrase {
        let (most, other) = (figures.warmingHoursPerYearMax, figures.irregularHoursPerYearMax)
        return Phrase(
            "本年已标记：烘炉与停炉降温 \(warming) 小时（限 \(most.shown().zh)），启停、故障与事故 \(irregular) 小时（限 \(other.shown().zh)）。",
            "Marked this year: warming and cooling \(warming) h (at most \(most.shown().en)), starting, stopping, "
                + "faults and accidents \(irregular) h (at most \(other.shown().en)).")
    }
}
