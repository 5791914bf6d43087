import Kernel

/// How often each fault happens: a share of frames from 0 to 1, of loggers for `clockDrift`. At most one fault
/// happens to a frame.
public struct FaultMix: Sendable, Equatable {
    /// The share of each fault; a missing one never happens.
    public let rates: [WireFault: Double]

    /// Why text is no mix.
    public enum Refusal: Error, Equatable, CustomStringConvertible {
        /// No fault and no ready mix has this name.
        case unknownName(String)
        /// The share of this fault is no number from 0 to 1.
        case badShare(String)
        /// All shares together are more than 1.
        case tooMany

        public var description: String {
            switch self {
            case .unknownName(let name):
                "“\(name)” is no fault; give none, field, or some of "
                    + WireFault.allCases.map(\.rawValue).joined(separator: ", ")
            case .badShare(let name): "the share of \(name) is no number from 0 to 1; write for instance \(name)=0.01"
            case .tooMany: "the shares add up to more than 1; lower some"
            }
        }
    }

    /// A mix of these shares.
    ///
    /// - Precondition: Each share is from 0 to 1, and all that concern frames add up to 1 at most.
    public init(_ rates: [WireFault: Double]) {
        precondition(rates.values.allSatisfy { (0...1).contains($0) }, "a share is from 0 to 1")
        precondition(Self.sum(rates) <= 1, "one frame has one fault at most")
        self.rates = rates
    }

    /// Nothing goes wrong.
    public static let none = FaultMix([:])

    /// As met in the field, somewhat worse than a good month. Design values.
    public static let field = FaultMix([
        .badCRC: 0.002, .missingTail: 0.02, .shortLength: 0.01, .wrongLength: 0.002, .sticky: 0.03, .half: 0.01,
        .lowerCaseCRC: 0.02, .modbusCRC: 0.002, .duplicate: 0.01, .late: 0.02, .clockDrift: 0.01,
        .wrongPassword: 0.001, .foreignTraffic: 0.001,
    ])

    /// Reads `none`, `field`, or `bad-crc=0.01,half=0.05`; `field,late=0` changes a ready mix.
    public init(reading text: String) throws(Refusal) {
        var rates: [WireFault: Double] = [:]
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let name = sides[0]
            if sides.count == 1 {
                guard let ready = ["none": FaultMix.none, "field": .field][name] else { throw .unknownName(name) }
                rates.merge(ready.rates) { _, new in new }
            } else {
                guard let fault = WireFault(rawValue: name) else { throw .unknownName(name) }
                guard let share = Double(sides[1]), (0...1).contains(share) else { throw .badShare(name) }
                rates[fault] = share
            }
        }
        guard Self.sum(rates) <= 1 else { throw .tooMany }
        self.rates = rates
    }

    private static func sum(_ rates: [WireFault: Double]) -> Double {
        rates.filter { $0.key != .clockDrift }.values.reduce(0, +)
    }

    /// What happens to a report; nil for most.
    func fault(of report: Report, at outlet: SimulatedOutlet) -> WireFault? {
        guard !rates.isEmpty else { return nil }
        let draw = outlet.draw.of(.fault).of(report.dataTime.milliseconds)
            .of(Int64(report.kind.rawValue * 2 + report.packet))
        var lot = draw.share
        for fault in WireFault.allCases where fault != .clockDrift {
            let rate = rates[fault] ?? 0
            if lot < rate { return fault == .late && report.lateByMS > 0 ? nil : fault }
            lot -= rate
        }
        return nil
    }

    /// By how much the clock of an outlet's logger is wrong, in milliseconds: up to three hours for those that drift.
    func clockOffsetMS(of outlet: SimulatedOutlet) -> Int64 {
        let draw = outlet.draw.of(.drift)
        guard draw.share < rates[.clockDrift] ?? 0 else { return 0 }
        return draw.of(1).number(in: -180...180) * 60_000
    }

    /// How much later a late report comes: five minutes to two hours.
    func delayMS(of report: Report, at outlet: SimulatedOutlet) -> Int64 {
        let draw = outlet.draw.of(.delay).of(report.dataTime.milliseconds).of(Int64(report.kind.rawValue))
        return draw.number(in: 5...120) * 60_000
    }
}
