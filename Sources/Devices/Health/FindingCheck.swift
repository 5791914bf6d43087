import Facts
import Kernel
import Persistence

/// What was found of devices is what the journal tells: from when until when, on which figures, of whose device.
enum FindingCheck {
    private struct Told {
        let fact: DeviceFindingBegan
        let entry: JournalEntry
        var ended: (fact: DeviceFindingEnded, at: Instant)?
    }

    /// A look writes down a moment after the moment it looked at.
    private static let slack: Int64 = 60_000

    static func report(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("findings of devices are those the journal tells of")
        var told: [String: [Told]] = [:]
        try Journal.forEachEntry(access) { entry in
            if let fact = try? entry.fact(DeviceFindingBegan.self) {
                told["\(fact.outlet) \(fact.finding)", default: []].append(Told(fact: fact, entry: entry))
            } else if let fact = try? entry.fact(DeviceFindingEnded.self) {
                let place = "\(fact.outlet) \(fact.finding)"
                guard let last = told[place]?.indices.last else { return }
                told[place]?[last].ended = (fact, entry.occurredAt)
            }
        }
        try FindingStore.forEach(access) { known, device, subject in
            let place = "\(subject.reference ?? "") \(known.kind.rawValue)"
            let index = told[place]?.firstIndex { tells($0, of: known, device, subject) }
            tally.examine(index == nil ? "finding \(place) is not what was journalled" : nil)
            if let index { told[place]?.remove(at: index) }
        }
        for (place, left) in told.sorted(by: { $0.key < $1.key }) where !left.isEmpty {
            tally.examine("finding \(place) was journalled and is gone")
        }
        return tally.report
    }

    private static func tells(
        _ told: Told, of known: FindingStore.Known, _ device: DeviceNumber, _ subject: FactSubject
    ) -> Bool {
        func isNear(_ later: Instant, _ at: Instant) -> Bool { (0...slack).contains(later.milliseconds(since: at)) }
        let isEnded =
            told.ended.map { ended in
                ended.fact.began == known.beganAt && known.endedAt.map { isNear(ended.at, $0) } ?? false
            } ?? (known.endedAt == nil)
        return told.fact.evidence == known.evidence && told.fact.device == device && told.entry.subject == subject
            && isNear(told.entry.occurredAt, known.beganAt) && isEnded
    }
}
