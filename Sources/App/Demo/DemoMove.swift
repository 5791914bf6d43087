import Supervision

/// A step that somebody takes in the demonstration.
struct DemoMove: Sendable, Equatable {
    let action: CaseAction
    /// The value of the form's deciding field.
    let outcome: String?
    /// How long after the one before.
    let minutes: Int64

    init(_ action: CaseAction, _ outcome: String? = nil, after minutes: Int64) {
        self.action = action
        self.outcome = outcome
        self.minutes = minutes
    }

    private static let line: [DemoMove] = [
        DemoMove(.warn, after: 9), DemoMove(.answer, after: 75), DemoMove(.accept, after: 32),
        DemoMove(.check, after: 190),
    ]

    /// The moves of the line before the qualification, as far as told.
    static func beginning(_ count: Int) -> [DemoMove] { Array(line.prefix(count)) }

    /// Moves to what it turned out to be.
    static func qualified(_ branch: String) -> [DemoMove] { line + [DemoMove(.qualify, branch, after: 35)] }

    /// The line before the qualification, within half an hour.
    static let quick: [DemoMove] = [
        DemoMove(.warn, after: 2), DemoMove(.answer, after: 6), DemoMove(.accept, after: 2),
        DemoMove(.check, after: 15),
    ]
    /// Moves to an order.
    static let ordered = qualified("exceedance") + [DemoMove(.order, after: 45), DemoMove(.serve, after: 15)]
    /// Moves to a report of what was put right.
    static let reported = ordered + [DemoMove(.report, after: 230)]
    /// Moves to a re-check that finds it right.
    static let rechecked = reported + [DemoMove(.recheck, "true", after: 110)]
}
