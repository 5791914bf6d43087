import Facts
import Kernel
import Persistence
import Standards
public import Web

extension AmountRoom {
    /// An outlet's year as a page and as CSV, and one month explained.
    public var routes: [Route] {
        let readers = Permission.roles([.cityOfficer, .branchOfficer, .enterpriseManager])
        let years = Route.list(
            "/outlets/{outlet}/amounts", summary: Phrase("实际排放量", "actual amounts"), permission: readers,
            query: [
                .filter("year", Phrase("年份，缺省为今年", "Year; this one unless given"), .number(2000...2100, like: "2026"))
            ], place: nil
        ) { visit, _ in try await yearPage(visit) }
        return years + [
            Route.page(
                "/outlets/{outlet}/amounts/{pollutant}/{month}",
                summary: Phrase("一个月的排放量如何得出", "how the amount of a month came about"), permission: readers,
                query: [.filter("version", Phrase("第几次记录", "Which record of it"), .number(1...999_999, like: "1"))]
            ) { visit in
                try await monthPage(visit)
            }
        ]
    }

    private func yearPage(_ visit: Visit) async throws -> OutletAmountsPage {
        let id: OutletID = try visit.code("outlet")
        let scope = try visit.signedIn().scope
        let present = AmountMonth(of: visit.now.civil.date)
        let year = visit.query("year").flatMap { Int($0) }
        let (directory, source, now) = (directory, source, visit.now)
        let page = try await database.read { access -> OutletAmountsPage? in
            guard let outlet = try directory.outlet(id, scope: scope, in: access) else { return nil }
            let recorded = try AmountStore.amounts(of: id, year: year ?? present.year, scope: scope, in: access)
            var lines = recorded.map {
                AmountLine(pollutant: $0.pollutant, month: $0.month, amount: $0, isRecorded: true)
            }
            // What is not recorded yet: this month, and the one before until its day has come.
            for month in [present.previous, present] where month.year == year ?? present.year {
                for pollutant in try source.pollutants(of: id, in: month, access)
                where !recorded.contains(where: { $0.pollutant == pollutant && $0.month == month }) {
                    guard
                        let counted = try Self.counted(
                            pollutant, outlet, month, by: now, source, access)
                    else { continue }
                    lines.append(counted.line)
                }
            }
            return OutletAmountsPage(
                outlet: outlet, year: year ?? present.year,
                lines: lines.sorted { ($0.pollutant, $0.month) < ($1.pollutant, $1.month) },
                figures: source.figures.amounts)
        }
        guard let page else { throw Problem.notFound }
        return page
    }

    private func monthPage(_ visit: Visit) async throws -> MonthAmountPage {
        let id: OutletID = try visit.code("outlet")
        let pollutant: PollutantCode = try visit.code("pollutant")
        guard let month = AmountMonth(try visit.parameter("month")) else { throw Problem.notFound }
        let scope = try visit.signedIn().scope
        let version = visit.query("version").flatMap { Int($0) }
        let (directory, source, now) = (directory, source, visit.now)
        let page = try await database.read { access -> MonthAmountPage? in
            guard let outlet = try directory.outlet(id, scope: scope, in: access) else { return nil }
            let recorded = try AmountStore.amounts(of: id, year: month.year, scope: scope, in: access)
                .first { $0.pollutant == pollutant && $0.month == month }
            if let recorded {
                let revisions = try AmountRevisionStore.revisions(of: id, pollutant, in: month, scope: scope, access)
                let wanted = version ?? revisions.count + 1
                guard wanted <= revisions.count + 1 else { return nil }
                let shown = wanted == revisions.count + 1 ? recorded : revisions[wanted - 1].former
                return try Self.recordedPage(
                    shown, AmountVersions(revisions: revisions, shown: wanted), outlet, source.figures.amounts,
                    scope: scope, access)
            }
            guard version == nil else { return nil }
            let present = AmountMonth(of: now.civil.date)
            guard [present, present.previous].contains(month),
                try source.pollutants(of: id, in: month, access).contains(pollutant),
                let counted = try Self.counted(pollutant, outlet, month, by: now, source, access)
            else { return nil }
            return MonthAmountPage(
                outlet: outlet, line: counted.line, outcome: counted.ruling.outcome, rule: counted.rule,
                steps: counted.ruling.steps, figures: source.figures.amounts, replays: nil, versions: nil)
        }
        guard let page else { throw Problem.notFound }
        return page
    }

    private static func recordedPage(
        _ recorded: RecordedAmount, _ versions: AmountVersions, _ outlet: OutletSummary, _ figures: AmountFigures,
        scope: Scope, _ access: any ReadAccess
    ) throws -> MonthAmountPage? {
        guard let decision = try DecisionLog.decision(recorded.decision, scope: scope, in: access),
            let rule = rules.first(where: {
                $0.descriptor.code == decision.ruleCode && $0.descriptor.version == decision.ruleVersion
            })
        else { return nil }
        let replayed = try rule.ruling(on: decision.input)
        return MonthAmountPage(
            outlet: outlet,
            line: AmountLine(
                pollutant: recorded.pollutant, month: recorded.month, amount: recorded, isRecorded: true),
            outcome: try CanonicalJSON.value(AmountOutcome.self, from: decision.outcome), rule: rule.descriptor,
            steps: try decision.steps(), figures: figures,
            replays: replayed.outcome == decision.outcome && replayed.steps == decision.stepsJSON,
            versions: versions)
    }

    private typealias Counted = (line: AmountLine, ruling: Ruling<AmountOutcome>, rule: RuleDescriptor)

    /// What a month comes to so far; nothing is recorded.
    private static func counted(
        _ pollutant: PollutantCode, _ outlet: OutletSummary, _ month: AmountMonth, by now: Instant,
        _ source: AmountSource, _ access: any ReadAccess
    ) throws -> Counted? {
        guard
            let (medium, input) = try source.input(
                pollutant, of: outlet.outlet, in: month, by: now, totals: .leftOut, access)
        else { return nil }
        let (ruling, rule) =
            switch medium {
            case .air: (StackMarkedMonthAmount.decide(input), StackMarkedMonthAmount.descriptor)
            case .water: (WaterMarkedMonthAmount.decide(input), WaterMarkedMonthAmount.descriptor)
            }
        let place = JudgedPlace(outlet: outlet.outlet, enterprise: outlet.enterprise, region: outlet.region)
        let amount = RecordedAmount(
            ruling.outcome, of: pollutant, in: month, at: place, decision: DecisionID(checked: "-"), recordedAt: now)
        let line = AmountLine(pollutant: pollutant, month: month, amount: amount, isRecorded: false)
        return (line, ruling, rule)
    }
}
