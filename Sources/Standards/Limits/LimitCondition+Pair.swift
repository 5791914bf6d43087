import Kernel

extension LimitCondition {
    /// As it stands in the limit table: `season 11-01..03-31`, `water-temperature <=12`; empty for always.
    public var code: String {
        switch self {
        case .always: ""
        case .season(let from, let to): "season \(from.code)..\(to.code)"
        case .waterAtMost(let degrees): "water-temperature <=\(degrees)"
        case .waterAbove(let degrees): "water-temperature >\(degrees)"
        case .builtBefore(let day): "built <\(day)"
        case .builtFrom(let day): "built >=\(day)"
        }
    }

    /// Without words of a language: `11-01…03-31`, `≤ 12 ℃`.
    public var short: String {
        switch self {
        case .always: ""
        case .season(let from, let to): "\(from.code)…\(to.code)"
        case .waterAtMost(let degrees): "≤ \(degrees) ℃"
        case .waterAbove(let degrees): "> \(degrees) ℃"
        case .builtBefore(let day): "< \(day)"
        case .builtFrom(let day): "≥ \(day)"
        }
    }

    /// Whether it changes from day to day, so that one works has now this limit and now its counterpart.
    public var changesByDay: Bool {
        switch self {
        case .season, .waterAtMost, .waterAbove: true
        case .always, .builtBefore, .builtFrom: false
        }
    }

    /// Whether it asks for the water's temperature.
    public var needsTemperature: Bool {
        switch self {
        case .waterAtMost, .waterAbove: true
        case .always, .season, .builtBefore, .builtFrom: false
        }
    }

    /// The other season of the year; nil for what is no season.
    public var otherSeason: LimitCondition? {
        guard case .season(let from, let to) = self else { return nil }
        return .season(from: to.moved(by: 1), to: from.moved(by: -1))
    }

    /// Whether both part the same lines by the same thing: season from season, temperature from temperature.
    fileprivate func partsLike(_ other: LimitCondition) -> Bool {
        changesByDay && other.changesByDay && needsTemperature == other.needsTemperature && self != other
    }
}

extension LimitCondition.DayOfYear {
    /// `11-01`.
    var code: String { "\(month.padded(2))-\(day.padded(2))" }

    /// The day so many days later, of a year that is no leap year.
    fileprivate func moved(by days: Int64) -> LimitCondition.DayOfYear {
        guard let date = CivilDate(year: 2001, month: month, day: day) else { return self }
        return LimitCondition.DayOfYear(date.adding(days: days))
    }
}

extension DischargeLimit {
    /// The line that holds where this one's season or temperature does not; nil for a line that holds every day.
    public func counterpart(in lines: [DischargeLimit]) -> DischargeLimit? {
        lines.first { isBeside($0) && unit == $0.unit && condition.partsLike($0.condition) }
    }
}
