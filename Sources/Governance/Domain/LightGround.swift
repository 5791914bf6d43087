import Kernel

/// What a decision on a light rests on beside what was said: its day, the last day and the figures. Every version of
/// GOV-01 reads them.
struct LightGround: Codable, Sendable, Equatable {
    /// The day for which the light was decided.
    let day: CivilDate
    let lastDay: CivilDate
    let figures: TaskLightFigures
    /// The facts that it rests on, from version 3 on; nil in decisions before.
    var facts: [Int64]?

    /// Whether a light that was decided on this still explains itself by the last day and the figures that hold now.
    func holds(lastDay: CivilDate, figures: TaskLightFigures) -> Bool {
        self.lastDay == lastDay && self.figures == figures
    }
}
