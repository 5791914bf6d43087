import Kernel

/// Hours in which instruments of the demonstration yield no usable values, counted back from the end of its day.
struct DemoSpell: Sendable, Equatable {
    /// The mark sent then; nil when nothing is sent.
    let mark: String?
    /// The factors concerned; nil for all.
    let factors: Set<String>?
    /// From this start of an hour.
    let from: Instant
    /// To this end; nil while it goes on.
    let until: Instant?

    private typealias Line = (outlet: String, mark: String?, factors: Set<String>?, ago: Int64, hours: Int64?)

    /// A dust meter that fell silent, one that broke and was never reported, a stop, an hour above the range.
    private static let table: [Line] = [
        ("E0001-DA001", "F", nil, 14, 5), ("E0002-DA001", nil, ["a34013"], 9, nil),
        ("E0007-DA001", "D", ["a34013"], 16, nil), ("E0010-DA001", "T", ["a21026"], 12, 1),
    ]

    /// The spells of an outlet whose day ended at a moment.
    static func all(of outlet: OutletID, dayEndedAt end: Instant) -> [DemoSpell] {
        table.filter { $0.outlet == outlet.text }.map { line in
            let from = end.startOfHour.adding(hours: -line.ago)
            return DemoSpell(
                mark: line.mark, factors: line.factors, from: from, until: line.hours.map { from.adding(hours: $0) })
        }
    }

    /// Whether it holds for a factor at a moment.
    func holds(for factor: String, at moment: Instant) -> Bool {
        moment >= from && (until.map { moment < $0 } ?? true) && (factors?.contains(factor) ?? true)
    }
}
