import Facts
import FoundationEssentials
import Kernel

/// A limit with the days it holds and the place it is written.
///
/// What was recorded before limits had units, demands and averaging times lacks these: it is the most, in mg/m³, that
/// an hour may have. Old decisions replay with such limits.
struct DatedLimit: Hashable, Sendable, Codable {
    /// In its unit; above zero for an upper bound. Of a range its upper end, of "not detectable" the detection limit.
    var limit: DecimalNumber
    /// The first day it holds.
    let validFrom: CivilDate
    /// The last day it holds; nil while it does.
    let validTo: CivilDate?
    /// Where it is written, for example the permit's number.
    let source: String
    /// What it demands; nil for at most.
    let demand: LimitDemand?
    /// The lower end of a range.
    let lower: DecimalNumber?
    /// The code of its unit; nil for mg/m³.
    let unit: String?
    /// The mean it limits; nil for the hour's.
    let averaging: MeanPeriod?
    /// In what kind of text it stands; nil where that was not told, and in decisions of the time before.
    let sourceKind: LimitSourceKind?
    /// What holds in its place in another season or at another temperature of the water; nil for a limit of every day.
    var other: OtherLimit?
    /// How sure the text it was adopted from is known; nil for what was read in a permit, and where it was not told.
    let certainty: Certainty?
    /// Why it is this figure that holds on its day; nil for a limit of every day.
    private(set) var circumstance: Phrase?

    init(
        limit: DecimalNumber, validFrom: CivilDate, validTo: CivilDate?, source: String, demand: LimitDemand? = nil,
        lower: DecimalNumber? = nil, unit: String? = nil, averaging: MeanPeriod? = nil,
        sourceKind: LimitSourceKind? = nil, other: OtherLimit? = nil, certainty: Certainty? = nil
    ) {
        self.other = other
        self.certainty = certainty
        self.sourceKind = sourceKind
        self.limit = limit
        self.validFrom = validFrom
        self.validTo = validTo
        self.source = source
        self.demand = demand
        self.lower = lower
        self.unit = unit
        self.averaging = averaging
    }

    /// Whether it holds on a day.
    func holds(on date: CivilDate) -> Bool {
        validFrom <= date && validTo.map { date <= $0 } ?? true
    }

    /// As it holds on a day: with the figure of that day's season or water temperature.
    func on(_ day: CivilDate) -> DatedLimit {
        guard let other, let found = other.finding(on: day) else { return self }
        var limit = self
        if found.holds { limit.limit = other.limit }
        limit.other = nil
        limit.circumstance = found.words
        return limit
    }

    /// Whether it limits means over this time.
    func limits(_ period: MeanPeriod) -> Bool { (averaging ?? .hour) == period }

    /// The bound that a value breaks; nil when it complies. A value equal to the limit complies, one equal to a
    /// detection limit is detected.
    func broken(by value: DecimalNumber) -> DecimalNumber? {
        switch demand ?? .atMost {
        case .atMost: return value > limit ? limit : nil
        case .atLeast: return value < limit ? limit : nil
        case .within:
            if let lower, value < lower { return lower }
            return value > limit ? limit : nil
        case .notDetectable: return value >= limit ? limit : nil
        }
    }

    /// Whether "times over" means anything: only above an upper bound, and not for pH or degrees.
    var countsMultiple: Bool { (demand ?? .atMost) == .atMost && unit != "1" && unit != "degC" }

    /// How strict it is beside one that began on the same day: the smaller bound; for a minimum the greater.
    var strictness: DecimalNumber {
        demand == .atLeast ? DecimalNumber(0 - limit.value) : limit
    }
}

extension [DatedLimit] {
    /// The limit of such means in force on a day: of several, the one that began last; of those, the strictest.
    ///
    /// A limit of the day takes the hours of its days out: they warn and do not decide.
    func inForce(on date: CivilDate, of period: MeanPeriod = .hour) -> DatedLimit? {
        if period == .hour, contains(where: { $0.limits(.day) && $0.holds(on: date) }) { return nil }
        return filter { $0.holds(on: date) && $0.limits(period) }.map { $0.on(date) }.max { left, right in
            left.validFrom != right.validFrom
                ? left.validFrom < right.validFrom : left.strictness > right.strictness
        }
    }

    /// The same with no more of the water's temperature than the days of these means.
    func read(with readings: [HourReading]) -> [DatedLimit] {
        guard contains(where: { $0.other?.temperatures != nil }) else { return self }
        let days = Set(readings.map(\.hour.civil.date))
        return map { limit in
            var kept = limit
            kept.other?.temperatures = limit.other?.temperatures?.filter { days.contains($0.day) }
            return kept
        }
    }

    /// The limits of the hour alone, as they would bind if no limit of the day took their hours out.
    var ofHours: [DatedLimit] { filter { $0.limits(.hour) } }

    /// Whether the day decides and its hours do not: at an incinerator.
    func decidesByDay(on date: CivilDate) -> Bool { contains { $0.limits(.day) && $0.holds(on: date) } }
}
