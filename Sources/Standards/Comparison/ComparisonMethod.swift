public import Kernel

/// How a value is put beside a limit (GB/T 8170-2008 clause 4.3).
public enum ComparisonMethod: String, Sendable, Codable, CaseIterable {
    /// 全数值比较法: with all its digits. What the standard takes when nothing else is said.
    case wholeValue = "whole-value"
    /// 修约值比较法: rounded to the digits of the limit first. Only where the discharge standard says so.
    case roundedValue = "rounded-value"

    /// The words of pages.
    public var phrase: Phrase {
        switch self {
        case .wholeValue: Phrase("全数值比较法", "whole-value method")
        case .roundedValue: Phrase("修约值比较法", "rounded-value method")
        }
    }
}
