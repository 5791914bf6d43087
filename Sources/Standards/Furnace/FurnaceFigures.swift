/// The figures of judging a furnace's temperature.
public struct FurnaceFigures: Codable, Hashable, Sendable {
    /// More low five-minute means than this in a natural day are a violation.
    public let lowWindowsMax: RuleFigure<Int>
    /// The lowest allowed temperature of a municipal waste incinerator, ℃.
    public let municipalDegreesMin: RuleFigure<Int>
    /// The lowest allowed temperature of a hazardous waste incinerator, ℃.
    public let hazardousDegreesMin: RuleFigure<Int>
}
