import Access
import Facts
import Kernel
import Monitoring
import Persistence
import Registry
import Supervision
import Web

/// Supervision's questions, answered by the register and by Monitoring.
struct SupervisionWiring: CaseSurroundings, OfficerRegister, CaseMarks {
    let registry: RegistryRoom
    let monitoring: MonitoringRoom

    /// The place is shown with a case that is itself in sight, so it is asked for without a scope of its own.
    func place(of outlet: OutletID, in access: any ReadAccess) throws -> CasePlace? {
        try registry.outlet(outlet, scope: .city, in: access).map { card in
            CasePlace(
                outletTitle: "\(card.outlet.number) \(card.outlet.name)", enterpriseName: card.enterpriseName,
                regionName: registry.regions.name(of: card.region),
                branchName: registry.regions.region(card.region)?.branch ?? registry.regions.name(of: card.region),
                organName: registry.regions.region(card.region)?.organ ?? registry.regions.name(of: card.region))
        }
    }

    /// The enterprise of a case that is itself in sight.
    func party(_ enterprise: EnterpriseID, in access: any ReadAccess) throws -> CaseParty? {
        guard let firm = try registry.enterprise(enterprise, scope: .city, in: access) else { return nil }
        let head = try registry.head(of: enterprise, in: access)
        return CaseParty(
            name: firm.name, creditCode: firm.creditCode?.text, address: firm.address.isEmpty ? nil : firm.address,
            post: head?.post, person: head?.name)
    }

    /// A filter shows nothing by itself: the cases behind it are asked for with the reader's scope.
    func outlets(named text: String, limit: Int, in access: any ReadAccess) throws -> [OutletID] {
        var filter = OutletFilter()
        filter.text = text
        return try registry.outlets(scope: .city, filter, after: nil, limit: limit, in: access).map(\.outlet.id)
    }

    var regions: [(code: RegionCode, name: Phrase)] { registry.regions.all.map { ($0.code, $0.name) } }

    func evidence(
        of episode: EpisodeID, upheldAs upheld: FirstTold?, scope: Scope, in access: any ReadAccess
    ) throws -> CaseEvidence? {
        try monitoring.evidence(
            of: episode, decidedBy: upheld?.decision, extent: upheld?.extent, scope: scope, in: access
        ).map { evidence in
            CaseEvidence(
                decision: evidence.decision,
                hours: evidence.hours.map { hour in
                    CaseEvidence.Hour(
                        hour: hour.hour, value: hour.value, limit: hour.limit, mark: hour.mark,
                        exceeds: hour.exceeds, frame: hour.frame, remark: hour.remark, page: hour.page,
                        lowest: hour.lowest, isJudged: hour.isJudged)
                }, cause: evidence.cause,
                ground: ExceedanceGround(
                    factor: evidence.factor, rule: "\(evidence.ruleCode) v\(evidence.ruleVersion)",
                    decision: evidence.decision, limit: evidence.limitText, limitSource: evidence.limitSource,
                    limitStandard: evidence.limitStandard, limitKind: evidence.limitKind, adoption: evidence.adoption,
                    values: evidence.hours.filter(\.exceeds).flatMap(Self.exceedingValues)))
        }
    }

    func replaced(
        _ hours: [ToldHours], at outlet: OutletID, in access: any ReadAccess
    ) throws -> [ReplacedValue] {
        try hours.flatMap { told in
            let periods: [MeanPeriod] = told.isOfDays ? [.day, .hour] : [.hour]
            return try periods.flatMap { period in
                try monitoring.replacedMeans(
                    of: told.pollutant, at: outlet, by: period, in: told.first...told.last, access)
            }.map { mean in
                ReplacedValue(
                    pollutant: told.pollutant, start: mean.start, period: mean.period,
                    versions: mean.versions.map { sent in
                        ReplacedValue.Version(
                            value: sent.value, measured: sent.measured, mark: sent.mark, dataTime: sent.dataTime,
                            frame: sent.frame, receivedAt: sent.receivedAt)
                    }, sign: mean.sign)
            }
        }
    }

    /// What a paper lists of one judged mean: itself, or of a furnace's day the five-minute means that were counted.
    private static func exceedingValues(_ hour: EpisodeEvidence.Hour) -> [ExceedingValue] {
        guard hour.lowMeans.isEmpty else {
            return hour.lowMeans.map { low in
                ExceedingValue(start: low.start, judged: low.mean, measured: nil, mark: nil)
            }
        }
        return hour.value.map { value in
            [ExceedingValue(start: hour.hour, judged: value, measured: hour.measured, mark: hour.mark)]
        } ?? []
    }

    var windows: [CaseMarkWindow] { monitoring.markWindows.map(Self.window) }

    func windows(of outlet: OutletID, in access: any ReadAccess) throws -> [CaseMarkWindow] {
        try monitoring.markWindows(of: outlet, in: access).map(Self.window)
    }

    private static func window(_ window: MarkWindow) -> CaseMarkWindow {
        CaseMarkWindow(
            code: window.code, name: window.name, hoursMax: window.hoursMax, certainty: window.certainty,
            factor: window.factor)
    }

