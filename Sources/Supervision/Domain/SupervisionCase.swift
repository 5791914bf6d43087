import Facts
import Kernel

/// A closed-loop case: what one outlet exceeded, on its way to closure.
struct SupervisionCase: Sendable, Equatable {
    let id: CaseID
    /// The running number within its year, for the document number 〔2026〕1号.
    let number: Int
    let year: Int
    let outlet: OutletID
    let enterprise: EnterpriseID
    let region: RegionCode
    /// The exceedances it is about, the one it was opened for first; never empty.
    let episodes: [CaseEpisode]
    /// The how manieth exceedance of the outlet within 30 days it was opened for.
    let occurrence: Int
    let openedAt: Instant
    let state: CaseState
    /// When the clock of this state runs out; nil when closed or merged.
    let due: Instant?
    /// Whether the time-out of this state was dealt with: the duty was handed up, or the level raised.
    let isOvertime: Bool
    /// The clock of the decision on its request for more time; nil when none is owed.
    let request: ClosedLoop.RequestClock?
    /// How often a time-out raised its level.
    let raises: Int
    /// Whether the city closes it whatever its weight: cases of earlier programs, and those handed over.
    let cityCloses: Bool
    /// The case that goes on with it, when it was merged.
    let mergedInto: CaseID?
    /// When it was last reopened after its closure; nil when it never was.
    let reopenedAt: Instant?
    /// The steps taken, first to last.
    let steps: [Step]

    /// 〔2026〕1号.
    var documentNumber: String { "〔\(year)〕\(number)号" }

    /// The exceedances that count: on the effective values, or as they were first told where values that were sent
    /// again were refused.
    var standing: [CaseEpisode] { episodes.compactMap(\.counted) }

    /// The step that refused values sent again, while something counts because of it; nil for none.
    var refusal: Step? {
        standing.contains { $0.upheld != nil } ? steps.last { $0.action == .refuseData } : nil
    }

    /// The heaviest exceedance: of those that stand, else of all. The level goes before the multiple: a cold furnace
    /// has no multiple, and may be red.
    var gravest: CaseEpisode {
        let chosen = standing.isEmpty ? episodes : standing
        guard let first = chosen.first else { preconditionFailure("a case has at least one exceedance") }
        return chosen.dropFirst().reduce(first) { heaviest, next in
            let (old, new) = (heaviest.extent, next.extent)
            return (old.level, old.multiple) < (new.level, new.multiple) ? next : heaviest
        }
    }

    /// The exceedances that a document tells of: all that stand, else all, the heaviest first.
    var told: [CaseEpisode] {
        let first = gravest
        return [first] + (standing.isEmpty ? episodes : standing).filter { $0.episode != first.episode }
    }

    /// Whether a clock of where it stands has run out: also when its duty was then handed up, or its level raised, and
    /// that clock still runs. The desk and the statistics count by this one definition.
    func isOverdue(at now: Instant) -> Bool { isOvertime || due.map { $0 < now } ?? false }

    /// What is known of its heaviest exceedance.
    var extent: ExceedanceExtent { gravest.extent }

    /// Whether no exceedance of it counts any more.
    var isWithdrawn: Bool { standing.isEmpty }

    /// Whether the outlet no longer exceeds, as far as the hours received so far say.
    var isOver: Bool { standing.allSatisfy(\.extent.ended) }

    /// Whether the enterprise may still mark some of its hours: warnings run, the qualification waits.
    var isProvisional: Bool { standing.contains(where: \.traits.isProvisional) }

    /// Until when the enterprise may mark them, unless it states earlier that there is nothing to mark; nil when all
    /// marks are closed.
    func provisionalUntil(_ rules: ClosedLoopRules) -> Instant? {
        standing.filter(\.traits.isProvisional).map { episode in
            rules.marksClose(on: episode.extent.lastHour.civil.date)
        }.max()
    }

    /// How many hours (or days) of its exceedances stand.
    var standingHours: Int { standing.map(\.extent.hours).reduce(0, +) }

