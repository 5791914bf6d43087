/// Why a request or a device's message cannot be written.
public enum RequestRefusal: Error, Sendable, Hashable {
    /// The edition of the device has no such command, or none with this content.
    case notInEdition(Command, Edition)
    /// The value of a field lies outside what the standard (or we, where it is silent) allow; in words what is allowed.
    case outOfBounds(field: String, value: String, allowed: String)
    /// BeginTime lies behind EndTime.
    case reversedRange
    /// One end of a range is not the start of a period of this many seconds.
    case notAligned(field: String, alignmentS: Int64)
    /// Header or text do not fit into a frame.
    case unwritable(EncodingRefusal)

    /// What to do instead.
    public var remedy: String {
        switch self {
        case .notInEdition(_, let edition):
            "ask for something that edition \(edition.rawValue) knows, or correct the edition of the device"
        case .outOfBounds(let field, _, let allowed): "give \(field) \(allowed)"
        case .reversedRange: "exchange BeginTime and EndTime"
        case .notAligned(let field, let alignmentS): "round \(field) down to a multiple of \(alignmentS) s"
        case .unwritable(let refusal): String(describing: refusal)
        }
    }
}

extension RequestRefusal: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notInEdition(let command, let edition):
            "command \(command.rawValue) does not exist so in edition \(edition.rawValue); \(remedy)"
        case .outOfBounds(let field, let value, _): "\(field)=\(value) is out of bounds; \(remedy)"
        case .reversedRange: "BeginTime lies behind EndTime; \(remedy)"
        case .notAligned(let field, _): "\(field) is not the start of a period; \(remedy)"
        case .unwritable: remedy
        }
    }
}

extension RequestRefusal? {
    /// A refusal unless a number lies within its bounds.
    static func unless(_ bounds: ClosedRange<Int>, _ field: String, _ value: Int) -> RequestRefusal? {
        bounds.contains(value)
            ? nil
            : .outOfBounds(field: field, value: "\(value)", allowed: "\(bounds.lowerBound) to \(bounds.upperBound)")
    }

    /// A refusal unless minutes divide the hour as the standard lists them (MinInterval).
    static func unlessMinutes(_ minutes: Int) -> RequestRefusal? {
        let allowed = [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30]
        guard !allowed.contains(minutes) else { return nil }
        let list = allowed.map(String.init).joined(separator: ", ")
        return .outOfBounds(field: "MinInterval", value: "\(minutes)", allowed: "\(list) min")
    }
}
