import Facts
import Kernel
import Persistence
public import Web

extension StateRoom {
    /// The list, one episode, one address for each action, and the receipt of each step.
    public var routes: [Route] {
        let readers = Permission.roles([.cityOfficer, .branchOfficer, .enterpriseManager])
        let list = Route.list(
            "/states", summary: Phrase("监测状态", "states of monitoring"), permission: readers,
            query: [
                .filter("kind", Phrase("类别", "Kind"), among: StateKind.self),
                .filter("region", Phrase("属地", "Region"), .region),
                .filter("enterprise", Phrase("企业编号", "Enterprise"), .enterprise),
                .filter("outlet", Phrase("排放口编号", "Outlet"), .outlet),
                .filter(
                    "standing", Phrase("进展，缺省为持续或待办", "Standing; open unless given"), among: StateFilter.Standing.self),
            ], place: "behind", CodeForm(like: "1795000000000-S0001") { StateFilter.Place($0) != nil },
            isShared: true, page: listPage)
        let reading = [
            Route.page(
                "/states/{state}", summary: Phrase("一次监测状态", "one state episode"), permission: readers
            ) { visit in
                try await statePage(visit)
            },
            Route.page(
                "/states/{state}/receipts/{step}", summary: Phrase("回执", "a receipt"), permission: readers
            ) { visit in
                try await receiptPage(visit)
            },
        ]
        return list + reading + StateAction.allCases.map { route(of: $0, for: readers) }
    }

    private func route(of action: StateAction, for readers: Permission) -> Route {
        Route(
            .post, "/states/{state}/\(action.rawValue)", summary: StateWords.name(of: action), permission: readers,
            fields: StateForm.fields(of: action),
            onRefusal: { visit in .page(try await statePage(visit, refused: action)) },
            handler: { visit in .redirect(try await take(action, visit)) })
    }

    private func take(_ action: StateAction, _ visit: Visit) async throws -> String {
        let id: StateEpisodeID = try visit.code("state")
        let actor = try visit.signedIn()
        let seen = Int(visit.form[StateForm.seenStep] ?? "") ?? -1
        let form = visit.form.filter { $0.key != StateForm.seenStep }
        let (desk, now) = (desk, visit.now)
        try await database.write { access in
            try desk.take(action, on: id, seenStep: seen, form: form, by: actor, now: now, in: access)
        }
        return "/states/\(id)/receipts/\(seen + 1)"
    }

    private func listPage(_ visit: Visit, rowsMax: Int) async throws -> StateListPage {
        let actor = try visit.signedIn()
        let filter = StateFilter(
            kind: visit.query("kind").flatMap { StateKind(rawValue: $0) },
            region: visit.query("region").flatMap { RegionCode($0) },
            enterprise: visit.query("enterprise").flatMap { EnterpriseID($0) },
            outlet: visit.query("outlet").flatMap { OutletID($0) },
            standing: visit.query("standing").flatMap { StateFilter.Standing(rawValue: $0) } ?? .open)
        let place = visit.query("behind").flatMap { StateFilter.Place($0) }
        let (directory, now) = (directory, visit.now)
        return try await database.read { access in
            let found = try StateStore.page(
                filter, behind: place, scope: actor.scope, limit: rowsMax + 1, in: access)
            let shown = found.prefix(rowsMax)
            let lines = try shown.compactMap { episode in
                try directory.outlet(episode.outlet, scope: actor.scope, in: access).map {
                    StateListPage.Line(episode: episode, outlet: $0)
                }
            }
            let next = found.count > shown.count ? shown.last : nil
            return StateListPage(
                lines: lines, counts: try StateStore.openCounts(scope: actor.scope, in: access),
                regionName: directory.name,
                filter: filter, choosesRegion: actor.role != .enterpriseManager, now: now,
                next: next.map { visit.address(with: "behind", StateFilter.Place($0).text) })
        }
    }

    private func statePage(_ visit: Visit, refused: StateAction? = nil) async throws -> StatePage {
        let id: StateEpisodeID = try visit.code("state")
        let actor = try visit.signedIn()
        let (directory, rules, now) = (directory, rules, visit.now)
        let refusal = refused.flatMap { action in visit.refused.map { (action, $0) } }
        let page = try await database.read { access -> StatePage? in
            guard let episode = try StateStore.episode(id, scope: actor.scope, in: access),
                let outlet = try directory.outlet(episode.outlet, scope: actor.scope, in: access),
                let decision = try DecisionLog.decision(episode.decision, scope: actor.scope, in: access)
            else { return nil }
            let moves = try Journal.timeline(of: id.text, scope: actor.scope, limit: .max, in: access)
            return StatePage(
                episode: episode, outlet: outlet, hours: try Self.hours(of: episode, rules, now, access),
                steps: try decision.steps(), decidedAt: decision.decidedAt,
                replays: try Self.replays(decision), course: moves, rules: rules, actor: actor, now: now,
                refused: refusal)
        }
        guard let page else { throw Problem.notFound }
        return page
    }

    /// The newest hours of the factors concerned, as they are stored now.
    private static func hours(
        of episode: StateEpisode, _ rules: StateRules, _ now: Instant, _ access: any ReadAccess
    ) throws -> [StatePage.Hour] {
        let end = episode.extent.ended ? episode.extent.lastHour.adding(hours: 2) : rules.horizon(at: now)
        let from = max(
            episode.extent.firstHour.adding(hours: -1), end.adding(hours: -Int64(StatePage.hoursMax)))
        let readings = try episode.extent.factors.map { pollutant in
            (
                pollutant,
                try HourStore.readings(
                    outlet: episode.outlet, pollutant: pollutant, from: from, to: end, in: access)
            )
        }
        let count = max(0, Int(end.milliseconds(since: from) / 3_600_000))
        return (0..<count).map { number in
            let hour = from.adding(hours: Int64(number))
            return StatePage.Hour(
                hour: hour,
                cells: readings.map { pollutant, readings in
                    StatePage.Cell(pollutant: pollutant, reading: readings.first { $0.hour == hour })
                })
        }
    }

    private func receiptPage(_ visit: Visit) async throws -> StateReceiptPage {
        let id: StateEpisodeID = try visit.code("state")
        let scope = try visit.signedIn().scope
        let number = Int(try visit.parameter("step"))
        let directory = directory
        let page = try await database.read { access -> StateReceiptPage? in
            guard let episode = try StateStore.episode(id, scope: scope, in: access),
                let step = episode.steps.first(where: { $0.number == number }),
                let outlet = try directory.outlet(episode.outlet, scope: scope, in: access)
            else { return nil }
            return StateReceiptPage(episode: episode, step: step, outlet: outlet)
        }
        guard let page else { throw Problem.notFound }
        return page
    }

    private static func replays(_ decision: Decision) throws -> Bool {
        let rule = Self.rules.first {
            $0.descriptor.code == decision.ruleCode && $0.descriptor.version == decision.ruleVersion
        }
        let replayed = try rule?.ruling(on: decision.input)
        return replayed?.outcome == decision.outcome && replayed?.steps == decision.stepsJSON
    }
}
