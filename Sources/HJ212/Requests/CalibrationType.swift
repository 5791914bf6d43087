/// Which point an analyser is calibrated at (CalibrationType, edition 2025).
public enum CalibrationType: Int, Sendable, Hashable, CaseIterable {
    /// 零点校准.
    case zero = 0
    /// 量程校准.
    case span = 1
}
