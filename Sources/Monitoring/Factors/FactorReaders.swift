import Facts
import Kernel
import Persistence

/// How each device's frames are read, for whoever goes over all of them; and which hours are still to be read again, so
/// that nothing can be expected of them yet.
struct FactorReaders {
    private let factors: DeviceFactors
    private var interpretations: [DeviceNumber: FactorInterpretation] = [:]
    private let waiting: [OutletID: Range<Instant>]

    init(_ factors: DeviceFactors, in access: any ReadAccess) throws {
        self.factors = factors
        waiting = try RereadingStore.all(access).reduce(into: [:]) { hulls, rereading in
            let known = hulls[rereading.outlet] ?? rereading.from..<rereading.until
            let (from, until) = (rereading.from, rereading.until)
            hulls[rereading.outlet] = min(known.lowerBound, from)..<max(known.upperBound, until)
        }
    }

    /// Whether an hour of an outlet is still to be read again.
    func isWaiting(_ outlet: OutletID, at moment: Instant) -> Bool {
        waiting[outlet]?.contains(moment.startOfHour) ?? false
    }

    /// How many effective values stand in hours that are still to be read again.
    func waitingCount(in access: any ReadAccess) throws -> Int {
        try waiting.reduce(0) { sum, place in
            try MeanPeriod.allCases.reduce(sum) { sum, period in
                try sum + HourStore.all(outlet: place.key, hours: place.value, period: period, in: access).count
            }
        }
    }

    /// How a device's frames are read.
    mutating func interpretation(
        of device: DeviceNumber, in access: any ReadAccess
    ) throws -> FactorInterpretation {
        if let known = interpretations[device] { return known }
        let fresh = try factors.freshInterpretation(of: device, in: access)
        interpretations[device] = fresh
        return fresh
    }
}
