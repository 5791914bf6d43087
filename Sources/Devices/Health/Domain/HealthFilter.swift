import Kernel

/// What the list of devices is narrowed to and sorted by; each part stands in the address of the page.
struct HealthFilter: Sendable, Equatable {
    var state: DeviceState?
    var region: RegionCode?
    var finding: HealthFindingKind?
    /// Part of MN, outlet or enterprise, or of what a logger registered of its hardware; whatever the case.
    var text: String?
    var sort: Sort = .state

    /// The order of the list; every order ends in the outlet.
    enum Sort: String, Sendable, CaseIterable {
        /// Offline first, then devices with findings.
        case state
        /// By the device number.
        case device
        /// The longest silent first.
        case lastSeen = "last-seen"
        /// The fewest values first.
        case capture
        /// The furthest off first.
        case drift
    }

    /// Where a page of the list goes on: behind this key.
    struct Place: Sendable, Equatable {
        let key: Int64
        let text: String

        init(key: Int64, text: String) {
            (self.key, self.text) = (key, text)
        }

        /// A place out of an address, `KEY:TEXT`; anything else starts from the front.
        init?(_ coded: String) {
            guard let colon = coded.firstIndex(of: ":"), let key = Int64(coded[..<colon]) else { return nil }
            self.init(key: key, text: String(coded[coded.index(after: colon)...]))
        }

        var coded: String { "\(key):\(text)" }
    }
}
