import Kernel
import Persistence

/// Looking again at days whose values came, or were read otherwise, behind their look, and at days whose look was
/// missed: so nothing escapes by being late (decision 176).
extension SignWatch {
    /// Days of outlets looked at again in one look. Design value.
    private static let daysOfLook = 5
    /// A day waits so long behind its first late value, so that what comes with it is seen together, in minutes.
    /// Design value.
    private static let minutesOfWaiting: Int64 = 10
    /// So many days before the newest look are looked at again; what comes later than that is seen by windows of a
    /// month only. Design value.
    private static let daysBack: Int64 = 31

    /// Looks at days that wait; returns how many those were.
    func lookAgain() async throws -> Int {
        let now = clock.now()
        let waiting = try await database.read { access in
            try LateDayStore.due(
                notedBefore: now.adding(minutes: -Self.minutesOfWaiting), limit: Self.daysOfLook, in: access)
        }
        for late in waiting {
            let seen = try await see(late.day, of: late.place)
            let now = clock.now()
            try await database.write { access in
                guard let newest = try SignLookStore.newest(of: late.place.outlet, in: access) else { return }
                for finding in seen.findings {
                    if late.day < newest {
                        try settleEarlier(finding, at: late.place, now: now, in: access)
                    } else {
                        try settle(finding, at: late.place, now: now, in: access)
                    }
                }
                try keep(seen.shapes, at: late.place, in: access)
                try LateDayStore.remove(late, in: access)
                try LateDayStore.forget(
                    before: newest.adding(days: -Self.daysBack), of: late.place.outlet, in: access)
            }
        }
        return waiting.count
    }

    /// Has the days looked at that were passed over since the last look: the program stood still.
    func noteMissed(before day: CivilDate, at place: JudgedPlace, now: Instant, in access: any WriteAccess) throws {
        guard let last = try SignLookStore.newest(of: place.outlet, in: access) else { return }
        let first = max(last.dayNumber + 1, day.dayNumber - Self.daysBack)
        guard first < day.dayNumber else { return }
        for number in first..<day.dayNumber {
            try LateDayStore.note(CivilDate(dayNumber: number), of: place.outlet, now: now, in: access)
        }
    }

    /// Enters what an earlier day shows unless it is known. Nothing ends by it: whether a sign is still seen, the
    /// newest day tells; one that is found beside another open one of its kind has ended already.
    private func settleEarlier(
        _ finding: SignLook.Finding, at place: JudgedPlace, now: Instant, in access: any WriteAccess
    ) throws {
        guard let sign = finding.found, sign.firstHour <= sign.lastHour,
            try !SuspicionStore.isKnown(
                finding.sign, of: finding.pollutant, at: place.outlet, in: sign.firstHour...sign.lastHour, access)
        else { return }
        let isOpen = try SuspicionStore.open(at: place.outlet, in: access).contains {
            $0.sign == finding.sign && $0.pollutant == finding.pollutant
        }
        try begin(finding, sign, endedAt: isOpen ? now : nil, at: place, now: now, in: access)
    }
}
