import Facts
import Kernel

/// What an enterprise said of some hours of its outlet.
struct EnterpriseMark: Hashable, Sendable, Codable {
    /// Its number: a later mark of an hour counts before an earlier one.
    let number: Int64
    /// The factor; nil for all of the outlet.
    let pollutant: PollutantCode?
    /// Start of the first hour.
    let firstHour: Instant
    /// Start of the last hour.
    let lastHour: Instant
    /// What it says.
    let meaning: MarkMeaning
    /// Which allowed length of starting or stopping it claims.
    let window: String?
    /// The first mark of some of its hours; nil when it is the first.
    let first: Int64?
    /// The officer's demand, after the marks had closed.
    let demand: MarkDemand?

    /// Whether it speaks of a factor in an hour.
    func covers(_ hour: Instant, _ pollutant: PollutantCode) -> Bool {
        firstHour <= hour && hour <= lastHour && self.pollutant.map { $0 == pollutant } ?? true
    }

    /// Whether both say the same of the same hours on the same demand.
    func says(theSameAs other: EnterpriseMark) -> Bool {
        pollutant == other.pollutant && firstHour == other.firstHour && lastHour == other.lastHour
            && meaning == other.meaning && window == other.window && demand == other.demand
    }

    /// Whether both speak of some hour and factor.
    func meets(_ other: EnterpriseMark) -> Bool {
        firstHour <= other.lastHour && other.firstHour <= lastHour
            && (pollutant == nil || other.pollutant == nil || pollutant == other.pollutant)
    }
}

extension [EnterpriseMark] {
    /// What is marked of a factor in an hour: the newest mark counts, one that takes back leaves none.
    func effective(at hour: Instant, of pollutant: PollutantCode) -> EnterpriseMark? {
        let newest = filter { $0.covers(hour, pollutant) }.max { $0.number < $1.number }
        return newest?.meaning == .normal ? nil : newest
    }

    /// The how manieth hour in a row with the same meaning and claim an hour is, counted from 1 and no further than
    /// `rowHoursMax`.
    func hourInARow(_ hour: Instant, of pollutant: PollutantCode) -> Int {
        guard let mark = effective(at: hour, of: pollutant) else { return 1 }
        var count = 1
        while count < EnterpriseMark.rowHoursMax {
            let before = effective(at: hour.adding(hours: -Int64(count)), of: pollutant)
            guard before?.meaning == mark.meaning, before?.window == mark.window else { break }
            count += 1
        }
        return count
    }
}

extension EnterpriseMark {
    /// Hours in a row are counted so far: twice the longest allowed length.
    static let rowHoursMax = 72
}
