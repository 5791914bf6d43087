/// A place in a text, as editors count it: lines from 1, which LF, CR LF or CR end, and columns from 1 in Unicode
/// scalars.
public struct TextPlace: Sendable, Equatable {
    /// 1 for the first line.
    public let line: Int
    /// 1 for the first character of a line.
    public let column: Int

    /// Where the first character of private use stands (U+E000 to U+F8FF, and planes 15 and 16): a table that has one
    /// was written in another encoding, or with a font of its own. Nil where there is none.
    public init?(ofPrivateUseIn text: String) {
        var (line, column, isAfterReturn) = (1, 1, false)
        for scalar in text.unicodeScalars {
            if scalar.properties.generalCategory == .privateUse {
                (self.line, self.column) = (line, column)
                return
            }
            if scalar == "\n" && isAfterReturn {
                isAfterReturn = false
                continue
            }
            isAfterReturn = scalar == "\r"
            // The mark of UTF-8 at the beginning takes no column.
            if scalar == "\n" || scalar == "\r" {
                (line, column) = (line + 1, 1)
            } else if scalar.value != 0xFEFF {
                column += 1
            }
        }
        return nil
    }

    /// Where it is, for whoever looks for it.
    public var phrase: Phrase { Phrase("第 \(line) 行第 \(column) 个字符", "line \(line), column \(column)") }
}
