/// Numbers as people type them: full-width digits (１２３．４), commas between thousands (1,234.5 or 1，234.5), blanks
/// around them.
public enum TypedNumber {
    /// The same number in plain notation (`-1234.5`), without a plus; nil for anything that is no number.
    ///
    /// Commas stand between thousands or nowhere: `12,34` is a slip of some sort, and which one nobody knows.
    public static func plain(_ text: String) -> String? {
        var rest = text.drop(while: \.isWhitespace).unicodeScalars.map(narrow)[...]
        while rest.last?.properties.isWhitespace == true { rest.removeLast() }
        let isNegative = rest.first == "-"
        if isNegative || rest.first == "+" { rest.removeFirst() }
        let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2 else { return nil }
        let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
        let isGrouped = groups.count == 1 || (groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 })
        guard isGrouped, (groups + parts.dropFirst()).allSatisfy(isDigits) else { return nil }
        var plain = isNegative ? "-" : ""
        for group in groups { plain.unicodeScalars.append(contentsOf: group) }
        for fraction in parts.dropFirst() {
            plain += "."
            plain.unicodeScalars.append(contentsOf: fraction)
        }
        return plain
    }

    private static func isDigits(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        !scalars.isEmpty && scalars.allSatisfy { ("0"..."9").contains($0) }
    }

    /// The narrow form of what a Chinese keyboard writes wide.
    private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "\u{FF10}"..."\u{FF19}": Unicode.Scalar(scalar.value - 0xFF10 + 0x30) ?? scalar
        case "．": "."
        case "，": ","
        case "－", "−": "-"
        case "＋": "+"
        default: scalar
        }
    }
}
