import Facts
import FoundationEssentials
import Kernel
public import Standards

/// What decides whether a value may be used, and until when it may be marked.
public struct ValidityRules: Sendable {
    /// Until which hour of the next day the hours of a day may be marked.
    public let markHourMax: RuleFigure<Int>
    let waterReadingsMin: RuleFigure<Int>
    let bounds: [ValueBounds]
    let figures: JudgingFigures
    let windows: StartStopWindows

    private struct File: Decodable {
        let markHourMax: RuleFigure<Int>
        let waterReadingsMin: RuleFigure<Int>
        let bounds: [ValueBounds]
    }

    /// The figures of `share/rules/validity-and-marks.json` beside those of other files. Throws what the decoder found.
    public init(json: [UInt8], figures: JudgingFigures, windows: StartStopWindows) throws {
        let file = try JSONDecoder().decode(File.self, from: Data(json))
        markHourMax = file.markHourMax
        waterReadingsMin = file.waterReadingsMin
        bounds = file.bounds
        self.figures = figures
        self.windows = windows
    }
}
