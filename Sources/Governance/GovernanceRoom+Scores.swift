import Facts
import Kernel
import Persistence
import Web

extension GovernanceRoom {
    /// The scores of closed months, for whoever sees the work; the office closes months.
    var scoreRoutes: [Route] {
        let board = Permission.roles([.cityOfficer, .liaison])
        return Route.list(
            "/governance/scores", summary: Phrase("双指标和综合评价", "the dual index and evaluations of a month"),
            permission: board, query: [Self.monthFilter], place: nil
        ) { visit, _ in try await scoresPage(visit) }
            + [
                Route.page(
                    "/governance/scores/{decision}",
                    summary: Phrase("评分说明", "a score with each step and fact"), permission: board
                ) { visit in try await scorePage(visit) },
                Route(
                    .post, "/governance/months", summary: Phrase("月份定稿", "close a month"),
                    permission: .roles([.cityOfficer]), fields: ScoresPage.fields + [ScoresPage.despite],
                    onRefusal: { visit in .page(try await scoresPage(visit)) },
                    handler: { visit in
                        let (person, now, room) = (try visit.signedIn().person, visit.now, indicators)
                        guard let month = CivilMonth(visit.form["month"] ?? "") else {
                            throw IndicatorRefusal.unknownMonth
                        }
                        let isConfirmed = visit.form["confirmed"] == "true"
                        let word = visit.form["despite"] ?? ""
                        let despite = word.isEmpty ? nil : word
                        try await database.write { access in
                            let figures = try room.closable(month, despite: despite, at: now, in: access).figures
                            guard isConfirmed else {
                                throw IndicatorRefusal.unconfirmed(
                                    month, missing: figures.count { $0.value == nil }, of: figures.count)
                            }
                            try room.freeze(month, despite: despite, by: person, at: now, in: access)
                        }
                        return .redirect("/governance/scores?month=\(month)")
                    }),
            ]
    }

    /// What a visitor sees of the work. Refuses whoever sees nothing of it.
    static func sight(
        of person: PersonID, _ desk: GovernanceDesk, _ access: any ReadAccess
    ) throws -> BoardSight {
        let sight = try desk.directory.member(person, in: access)?.sight ?? .nothing
        guard sight == .board else { throw GovernanceRefusal.notOfTheBoard }
        return sight
    }

    private func name(of score: Score) -> Phrase {
        switch score.kind {
        case .unit: Phrase(score.subject, score.subject)
        case .dual, .district: name(of: RegionCode(score.subject))
        }
    }

    private func scoresPage(_ visit: Visit) async throws -> ScoresPage {
        let (room, desk, actor, refused) = (indicators, desk, try visit.signedIn(), visit.refused)
        let asked = visit.query("month").flatMap { CivilMonth($0) }
        let (now, typed) = (visit.now, refused?.typed["month"].flatMap { CivilMonth($0) })
        let last = CivilMonth(now.civil.date).adding(-1)
        return try await database.read { access in
            let sight = try Self.sight(of: actor.person, desk, access)
            let (kept, all) = (try IndicatorStore.frozenMonths(access), try ScoreStore.scores(in: sight, access))
            let months = kept.map(\.month)
            // A month that is not closed has no scores; another one's are no answer.
            let month = asked.map { asked in months.first { $0 == asked } } ?? months.first
            let frozen = try month.flatMap { try IndicatorStore.frozen($0, in: access) }
            let lines = all.map { ScoresPage.Line(score: $0, name: name(of: $0)) }
            let closable: CivilMonth? =
                actor.role == .cityOfficer ? (months.contains(last) ? last.adding(1) : last) : nil
            return ScoresPage(
                month: month, months: months, lines: lines.filter { $0.score.month == month },
                history: lines.filter { $0.score.kind == .dual }, good_points: room.scores.good_points,
                closable: closable,
                closing: try closable.flatMap { try room.closing(typed ?? $0, at: now, in: access) },
                implausible: frozen.map { room.implausible(in: $0.figures) } ?? [], despite: frozen?.despite,
                refused: refused)
        }
    }

    private func scorePage(_ visit: Visit) async throws -> ScorePage {
        let id: DecisionID = try visit.code("decision")
        let (desk, person) = (desk, try visit.signedIn().person)
        let page = try await database.read { access -> ScorePage? in
            let sight = try Self.sight(of: person, desk, access)
            return try ScoreStore.score(decidedBy: id, in: sight, access).flatMap { try explained($0, access) }
        }
        guard let page else { throw Problem.notFound }
        return page
    }

    /// A score explained; nil when its decision is not in the log.
    func explained(_ score: Score, isPublic: Bool = false, _ access: any ReadAccess) throws -> ScorePage? {
        guard let decision = try DecisionLog.decision(score.decision, scope: .city, in: access) else { return nil }
        let isDual = score.kind == .dual
        let items: [ScoredItem]
        if isDual {
            let input = try CanonicalJSON.value(DualIndexRule.Input.self, from: decision.input)
            items = input.environment + input.economy
        } else {
            items = try CanonicalJSON.value(WeightedScoreRule.Input.self, from: decision.input).items
        }
        let closed = try IndicatorStore.frozen(score.month, in: access)
        let weighed = Set(items.map(\.code))
        let named = indicators.book.all.filter { weighed.contains($0.code.text) }
        let region = score.kind == .unit ? nil : RegionCode(score.subject)
        return ScorePage(
            score: score, name: name(of: score),
            descriptor: Self.descriptor(of: decision, isDual: isDual), items: items,
            steps: try decision.steps(), decidedAt: decision.decidedAt,
            indicators: Dictionary(named.map { ($0.code.text, $0) }, uniquingKeysWith: { first, _ in first }),
            periods: Dictionary(
                named.compactMap { indicator in
                    closed?.figures.figure(indicator.code, indicator.isByDistrict ? region : nil).map {
                        (indicator.code.text, $0.month)
                    }
                }, uniquingKeysWith: { first, _ in first }),
            grounds: try grounds(of: score, items, in: access), isPublic: isPublic)
    }

    /// The version of the rule that decided a score.
    private static func descriptor(of decision: Decision, isDual: Bool) -> RuleDescriptor {
        if isDual { return DualIndexRule.descriptor }
        let versions = [ExactScoreRule.descriptor, WeightedScoreRule.descriptor]
        return versions.first { $0.version == decision.ruleVersion } ?? WeightedScoreRule.descriptor
    }
}
