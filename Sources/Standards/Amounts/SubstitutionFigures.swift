/// The figures of filling hours for the emitted amount (HJ 75-2017 clause 12).
public struct SubstitutionFigures: Codable, Hashable, Sendable {
    /// From this capture rate of the quarter on the short windows apply, per cent.
    public let captureHighPercentMin: RuleFigure<Int>
    /// From this one on there is a window at all, per cent.
    public let captureLowPercentMin: RuleFigure<Int>
    /// A gap of at most so many hours takes the shortest window.
    public let shortGapHoursMax: RuleFigure<Int>
    /// Valid hours to look back over for a short gap.
    public let shortGapWindowHours: RuleFigure<Int>
    /// For a longer gap.
    public let longGapWindowHours: RuleFigure<Int>
    /// For any gap when the capture rate is low.
    public let lowCaptureWindowHours: RuleFigure<Int>
}