    func state(
        _ mark: CaseMark, by actor: Actor, at now: Instant, in access: any WriteAccess
    ) throws -> CaseMarkOutcome {
        func standing() throws -> [ExceedanceExtent] {
            try mark.episodes.compactMap { try monitoring.standingExtent(of: $0, in: access) }
        }
        do {
            let before = try standing()
            let number = try monitoring.mark(
                wish(mark, Self.meaning(of: mark.condition)), by: actor, now: now, in: access)
            let after = try standing()
            return CaseMarkOutcome(
                number: number, effect: after.isEmpty ? .withdrawn : after == before ? .unchanged : .changed)
        } catch let refusal as MarkRefusal {
            throw Self.refused(refusal, naming: ["meaning": "condition"])
        }
    }

    func takeBack(_ mark: CaseMark, by actor: Actor, at now: Instant, in access: any WriteAccess) throws {
        do { try monitoring.mark(wish(mark, .normal), by: actor, now: now, in: access) } catch MarkRefusal.nothingMarked
        {
            // Cases of earlier programs corrected marks that nobody judged.
            return
        } catch let refusal as MarkRefusal {
            throw Self.refused(refusal, naming: ["reason": "opinion"])
        }
    }

    func marked(
        _ hours: [ToldHours], at outlet: OutletID, now: Instant, in access: any ReadAccess
    ) throws -> MarkedHours {
        var marks: [Int64: StatedMark] = [:]
        var open: Instant?
        for told in hours {
            let range = told.first...told.last
            for mark in try monitoring.countingMarks(of: told.pollutant, at: outlet, in: range, access) {
                let stood = mark.firstHour...max(mark.firstHour, mark.lastHour)
                let measured =
                    mark.meaning == .standstill
                    ? try monitoring.runningValues(at: outlet, in: stood, access) : nil
                marks[mark.number] = StatedMark(
                    number: mark.number, first: mark.firstHour, last: mark.lastHour, meaning: mark.meaning.phrase,
                    reason: mark.reason, name: mark.name, at: mark.at, measured: measured?.words,
                    running: measured?.running)
            }
            let until = try monitoring.marksOpenUntil(of: range, at: outlet, now: now, in: access)
            open = [open, until].compactMap(\.self).max()
        }
        return MarkedHours(marks: marks.values.sorted { $0.number < $1.number }, openUntil: open)
    }

    func setAside(
        _ mark: CaseMark, of hours: [ToldHours], by actor: Actor, at now: Instant, in access: any WriteAccess
    ) throws -> [EpisodeID: ExceedanceExtent] {
        for told in hours {
            let range = told.first...min(told.last, max(told.first, now.startOfHour))
            guard
                try !monitoring.countingMarks(of: told.pollutant, at: mark.outlet, in: range, access).isEmpty
            else { continue }
            for part in Self.parts(of: range) {
                let wish = MarkWish(
                    outlet: mark.outlet, pollutant: told.pollutant, firstHour: part.lowerBound,
                    lastHour: part.upperBound, meaning: .normal, reason: mark.reason,
                    demand: MarkDemand(caseID: mark.caseID, step: mark.step))
                do { try monitoring.mark(wish, by: actor, now: now, in: access) } catch MarkRefusal.nothingMarked {
                    // A part of a long stretch may have no mark.
                    continue
                } catch let refusal as MarkRefusal {
                    throw Self.refused(refusal)
                }
            }
        }
        var standing: [EpisodeID: ExceedanceExtent] = [:]
        for episode in mark.episodes { standing[episode] = try monitoring.keptExtent(of: episode, in: access) }
        return standing
    }

    /// Hours in parts of as many days as are marked at once.
    private static func parts(of hours: ClosedRange<Instant>) -> [ClosedRange<Instant>] {
        var (parts, from) = ([ClosedRange<Instant>](), hours.lowerBound)
        while from <= hours.upperBound {
            let last = min(hours.upperBound, from.adding(hours: 24 * 30 - 1))
            parts.append(from...last)
            from = last.adding(hours: 1)
        }
        return parts
    }

    /// What the desk of marks says, as the step says it: its status, rule and remedy, beside the field of the step's
    /// form that holds what is wrong.
    static func refused(_ refusal: MarkRefusal, naming names: [String: String] = [:]) -> CaseRefusal {
        let problem = refusal.problem
        return CaseRefusal.markRefused(
            status: problem.status, rule: problem.rule, field: problem.field.map { names[$0] ?? $0 },
            what: problem.what, remedy: problem.remedy)
    }

    private func wish(_ mark: CaseMark, _ meaning: MarkMeaning) -> MarkWish {
        MarkWish(
            outlet: mark.outlet, firstHour: mark.firstHour, lastHour: mark.lastHour, meaning: meaning,
            window: meaning == .normal ? nil : mark.window, reason: mark.reason,
            demand: mark.isDemanded ? MarkDemand(caseID: mark.caseID, step: mark.step) : nil)
    }

    /// The loop's few words in those of the marking rules.
    private static func meaning(of condition: String) -> MarkMeaning {
        switch condition {
        case "start": .starting
        case "stop": .stopping
        case "maintenance": .maintenance
        // The form offers nothing else but `fault`, of the plant.
        default: .fault
        }
    }

    func officers(of region: RegionCode, in access: any ReadAccess) throws -> [CertifiedOfficer] {
        try Certificates.officers(of: region, in: access).map { person, certificates in
            CertifiedOfficer(
                person: person.id, name: person.name, role: person.role,
                certificates: certificates.map { certificate in
                    CertifiedOfficer.Certificate(
                        number: certificate.number.text, from: certificate.validFrom, to: certificate.validTo)
                })
        }
    }
}
