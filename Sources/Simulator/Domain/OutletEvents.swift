/// What happens at an outlet: hours above the limit, maintenance, broken instruments. Each day is drawn anew; the
/// rates are design values, chosen so that a city of thousands always has something and an outlet rarely.
struct OutletEvents: Sendable {
    let draw: Draw

    /// What is going on.
    enum Event: Sendable, Equatable {
        case nothing
        /// Values stand at this multiple of their limits.
        case exceedance(multiple: Double)
        /// Mark M: shown, never judged.
        case maintenance
        /// Mark D: the instrument is broken and repeats one value.
        case fault

        /// The data mark that goes with it.
        var mark: UInt8 {
            switch self {
            case .nothing, .exceedance: UInt8(ascii: "N")
            case .maintenance: UInt8(ascii: "M")
            case .fault: UInt8(ascii: "D")
            }
        }
    }

    /// Shares of outlet days with an exceedance, a maintenance, a fault.
    private static let rates = (exceedance: 0.02, maintenance: 0.03, fault: 0.01)
    private static let dayMS: Int64 = 86_400_000

    /// What goes on at a moment, in milliseconds since 1970.
    func event(at moment: Int64) -> Event {
        let day = moment / Self.dayMS
        let today = draw.of(day)
        let lot = today.share
        guard lot < Self.rates.exceedance + Self.rates.maintenance + Self.rates.fault else { return .nothing }
        let details = today.of(.event)
        let start = details.of(0).number(in: 0...(Self.dayMS - 3 * 3_600_000))
        let length = details.of(1).number(in: 20 * 60_000...3 * 3_600_000)
        guard (start..<start + length).contains(moment - day * Self.dayMS) else { return .nothing }
        if lot < Self.rates.exceedance { return .exceedance(multiple: 1.1 + details.of(2).share * 1.4) }
        return lot < Self.rates.exceedance + Self.rates.maintenance ? .maintenance : .fault
    }
}
