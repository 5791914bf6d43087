import Facts
public import Kernel
import Standards
import Persistence

/// Looks at yesterday's values of each outlet once a day, a bounded slice at a time, and never in the transaction of a
/// frame.
///
/// A day is looked at from noon of the next day on: until then the enterprise may mark its values. A day whose values
/// came later, or whose look was missed, is looked at again.
public struct SignWatch: Sendable {
    let database: any Database
    let journal: Journal
    let decisions: DecisionLog
    let entropy: any EntropySource
    let clock: any WallClock
    let factors: DeviceFactors
    let figures: SignFigures
    let judging: JudgingFigures
    let furnaces: ReferenceFurnaces

    /// Outlets of one look: 10,000 outlets take 3 hours at a look every 10 seconds. Design value.
    static let outletsOfLook = 10
    /// Hours after midnight from which the day before is looked at: the enterprise's marks close at 12:00.
    static let hoursAfterMidnight: Int64 = 12

    /// The day that can be looked at by a moment.
    public static func dayDue(by now: Instant) -> CivilDate {
        now.adding(hours: -hoursAfterMidnight).civil.date.adding(days: -1)
    }

    /// Looks at the outlets that are due; returns how many those were.
    @discardableResult
    public func look() async throws -> Int {
        try await look(at: Self.dayDue(by: clock.now())) + lookAgain()
    }

    /// Looks at one day of the outlets whose last look was at an earlier one.
    @discardableResult
    public func look(at day: CivilDate) async throws -> Int {
        let due = try await database.read { try SignLookStore.due(day: day, limit: Self.outletsOfLook, in: $0) }
        for place in due {
            let seen = try await see(day, of: place)
            let now = clock.now()
            try await database.write { access in
                for finding in seen.findings { try settle(finding, at: place, now: now, in: access) }
                try keep(seen.shapes, at: place, in: access)
                let oldest = Instant(startOf: day).adding(hours: -24 * Int64(figures.copiedCurve.daysBack.value))
                try ShapeStore.forget(before: oldest, of: place.outlet, in: access)
                try noteMissed(before: day, at: place, now: now, in: access)
                try SignLookStore.note(place.outlet, day: day, in: access)
            }
        }
        return due.count
    }

    /// What shows on a day of an outlet, with the shapes of its curves.
    func see(_ day: CivilDate, of place: JudgedPlace) async throws -> SignLook.Curves {
        let look = SignLook(
            place: place, day: day, figures: figures, factors: factors,
            comparison: ComparisonLook(
                outlet: place.outlet, day: day, factors: factors, judging: judging, furnaces: furnaces))
        async let comparisons = database.read { try look.comparisons(in: $0) }
        var seen = try await database.read { try look.curves(in: $0) }
        seen.findings += try await comparisons
        return seen
    }

    func keep(
        _ shapes: [PollutantCode: [CurveShape]], at place: JudgedPlace, in access: any WriteAccess
    ) throws {
        for (pollutant, shapes) in shapes.sorted(by: { $0.key < $1.key }) {
            try ShapeStore.keep(shapes, of: pollutant, at: place, in: access)
        }
    }

    /// Looks until the task is cancelled; a look that fails is reported, and the next one is taken all the same.
    public func run(every interval: Duration, reporting report: @Sendable (any Error) -> Void) async throws {
        while !Task.isCancelled {
            do { try await look() } catch {
                try Task.checkCancellation()
                report(error)
            }
            try await Task.sleep(for: interval)
        }
    }

    /// Begins what is new, goes on with what is still seen, ends what is seen no longer.
    func settle(
        _ finding: SignLook.Finding, at place: JudgedPlace, now: Instant, in access: any WriteAccess
    ) throws {
        let open = try SuspicionStore.open(at: place.outlet, in: access)
            .first { $0.sign == finding.sign && $0.pollutant == finding.pollutant }
        switch (open, finding.found) {
        case (nil, nil): return
        case (let open?, let sign?): try SuspicionStore.extend(open.id, to: sign.lastHour, in: access)
        case (let open?, nil):
            try SuspicionStore.end(open.id, at: now, in: access)
            try append(
                SuspicionEnded(suspicion: open.id, outlet: open.outlet, lastHour: open.lastHour), place, now, access)
        case (nil, let sign?): try begin(finding, sign, endedAt: nil, at: place, now: now, in: access)
        }
    }

    /// Enters a suspicion; one that is over when it is found is ended at once.
    func begin(
        _ finding: SignLook.Finding, _ sign: FoundSign, endedAt: Instant?, at place: JudgedPlace, now: Instant,
        in access: any WriteAccess
    ) throws {
        let id = SuspicionID(checked: "SG" + entropy.bytes(8).hex)
        let decision = try finding.decide(decisions, id, place, access)
        try SuspicionStore.insert(
            Suspicion(
                id: id, sign: finding.sign, outlet: place.outlet, pollutant: finding.pollutant,
                firstHour: sign.firstHour, lastHour: sign.lastHour, foundAt: now, endedAt: endedAt, decision: decision,
                enterprise: place.enterprise, region: place.region), in: access)
        try append(
            SuspicionFound(
                suspicion: id, outlet: place.outlet, pollutant: finding.pollutant, sign: finding.sign.rawValue,
                rule: finding.sign.rule.code, firstHour: sign.firstHour, lastHour: sign.lastHour,
                figures: sign.figures, framesRoot: finding.framesRoot, decision: decision), place, now, access)
        guard endedAt != nil else { return }
        try append(
            SuspicionEnded(suspicion: id, outlet: place.outlet, lastHour: sign.lastHour), place, now, access)
    }

    private func append(
        _ fact: some Fact, _ place: JudgedPlace, _ now: Instant, _ access: any WriteAccess
    ) throws {
        let subject = FactSubject(
            enterprise: place.enterprise, region: place.region, reference: place.outlet.text)
        try journal.append(fact, about: subject, by: .system("sign-watch"), occurredAt: now, in: access)
    }
}
