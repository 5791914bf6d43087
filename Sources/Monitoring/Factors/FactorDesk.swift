import Facts
import Kernel
import Persistence
import Standards

/// Records as what a device's code is read, and carries it into the hours that are stored.
struct FactorDesk: Sendable {
    let journal: Journal
    let directory: any OutletDirectory
    let factors: DeviceFactors
    let rereading: HourRereading
    /// As many mappings are recorded for one device. Design value.
    static let mappingsMax = 1_000

    /// Records a mapping and reads the stored hours it concerns again: the newest `HourRereading.hoursMax` at once, the
    /// others by the watch. Throws `FactorMappingRefusal`.
    func record(
        _ order: FactorMappingOrder, for device: DeviceNumber, by actor: Actor, at now: Instant,
        in access: any WriteAccess
    ) throws {
        guard let station = try directory.station(of: device, in: access) else { throw FactorMappingRefusal.notFound }
        let known = try FactorMappingStore.mappings(of: device, in: access)
        guard known.count < Self.mappingsMax else { throw FactorMappingRefusal.tooMany(max: Self.mappingsMax) }
        if let newest = known.last(where: { $0.sentCode == order.sentCode }), newest.reading == order.reading,
            newest.validFrom == order.validFrom, newest.validTo == order.validTo
        {
            throw FactorMappingRefusal.recordedAlready
        }
        let mapping = FactorMapping(
            number: try FactorMappingStore.lastNumber(access) + 1, device: device, sentCode: order.sentCode,
            reading: order.reading, validFrom: order.validFrom, validTo: order.validTo)
        let author = FactAuthor.person(actor.person)
        try FactorMappingStore.insert(
            FactorMappingStore.Recorded(mapping: mapping, at: now, by: author.text, reason: order.reason),
            of: station, in: access)
        try journal.append(
            FactorMappingRecorded(mapping, reason: order.reason),
            about: FactSubject(
                enterprise: station.enterprise, region: station.region, reference: station.outlet.text),
            by: author, in: access)
        factors.forget(device)
        try RawCodeStore.remove(order.sentCode, of: device, in: access)
        try carry(mapping, into: station, now: now, in: access)
    }

    /// The hours that have frames and lie within the mapping's days.
    private func carry(
        _ mapping: FactorMapping, into station: Station, now: Instant, in access: any WriteAccess
    ) throws {
        guard let stored = try FrameStore.hourExtent(access) else { return }
        let first = max(stored.lowerBound.startOfHour, Instant(startOf: mapping.validFrom))
        let end = stored.upperBound.startOfHour.adding(hours: 1)
        let until = mapping.validTo.map { min(end, Instant(startOf: $0.adding(days: 1))) } ?? end
        guard first < until else { return }
        let atOnce = max(first, until.adding(hours: -HourRereading.hoursMax))
        try rereading.reread(atOnce..<until, of: station, now: now, in: access)
        guard first < atOnce else { return }
        try RereadingStore.insert(
            device: mapping.device, of: station, hours: first..<atOnce,
            hoursAll: Int(until.milliseconds(since: first) / 3_600_000), in: access)
    }
}

extension FactorMappingRecorded {
    /// The fact of a mapping.
    init(_ mapping: FactorMapping, reason: String) {
        let words = mapping.reading.parts
        self.init(
            mapping: mapping.number, device: mapping.device, sentCode: mapping.sentCode, reading: words.kind,
            target: words.target, unit: words.unit?.code, multiplier: words.multiplier, validFrom: mapping.validFrom,
            validTo: mapping.validTo, reason: reason)
    }
}
