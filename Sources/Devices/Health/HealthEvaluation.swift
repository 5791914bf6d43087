import Facts
import Kernel
import Persistence

/// One look at one device: its figures, what they find, and what that changes.
struct HealthEvaluation: Sendable {
    let sources: any HealthSources
    let journal: Journal
    let limits: HealthLimits
    let secrets: HealthRound.Secrets
    let now: Instant

    func evaluate(_ station: DeviceStation, in access: any WriteAccess) throws {
        let figures = try figures(of: station, access)
        let findings = HealthFinding.found(in: figures, limits: limits, now: now)
        try settle(findings, of: station, access)
        try DeviceHealthStore.save(
            DeviceStanding(
                device: station.device, outlet: station.outlet, outletTitle: station.outletTitle,
                enterprise: station.enterprise, enterpriseName: station.enterpriseName, region: station.region,
                findings: findings.map(\.kind), lastSeenAt: figures.lastSeenAt, drift: figures.drift,
                minutes: figures.minutes, minuteStep: figures.minuteStep, hours: figures.hours,
                frames: figures.frames, failures: figures.failures, repeated: figures.repeated,
                resent: figures.resent, lowered: figures.lowered, dialect: figures.dialect, lookedAt: now),
            in: access)
    }

    private func figures(of station: DeviceStation, _ access: any ReadAccess) throws -> DeviceFigures {
        let window = DeviceFigures.window(limits, now: now)
        let summary = try DeviceHourStore.summary(of: station.outlet, in: access)
        let known = DeviceFigures.Surroundings(
            failures: try sources.checksumFailures(of: station.device, since: window.lowerBound, in: access),
            repeated: try DeviceNoteStore.repeats(of: station.device, since: window.lowerBound, in: access),
            hasDefaultPassword: secrets.withDefaultPassword.contains(station.device),
            minuteInterval: DeviceIdentity.minuteInterval(
                in: try DeviceNoteStore.said(by: station.outlet, in: access)),
            keyMadeAt: secrets.keysInForce[station.device], firstHour: summary.first,
            firstMinutesHour: summary.firstMinutes, everSentHours: summary.hours, lastSeenAt: summary.lastReceivedAt)
        let hours = try DeviceHourStore.hours(
            of: station.outlet, from: window.lowerBound, to: now.startOfHour.adding(hours: 1), in: access)
        return DeviceFigures(hours: hours, known, limits: limits, now: now)
    }

    /// Begins what is new and ends what is no longer so; each is a fact.
    private func settle(
        _ findings: [HealthFinding], of station: DeviceStation, _ access: any WriteAccess
    ) throws {
        let open = try FindingStore.open(of: station.outlet, in: access)
        let subject = FactSubject(
            enterprise: station.enterprise, region: station.region, reference: station.outlet.text)
        for finding in findings where !open.contains(where: { $0.kind == finding.kind }) {
            try FindingStore.begin(finding, of: station, at: now, in: access)
            try journal.append(
                DeviceFindingBegan(
                    device: station.device, outlet: station.outlet, finding: finding.kind.rawValue,
                    evidence: finding.evidence), about: subject, by: .system("health-watch"), in: access)
        }
        for ended in open where !findings.contains(where: { $0.kind == ended.kind }) {
            try FindingStore.end(ended.kind, of: station.outlet, at: now, in: access)
            try journal.append(
                DeviceFindingEnded(
                    device: station.device, outlet: station.outlet, finding: ended.kind.rawValue,
                    began: ended.beganAt), about: subject, by: .system("health-watch"), in: access)
        }
    }
}
