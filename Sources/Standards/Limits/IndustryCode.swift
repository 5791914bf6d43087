public import Kernel

/// A trade by its code in GB/T 4754-2017: two, three or four digits (`17`, `171`, `1713`).
public struct IndustryCode: Identifier {
    public let text: String
    public init(checked text: String) { self.text = text }
    public static func accepts(_ text: String) -> Bool {
        (2...4).contains(text.utf8.count) && text.utf8.allSatisfy(\.isDecimalDigit)
    }
}
