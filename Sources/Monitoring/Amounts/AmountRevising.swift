import Facts
import Kernel
import Persistence
import Synchronization

/// Looks again at recorded months, a bounded slice of outlets at a time, and records a month again whose hours say
/// something else by now: they came late, or were corrected.
struct AmountRevising: Sendable {
    let database: any Database
    let journal: Journal
    let source: AmountSource
    let recorder: AmountRecorder
    private let place = Place()

    /// Outlets of one look. Design value.
    static let outletsOfLook = 5
    /// So many recorded months back are looked at. Design value.
    static let monthsBack = 3

    init(database: any Database, journal: Journal, source: AmountSource, recorder: AmountRecorder) {
        self.database = database
        self.journal = journal
        self.source = source
        self.recorder = recorder
    }

    /// Behind which outlet the next look begins; guarded by the mutex. A restart begins anew.
    private final class Place: Sendable {
        let outlet = Mutex<OutletID?>(nil)
    }

    /// Takes the next outlets on; returns how many amounts were recorded again.
    func look(by now: Instant) async throws -> Int {
        let oldest = AmountMonth(number: AmountWatch.monthDue(by: now).number - Self.monthsBack + 1)
        let behind = place.outlet.withLock { $0 }
        let amounts = try await database.read { access in
            func next(behind outlet: OutletID?) throws -> [RecordedAmount] {
                try AmountStore.recorded(since: oldest, behind: outlet, outlets: Self.outletsOfLook, in: access)
            }
            let found = try next(behind: behind)
            // Behind the last outlet the round begins anew.
            guard found.isEmpty, behind != nil else { return found }
            return try next(behind: nil)
        }
        place.outlet.withLock { $0 = amounts.last?.outlet }
        var count = 0
        for amount in amounts {
            if try await revise(amount, now: now) { count += 1 }
        }
        return count
    }

    private func revise(_ recorded: RecordedAmount, now: Instant) async throws -> Bool {
        let source = source
        let found = try await database.read { access -> (AmountMedium, AmountInput, AmountChange)? in
            guard let before = try Self.input(of: recorded, access),
                let (medium, input) = try source.input(
                    recorded.pollutant, of: recorded.outlet, in: recorded.month, by: now, totals: .read, access),
                let change = try Self.change(from: before, to: input, medium, access)
            else { return nil }
            return (medium, input, change)
        }
        guard let (medium, input, change) = found else { return false }
        let (journal, recorder) = (journal, recorder)
        return try await database.write { access in
            // Whoever was here first has recorded it; the next look compares with that.
            let standing = try AmountStore.amounts(
                of: recorded.outlet, year: recorded.month.year, scope: .city, in: access)
            guard standing.contains(recorded) else { return false }
            let versions = try AmountRevisionStore.revisions(
                of: recorded.outlet, recorded.pollutant, in: recorded.month, scope: .city, access)
            let place = JudgedPlace(
                outlet: recorded.outlet, enterprise: recorded.enterprise, region: recorded.region)
            let decision = try recorder.record(medium, input, at: place, now: now, in: access)
            let revision = AmountRevision(
                version: versions.count + 2, decision: decision, change: change, former: recorded)
            try AmountRevisionStore.insert(revision, in: access)
            try journal.append(
                revision.fact,
                about: FactSubject(
                    enterprise: recorded.enterprise, region: recorded.region, reference: recorded.outlet.text),
                by: .system("amounts"), occurredAt: now, in: access)
            return true
        }
    }

    private static func input(of amount: RecordedAmount, _ access: any ReadAccess) throws -> AmountInput? {
        guard let decision = try DecisionLog.decision(amount.decision, scope: .city, in: access) else { return nil }
        return try CanonicalJSON.value(AmountInput.self, from: decision.input)
    }

    /// What is different by now; nil when every hour says what it said.
    private static func change(
        from before: AmountInput, to after: AmountInput, _ medium: AmountMedium, _ access: any ReadAccess
    ) throws -> AmountChange? {
        let places = AmountChange.Places(from: before.hours, to: after.hours, of: medium)
        guard !places.isEmpty else { return nil }
        var came: [Instant] = []
        for place in places.late + places.corrected {
            let hour = after.month.start.adding(hours: Int64(place))
            let standing = try [after.pollutant, medium.flowCode].compactMap { code in
                try HourStore.effective(outlet: after.outlet, pollutant: code, hour: hour, in: access)?.version.digest
            }
            let frames = try FrameStore.frames(of: after.outlet, hour: hour, in: access)
            came += frames.filter { standing.contains(Digest256(of: $0.bytes)) }.map(\.receivedAt)
        }
        return AmountChange(
            lateHours: places.late.count, changedHours: places.corrected.count + places.marked.count,
            markedHours: places.marked.count, firstCame: came.min(), lastCame: came.max())
    }
}
