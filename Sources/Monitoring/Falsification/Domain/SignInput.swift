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
    /// The curve in whole numbers. Not coded: the curve tells it.
    let steps: CurveSteps

    private enum CodingKeys: String, CodingKey {
        case outlet, pollutant, curve, limit, framesRoot, figures, stretches
    }

    /// What a rule reads.
    ///
    /// - Parameter steps: The curve in whole numbers, where another rule over the same curve has made them.
    init(
        outlet: OutletID, pollutant: PollutantCode, curve: HourCurve, limit: DatedLimit?, framesRoot: Digest256,
        figures: Figures, stretches: [MarkedStretch]? = nil, steps: CurveSteps? = nil
    ) {
        (self.outlet, self.pollutant, self.curve, self.limit) = (outlet, pollutant, curve, limit)
        (self.framesRoot, self.figures, self.stretches) = (framesRoot, figures, stretches)
        self.steps = steps ?? CurveSteps(curve)
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            outlet: try container.decode(OutletID.self, forKey: .outlet),
            pollutant: try container.decode(PollutantCode.self, forKey: .pollutant),
            curve: try container.decode(HourCurve.self, forKey: .curve),
            limit: try container.decodeIfPresent(DatedLimit.self, forKey: .limit),
            framesRoot: try container.decode(Digest256.self, forKey: .framesRoot),
            figures: try container.decode(Figures.self, forKey: .figures),
            stretches: try container.decodeIfPresent([MarkedStretch].self, forKey: .stretches))
    }
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
