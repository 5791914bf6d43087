import Kernel

/// What an address behind `/sensorthings/v1.1` asks for.
enum SensorPath: Equatable {
    case things
    case allDatastreams
    case allObservations
    case thing(OutletID)
    case datastreams(of: OutletID)
    case datastream(DatastreamID)
    case thingOf(DatastreamID)
    case observations(of: DatastreamID)
    case observation(DatastreamID, start: Instant)
    case datastreamOf(DatastreamID)

    /// Reads one segment, `Things` or `Things('E0001-DA001')`, and the part that may follow it; nil when nothing is
    /// there.
    init?(_ segment: String, part: String?) {
        guard let (set, id) = Self.split(segment) else { return nil }
        switch (set, id, part) {
        case ("Things", nil, nil): self = .things
        case ("Datastreams", nil, nil): self = .allDatastreams
        case ("Observations", nil, nil): self = .allObservations
        case ("Things", let id?, let part):
            guard let outlet = OutletID(id) else { return nil }
            switch part {
            case nil: self = .thing(outlet)
            case "Datastreams": self = .datastreams(of: outlet)
            default: return nil
            }
        case ("Datastreams", let id?, let part):
            guard let stream = DatastreamID(id) else { return nil }
            switch part {
            case nil: self = .datastream(stream)
            case "Observations": self = .observations(of: stream)
            case "Thing": self = .thingOf(stream)
            default: return nil
            }
        case ("Observations", let id?, let part):
            guard let (stream, start) = Self.observation(id) else { return nil }
            switch part {
            case nil: self = .observation(stream, start: start)
            case "Datastream": self = .datastreamOf(stream)
            default: return nil
            }
        default: return nil
        }
    }

    /// `Things('E0001')` into its set and its identifier.
    private static func split(_ segment: String) -> (String, String?)? {
        guard let open = segment.firstIndex(of: "(") else { return (segment, nil) }
        let inner = segment[segment.index(after: open)...]
        guard inner.hasPrefix("'"), inner.hasSuffix("')"), inner.count > 3 else { return nil }
        return (String(segment[..<open]), String(inner.dropFirst().dropLast(2)))
    }

    /// `E0001-DA001.a21026.hour.20261128080000`.
    static func observation(_ id: String) -> (DatastreamID, Instant)? {
        guard let dot = id.lastIndex(of: "."), let stream = DatastreamID(id[..<dot]),
            let start = Instant(digits: id[id.index(after: dot)...])
        else { return nil }
        return (stream, start)
    }

    static func id(of start: Instant, in stream: DatastreamID) -> String { "\(stream.text).\(start.civil.digits)" }
}

extension Instant {
    /// A moment on the wall clock in China, written `20261128080000`; nil for anything else.
    fileprivate init?(digits: Substring) {
        guard digits.count == 14, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        let parts = Array(digits)
        func text(_ range: Range<Int>) -> String { String(parts[range]) }
        let day = "\(text(0..<4))-\(text(4..<6))-\(text(6..<8))"
        let clock = "\(text(8..<10)):\(text(10..<12)):\(text(12..<14))"
        guard let instant = SensorTime.read("\(day)T\(clock)+08:00") else { return nil }
        self = instant
    }
}
