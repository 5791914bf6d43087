import Facts
import Kernel
import Persistence
import Standards
public import Web

extension FalsificationRoom {
    /// The list, one suspicion, its curve. For officers only: a suspicion shows somebody else's curve beside the own
    /// one, and nobody is told of it before it was looked into.
    public var routes: [Route] {
        let readers = Permission.roles([.cityOfficer, .branchOfficer])
        let list = Route.list(
            "/suspicions", summary: Phrase("造假嫌疑", "suspicions"), permission: readers,
            query: [
                .filter("sign", Phrase("迹象", "Sign"), among: SignKind.self),
                .filter("region", Phrase("属地", "Region"), .region),
                .filter("outlet", Phrase("排放口编号", "Outlet"), .outlet),
                .filter(
                    "state", Phrase("状态，缺省为仍可见", "State; still seen unless given"), among: SuspicionFilter.State.self),
            ], place: "behind", CodeForm(like: "1795000000000-S0001") { SuspicionFilter.Place($0) != nil },
            page: listPage)
        return list + [
            Route.page("/suspicions/{suspicion}", summary: Phrase("一个嫌疑", "one suspicion"), permission: readers) {
                visit in
                try await suspicionPage(visit)
            },
            Route.json(
                "/suspicions/{suspicion}/chart", summary: Phrase("嫌疑曲线", "a suspicion's curve"),
                permission: readers
            ) { visit in
                let page = try await suspicionPage(visit)
                guard let chart = SuspicionChart(page, language: visit.language) else { throw Problem.notFound }
                return chart
            },
        ]
    }

    private func listPage(_ visit: Visit, rowsMax: Int) async throws -> SuspicionListPage {
        let scope = try visit.signedIn().scope
        let filter = SuspicionFilter(
            sign: visit.query("sign").flatMap { SignKind(rawValue: $0) },
            region: visit.query("region").flatMap { RegionCode($0) },
            outlet: visit.query("outlet").flatMap { OutletID($0) },
            state: visit.query("state").flatMap { SuspicionFilter.State(rawValue: $0) } ?? .open)
        let place = visit.query("behind").flatMap { SuspicionFilter.Place($0) }
        let directory = directory
        return try await database.read { access in
            let found = try SuspicionStore.page(
                filter, behind: place, scope: scope, limit: rowsMax + 1, in: access)
            let shown = found.prefix(rowsMax)
            let lines = try shown.compactMap { suspicion -> SuspicionListPage.Line? in
                guard let outlet = try directory.outlet(suspicion.outlet, scope: scope, in: access),
                    let decision = try DecisionLog.decision(suspicion.decision, scope: scope, in: access),
                    let sign = try CanonicalJSON.value(SignOutcome.self, from: decision.outcome).sign
                else { return nil }
                return SuspicionListPage.Line(suspicion: suspicion, figures: sign.figures, outlet: outlet)
            }
            let next = found.count > shown.count ? shown.last : nil
            return SuspicionListPage(
                lines: lines, counts: try SuspicionStore.openCounts(scope: scope, in: access),
                regionName: directory.name,
                filter: filter,
                next: next.map { visit.address(with: "behind", SuspicionFilter.Place($0).text) })
        }
    }

    private func suspicionPage(_ visit: Visit) async throws -> SuspicionPage {
        let id: SuspicionID = try visit.code("suspicion")
        let scope = try visit.signedIn().scope
        let directory = directory
        let page = try await database.read { access -> SuspicionPage? in
            guard let suspicion = try SuspicionStore.suspicion(id, scope: scope, in: access),
                let outlet = try directory.outlet(suspicion.outlet, scope: scope, in: access),
                let decision = try DecisionLog.decision(suspicion.decision, scope: scope, in: access),
                let sign = try CanonicalJSON.value(SignOutcome.self, from: decision.outcome).sign
            else { return nil }
            let readings = try suspicion.pollutant.map { pollutant in
                try HourStore.readings(
                    outlet: suspicion.outlet, pollutant: pollutant, from: suspicion.firstHour,
                    to: suspicion.lastHour, scope: scope, in: access)
            }
            return SuspicionPage(
                suspicion: suspicion, outlet: outlet, figures: sign.figures, steps: try decision.steps(),
                evidence: try SuspicionEvidence(of: suspicion.sign, input: decision.input),
                frames: Dictionary(
                    (readings ?? []).map { ($0.hour, $0.frame) }, uniquingKeysWith: { first, _ in first }),
                decidedAt: decision.decidedAt, replays: try Self.replays(decision))
        }
        guard let page else { throw Problem.notFound }
        return page
    }

    private static func replays(_ decision: Decision) throws -> Bool {
        let rule = rules.first {
            $0.descriptor.code == decision.ruleCode && $0.descriptor.version == decision.ruleVersion
        }
        let replayed = try rule?.ruling(on: decision.input)
        return replayed?.outcome == decision.outcome && replayed?.steps == decision.stepsJSON
    }
}
