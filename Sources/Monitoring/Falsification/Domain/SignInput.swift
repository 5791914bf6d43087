import Kernel

/// What a rule over a curve reads.
struct SignInput<Figures: Codable & Sendable & Equatable>: Codable, Sendable, Equatable {
    /// The outlet looked at.
    let outlet: OutletID
    /// The factor.
    let pollutant: PollutantCode
    /// The curve; its last 24 hours are the day looked at.
    let curve: HourCurve
    /// The limit in force on that day.
    let limit: DatedLimit?
    /// Merkle root over the SHA-256 of each frame the curve stands on, in the order of the hours.
    let framesRoot: Digest256
    /// From when it is a sign.
    let figures: Figures
    /// What the enterprise marked of these hours; nil where nothing is, and in decisions of the time before.
    var stretches: [MarkedStretch]?
}

/// What came of a look.
struct SignOutcome: Codable, Sendable, Equatable {
    /// What was seen; nil for nothing.
    let sign: FoundSign?
}

/// What looks made, from when to when, and in which figures.
struct FoundSign: Codable, Sendable, Equatable {
    /// The first hour.
    let firstHour: Instant
    /// The last hour.
    let lastHour: Instant
    /// The figures, by name with unit.
    let figures: [String: String]
}
