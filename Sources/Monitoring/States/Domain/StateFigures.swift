import Standards

/// From when hours make a state episode, from `share/rules/state-episodes.json`; it travels in each decision.
struct StateFigures: Codable, Hashable, Sendable {
    /// Hours without anything, or not of the kind and not valid, that do not part an episode; a silence is longer.
    let gapHoursMax: RuleFigure<Int>
    /// Minutes after its end until which an hour may still come in time.
    let latenessMinutesMax: RuleFigure<Int>
    /// Hours in a row that a calibration takes; a longer one is maintenance.
    let calibrationHoursMax: RuleFigure<Int>
    /// Hours of standing still from which the enterprise is asked why, unless it said so.
    let stopHoursMin: RuleFigure<Int>
    /// Hours of maintenance allowed in a quarter.
    let maintenanceHoursMax: RuleFigure<Int>
    /// Hours set by hand from which the enterprise is asked why; nil in decisions of before it was asked.
    let handSetHoursMin: RuleFigure<Int>?
}
