/// When a stack's hour that cannot decide warns, and how long the enterprise has for it.
public struct WarningFigures: Codable, Hashable, Sendable {
    /// Minutes after its end until which an hour may still be uploaded in time.
    public let latenessMinutesMax: RuleFigure<Int>
    /// Hours in which the enterprise uploads or marks what is missing.
    public let supplyHoursMax: RuleFigure<Int>
}