    /// The numbers of the steps that closed it and were not its end.
    var reopenings: [Int] {
        steps.filter { $0.to == .closed && ($0.number < steps.count || state != .closed) }.map(\.number)
    }

    /// The steps since it was last reopened; all when it never was.
    var round: ArraySlice<Step> { steps.dropFirst(reopenings.last ?? 0) }

    /// When it came into its present state.
    var since: Instant { round.last { $0.from != $0.to }?.at ?? reopenedAt ?? openedAt }

    /// How loudly it warns: as its heaviest exceedance; red when toxic or the third within 30 days;
    /// louder by each raise.
    var level: WarningLevel {
        let levels = WarningLevel.allCases
        let weighed: WarningLevel = isToxic || isRepeated ? .red : extent.level
        let index = (levels.firstIndex(of: weighed) ?? 0) + raises
        return levels[min(index, levels.count - 1)]
    }

    /// The how manieth exceedance of the outlet within 30 days its newest is: what joined it counts as what it was
    /// opened for does, and what no longer stands does not.
    var repetition: Int { occurrence - 1 + max(1, standing.count) }

    /// The third exceedance within 30 days and each later one.
    var isRepeated: Bool { repetition >= 3 }

    /// The means it is about: of hours as soon as one of its exceedances is, else of days.
    var averaging: EpisodeTraits.Averaging {
        let chosen = standing.isEmpty ? episodes : standing
        return chosen.allSatisfy { $0.traits.averaging == .day } ? .day : .hour
    }

    /// Whether one of its exceedances is of a toxic factor.
    var isToxic: Bool { (standing.isEmpty ? episodes : standing).contains(where: \.traits.isToxic) }

    /// Who strikes it off: the branch when it is about a single stack hour and nothing makes it heavier, else the city.
    var closingRole: Role {
        let chosen = standing.isEmpty ? episodes : standing
        let isSingleHour = chosen.count == 1 && chosen.allSatisfy(\.isSingleStackHour)
        return isSingleHour && level != .red && !isRepeated && !cityCloses ? .branchOfficer : .cityOfficer
    }

    /// What it turned out to be; nil before the qualification, also before that of a reopened case.
    var branch: CaseBranch? {
        let decisions = round.compactMap { step -> CaseBranch? in
            switch step.action {
            case .qualify: step.form["qualification"].flatMap(CaseBranch.init)
            case .dismiss: .withdrawn
            // An earlier program ordered without a qualification: what is ordered right was a true exceedance.
            case .order: .exceedance
            case .warn, .answer, .accept, .check, .serve, .report, .recheck, .reportFault, .repair, .correctMark,
                .confirm, .close, .mark, .askTime, .decideTime, .handOver, .refuseData:
                nil
            }
        }
        return decisions.last
    }

    /// The day by which it is to be put right when the newest order is served on a day.
    func rectifyBy(servedOn served: CivilDate) -> CivilDate? {
        guard let day = rectifyBy, let order else { return rectifyBy }
        return Self.term(day, order.at.civil.date, served)
    }

    /// An order counts from its service: one that was served after the day it names leaves as many days as it gave.
    private static func term(_ day: CivilDate, _ ordered: CivilDate, _ served: CivilDate) -> CivilDate {
        served <= day ? day : served.adding(days: Int64(day.dayNumber - ordered.dayNumber))
    }

    /// The newest request for more time that nobody decided yet.
    var openRequest: Step? {
        guard let asked = steps.last(where: { $0.action == .askTime }) else { return nil }
        let answered = steps.contains { $0.number > asked.number && [.decideTime, .order].contains($0.action) }
        return answered || state != .ordered ? nil : asked
    }

    /// The day by which the newest order, or the time granted since, wants it put right; nil before an order.
    var rectifyBy: CivilDate? { rectifyBy(before: .max) }

