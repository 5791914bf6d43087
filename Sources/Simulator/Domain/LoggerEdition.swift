import HJ212

/// The edition of the standard that a simulated data logger speaks.
public enum LoggerEdition: String, Sendable, CaseIterable {
    /// HJ/T 212-2005: factor codes of two or three characters, device numbers of 14.
    case hjt2005 = "2005"
    /// HJ 212-2017.
    case hj2017 = "2017"
    /// HJ 212-2025: Flag 8 and 9, `RF=1` on what is sent again.
    case hj2025 = "2025"

    /// The Flag byte; bit 0 asks for an answer, bit 1 says that packet numbers are there.
    func flag(isSplit: Bool) -> UInt8 {
        let version: UInt8 =
            switch self {
            case .hjt2005: 0
            case .hj2017: 4
            case .hj2025: 8
            }
        return version | (isSplit ? 3 : 1)
    }

    /// How many digits PNUM and PNO have.
    var packetDigits: Int { self == .hj2025 ? 1 : 4 }
}
