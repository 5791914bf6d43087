/// A tolerated departure from the standard. Raw values are stable: they stand in JSON and in stored frames.
///
/// The order of declaration is the order in which a frame lists them: wire, header, data area.
public enum Deviation: String, Sendable, Hashable, CaseIterable {
    /// Length field of one to three digits.
    case shortLengthField = "short-length-field"
    /// The declared length is not that of the segment; the CRC proves the segment.
    case wrongLength = "wrong-length"
    /// The declared length counts UTF-8 characters, not bytes.
    case lengthInCharacters = "length-in-characters"
    /// Segment of more than 1024 bytes, not split.
    case longSegment = "long-segment"
    /// Semicolon or blank between length and first field.
    case separatorAfterLength = "separator-after-length"
    /// The data area is not closed with `&&`.
    case missingClosingMark = "missing-closing-mark"
    /// Something stands between the closing `&&` and the CRC.
    case textAfterDataArea = "text-after-data-area"
    /// CRC digits in lower case.
    case lowerCaseCRC = "lower-case-crc"
    /// CRC without its leading zeros.
    case shortCRC = "short-crc"
    /// The CRC as two bytes instead of four digits, in either order.
    case rawCRC = "raw-crc"
    /// A vendor's unit number of four digits before the length.
    case vendorHeader = "vendor-header"
    /// No CR LF.
    case missingTail = "missing-tail"
    /// LF alone.
    case lineFeedTail = "lf-tail"
    /// CR alone.
    case carriageReturnTail = "cr-tail"
    /// The four characters `\r\n` instead of the two bytes.
    case writtenOutTail = "written-out-tail"

    /// Fields of the header in another order.
    case fieldOrder = "field-order"
    /// A comma between fields of the header.
    case commaInHeader = "comma-in-header"
    /// No separator before `CP`.
    case missingSeparator = "missing-separator"
    /// A name twice in the header; the first counts.
    case repeatedField = "repeated-field"
    /// A name that the standard does not know.
    case unknownField = "unknown-field"
    /// QN is empty or not 17 digits of a real time.
    case oddQN = "odd-qn"
    /// No Flag, in a frame that is not of 2005.
    case missingFlag = "missing-flag"
    /// Flag is not a number from 0 to 255.
    case oddFlag = "odd-flag"
    /// Flag announces packet numbers that are not there, in a frame that is not of 2005.
    case missingPacketNumbers = "missing-packet-numbers"
    /// PNUM or PNO is no number, or PNO is not from 1 to PNUM.
    case oddPacketNumbers = "odd-packet-numbers"

    /// Blanks around a name or a value, or inside a name.
    case blanks
    /// A field or item without `=`.
    case missingEqualsSign = "missing-equals-sign"
    /// A separator before the closing `&&`.
    case trailingSemicolon = "trailing-semicolon"
    /// Two separators in a row, or one at the beginning.
    case emptyItem = "empty-item"
    /// `Flag` alone, not tied to a factor.
    case bareFlag = "bare-flag"
    /// A known suffix in another case, or `td` for `Rtd`.
    case suffixSpelling = "suffix-spelling"
    /// Different factors joined by a comma.
    case commaBetweenFactors = "comma-between-factors"
    /// The same factor and suffix twice in one group of meaning.
    case repeatedKey = "repeated-key"
    /// DataTime is not 14 digits of a real time; 17 digits are read, other shapes are not.
    case oddDataTime = "odd-data-time"
    /// Another time of the standard (SystemTime, BeginTime, SampleTime …) is not 14 digits of a real time.
    case oddTime = "odd-time"
    /// DataTime of minute, hour or day values is not the start of such a period.
    case unalignedDataTime = "unaligned-data-time"
    /// A factor code in none of the shapes of the standard: a word, a vendor's number, a capital letter.
    case oddFactorCode = "odd-factor-code"
    /// The values of one factor stand in several groups.
    case semicolonInFactor = "semicolon-in-factor"
    /// Text that is not UTF-8.
    case notUTF8 = "not-utf8"
    /// Text that is not UTF-8 but reads as GBK; the frame's bytes keep it.
    case gbkText = "gbk-text"

    /// Each once, in the order of declaration.
    static func ordered(_ deviations: [Deviation]) -> [Deviation] {
        let found = Set(deviations)
        return found.isEmpty ? [] : allCases.filter(found.contains)
    }
}
