public import Kernel

/// Hours of a factor that a case was told exceed, whether they stand now or not.
public struct ToldHours: Sendable, Equatable {
    /// The factor.
    public let pollutant: PollutantCode
    /// Start of the first hour.
    public let first: Instant
    /// Start of the last hour.
    public let last: Instant
    /// Whether any of it was told as means of days.
    public var isOfDays = false
}

extension [ToldHours] {
    /// The same hours without any twice: those of a factor that overlap or follow each other are one.
    var merged: [ToldHours] {
        let ordered = sorted { ($0.pollutant.text, $0.first, $0.last) < ($1.pollutant.text, $1.first, $1.last) }
        return ordered.reduce(into: []) { found, next in
            guard let known = found.last, known.pollutant == next.pollutant,
                next.first <= known.last.adding(hours: 1)
            else { return found.append(next) }
            found[found.count - 1] = ToldHours(
                pollutant: known.pollutant, first: known.first, last: Swift.max(known.last, next.last),
                isOfDays: known.isOfDays || next.isOfDays)
        }
    }
}
