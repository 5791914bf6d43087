/// The edition whose manners a frame or device shows.
public enum Dialect: String, Sendable, Hashable, CaseIterable {
    case hjt2005 = "2005"
    case hj2017 = "2017"
    case hj2025 = "2025"
    /// National surface-water stations (HJ 1404): Flag 8 and 9 years before 2025, ST=21, device numbers such as
    /// `A140100_2006`; otherwise the manners of 2017.
    case hj1404
    /// The signs are too few or contradict one another.
    case unknown

    /// The name used in JSON: an edition of HJ 212, or `unknown` where the frame follows none of the three.
    public var jsonName: String {
        switch self {
        case .hjt2005, .hj2017, .hj2025: rawValue
        case .hj1404, .unknown: Dialect.unknown.rawValue
        }
    }

    /// The edition it belongs to; nil when unknown.
    public var edition: Edition? {
        switch self {
        case .hjt2005: .hjt2005
        case .hj2017, .hj1404: .hj2017
        case .hj2025: .hj2025
        case .unknown: nil
        }
    }

    /// The edition whose forms a device of this dialect is spoken to in: 2017 when nothing is known of it.
    public var spokenEdition: Edition { edition ?? .hj2017 }

    /// What bits 7 to 2 of Flag hold in frames sent to such a device.
    var versionBits: UInt8 {
        self == .hj1404 ? Flag.versionBits2025 : spokenEdition.versionBits
    }
}