    /// The same as it was before a step.
    func rectifyBy(before number: Int) -> CivilDate? {
        var (day, asked, ordered): (CivilDate?, CivilDate?, CivilDate?) = (nil, nil, nil)
        for step in steps where step.number < number {
            if step.action == .order {
                day = step.form["rectify_by"].flatMap { CivilDate($0) } ?? day
                ordered = step.at.civil.date
            }
            if let service = OrderService(step), let ordered { day = day.map { Self.term($0, ordered, service.day) } }
            if step.action == .askTime { asked = step.form["until"].flatMap { CivilDate($0) } }
            if step.action == .decideTime, step.form["granted"] == "true" { day = asked ?? day }
        }
        return day
    }

    /// Whether the enterprise has reported a device fault, since it was last reopened.
    var isFaultKnown: Bool { round.contains { $0.action == .reportFault } }

    /// The steps whose records owe an answer by their second officer, given or not.
    var records: [Step] { steps.filter { $0.form[RecordAnswer.dueField] != nil } }

    /// Whether it was handed over for a penalty.
    var isHandedOver: Bool { steps.contains { $0.action == .handOver } }
}

/// An exceedance inside a case.
struct CaseEpisode: Sendable, Equatable {
    let episode: EpisodeID
    let pollutant: PollutantCode
    /// What is known of it.
    let extent: ExceedanceExtent
    /// Whether it no longer stands on the effective values.
    let isWithdrawn: Bool
    /// The exceedance it has grown together with, when that is why it was withdrawn.
    let mergedInto: EpisodeID?
    let traits: EpisodeTraits
    /// As what it counts although it no longer stands, because the values that took it away were refused.
    var upheld: FirstTold?

    /// The exceedance as it counts; nil where it does not.
    var counted: CaseEpisode? {
        guard isWithdrawn else { return self }
        return upheld.map { told in
            CaseEpisode(
                episode: episode, pollutant: pollutant, extent: told.extent, isWithdrawn: false, mergedInto: nil,
                traits: EpisodeTraits(averaging: traits.averaging, isProvisional: false, isToxic: traits.isToxic),
                upheld: told)
        }
    }

    /// One hour of waste gas above its limit.
    var isSingleStackHour: Bool { extent.hours == 1 && isOfStackHours }
}

/// What the loop wants to know of an exceedance beside its extent.
struct EpisodeTraits: Sendable, Equatable {
    /// The mean that was judged.
    enum Averaging: String, Sendable, CaseIterable {
        case hour
        case day
    }

    let averaging: Averaging
    /// Whether the enterprise may still mark its hours.
    let isProvisional: Bool
    /// Whether the factor is toxic: such a case is red.
    let isToxic: Bool

    /// What a fact of Monitoring says of an exceedance. Facts of the time before marks were judged say nothing of them,
    /// and mean hours whose marks are closed.
    init(of pollutant: PollutantCode, extent: ExceedanceExtent, rules: ClosedLoopRules) {
        self.init(
            averaging: extent.averaging == .day ? .day : .hour, isProvisional: extent.provisional ?? false,
            isToxic: rules.toxicFactors.contains(pollutant))
    }

    init(averaging: Averaging, isProvisional: Bool, isToxic: Bool) {
        self.averaging = averaging
        self.isProvisional = isProvisional
        self.isToxic = isToxic
    }
}

/// A step taken in a case.
struct Step: Sendable, Equatable {
    let number: Int
    let action: CaseAction
    let from: CaseState
    let to: CaseState
    let actor: PersonID
    let actorName: String
    let role: Role
    let at: Instant
    let form: [String: String]
    /// When the clock of the new state runs out; nil when closed.
    let due: Instant?
}

extension Step {
    /// The second officer of a step on site; nil for other steps.
    var companion: PersonID? { form["companion"].flatMap { PersonID($0) } }

    /// The digest of the name under which it was taken.
    var seal: Digest256 { NameSeal.of(actorName, .person(actor)) }

    /// The same step with more in its form.
    func adding(_ more: [String: String]) -> Step {
        Step(
            number: number, action: action, from: from, to: to, actor: actor, actorName: actorName, role: role, at: at,
            form: form.merging(more) { _, new in new }, due: due)
    }
}
