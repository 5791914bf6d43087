public import Kernel

/// When a limit of a table holds and another of the same item does not.
public enum LimitCondition: Hashable, Sendable, Codable {
    /// Always.
    case always
    /// In a season by the calendar, both days included; it may run over the turn of the year (DB33/2169).
    case season(from: DayOfYear, to: DayOfYear)
    /// While the water is colder than or as warm as this, in ℃ (GB 18918: ≤ 12).
    case waterAtMost(DecimalNumber)
    /// While the water is warmer than this, in ℃.
    case waterAbove(DecimalNumber)
    /// For works built before this day.
    case builtBefore(CivilDate)
    /// For works built on this day or later.
    case builtFrom(CivilDate)

    /// A day that comes every year.
    public struct DayOfYear: Hashable, Sendable, Codable, Comparable {
        /// 1…12.
        public let month: Int
        /// 1…31.
        public let day: Int

        init?(_ text: some StringProtocol) {
            // 2000 is a leap year: 29 February is a day that comes.
            guard let parts = CivilDate("2000-\(text)")?.parts else { return nil }
            (month, day) = (parts.month, parts.day)
        }

        init(_ date: CivilDate) {
            (_, month, day) = date.parts
        }

        public static func < (left: DayOfYear, right: DayOfYear) -> Bool {
            (left.month, left.day) < (right.month, right.day)
        }
    }

    /// A condition from its field in the limit table; nil when it is no known one.
    public init?(_ text: String) {
        let words = text.split(separator: " ")
        guard let kind = words.first else {
            self = .always
            return
        }
        guard words.count == 2 else { return nil }
        let rest = words[1]
        if kind == "season" {
            let days = rest.split(separator: ".", omittingEmptySubsequences: true).map { DayOfYear($0) }
            guard days.count == 2, let from = days[0], let to = days[1] else { return nil }
            self = .season(from: from, to: to)
        } else if kind == "water-temperature", rest.hasPrefix("<="), let degrees = DecimalNumber(rest.dropFirst(2)) {
            self = .waterAtMost(degrees)
        } else if kind == "water-temperature", rest.hasPrefix(">"), let degrees = DecimalNumber(rest.dropFirst()) {
            self = .waterAbove(degrees)
        } else if kind == "built", rest.hasPrefix(">="), let day = CivilDate(rest.dropFirst(2)) {
            self = .builtFrom(day)
        } else if kind == "built", rest.hasPrefix("<"), let day = CivilDate(rest.dropFirst()) {
            self = .builtBefore(day)
        } else {
            return nil
        }
    }

    /// Whether it is met; nil when the circumstances do not say.
    public func isMet(in circumstances: LimitCircumstances) -> Bool? {
        switch self {
        case .always: return true
        case .season(let from, let to):
            let today = DayOfYear(circumstances.day)
            return from <= to ? from <= today && today <= to : from <= today || today <= to
        case .waterAtMost(let degrees): return circumstances.waterTemperature.map { $0 <= degrees }
        case .waterAbove(let degrees): return circumstances.waterTemperature.map { $0 > degrees }
        case .builtBefore(let day): return circumstances.built.map { $0 < day }
        case .builtFrom(let day): return circumstances.built.map { $0 >= day }
        }
    }

    /// The condition in words; nil when there is none.
    public var phrase: Phrase? {
        switch self {
        case .always: nil
        case .season(let from, let to):
            Phrase(
                "\(from.month)月\(from.day)日至\(to.month)月\(to.day)日",
                "from \(from.month.padded(2))-\(from.day.padded(2)) to \(to.month.padded(2))-\(to.day.padded(2))")
        case .waterAtMost(let degrees): Phrase("水温≤\(degrees) ℃", "water at most \(degrees) °C")
        case .waterAbove(let degrees): Phrase("水温＞\(degrees) ℃", "water above \(degrees) °C")
        case .builtBefore(let day): Phrase("\(day)前建设", "built before \(day)")
        case .builtFrom(let day): Phrase("\(day)起建设", "built from \(day) on")
        }
    }
}

/// What decides which of several limits of one item holds.
public struct LimitCircumstances: Hashable, Sendable, Codable {
    /// The day that is judged.
    public let day: CivilDate
    /// The water's temperature of that day, ℃; nil when it is not known.
    public let waterTemperature: DecimalNumber?
    /// When the works were built; nil when it is not known.
    public let built: CivilDate?

    /// Circumstances of a day.
    public init(day: CivilDate, waterTemperature: DecimalNumber? = nil, built: CivilDate? = nil) {
        self.day = day
        self.waterTemperature = waterTemperature
        self.built = built
    }
}
