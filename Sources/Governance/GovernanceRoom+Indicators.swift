import Facts
import Kernel
import Persistence
import Web

extension GovernanceRoom {
    /// How an address says a month.
    static let monthFilter = FormField.filter(
        "month", Phrase("月份", "Month"), CodeForm(like: "2026-10") { CivilMonth($0) != nil })

    /// The indicators of the policy, for anybody.
    var indicatorRoutes: [Route] {
        Route.list(
            "/policy/indicators", summary: Phrase("政策指标", "the indicators of the policy with goals and values"),
            permission: .everyone,
            query: [Self.monthFilter, .filter("region", Phrase("地区", "District"), .region)], place: nil
        ) { visit, _ in try await indicatorsPage(visit) }
            + Route.list(
                "/policy/indicators/{indicator}", summary: Phrase("指标", "an indicator with every value"),
                permission: .everyone, place: nil
            ) { visit, _ in try await indicatorPage(visit) }
            + [
                Route(
                    .post, "/governance/indicators/{indicator}/values",
                    summary: Phrase("填报指标数值", "file a value of an indicator"),
                    permission: .roles([.cityOfficer, .liaison]), fields: IndicatorPage.fields,
                    onRefusal: { visit in .page(try await indicatorPage(visit)) },
                    handler: { visit in
                        let (person, now, form) = (try visit.signedIn().person, visit.now, visit.form)
                        let code = try visit.parameter("indicator")
                        let (room, desk) = (indicators, desk)
                        try await database.write { access in
                            guard let member = try desk.directory.member(person, in: access) else {
                                throw GovernanceRefusal.unknownPerson
                            }
                            try room.file(
                                SaidValue(
                                    indicator: code, region: form["region"] ?? "", month: form["month"] ?? "",
                                    value: form["value"] ?? "", source: form["source"] ?? "",
                                    reason: form["reason"] ?? ""),
                                by: member, at: now, in: access)
                        }
                        return .redirect("/policy/indicators/\(code)")
                    })
            ]
    }

    /// The month that a visit asks for, else the last one that is over.
    private func month(_ visit: Visit) -> CivilMonth {
        visit.query("month").flatMap { CivilMonth($0) } ?? CivilMonth(visit.now.civil.date).adding(-1)
    }

    /// The indicators that a task names, as they stand in the last month that is over.
    static func lines(
        of task: Int, of policy: PolicyCode, _ room: IndicatorDesk, at now: Instant, _ access: any ReadAccess
    ) throws -> [IndicatorLine] {
        let own = room.book.policy == policy ? room.book.all.filter { $0.tasks.contains(task) } : []
        guard !own.isEmpty else { return [] }
        let last = CivilMonth(now.civil.date).adding(-1)
        let closed = try IndicatorStore.frozen(last, in: access)?.figures
        var computing = try room.computing(from: last.adding(-24), to: last, in: access)
        return try own.map { indicator in
            IndicatorLine(
                indicator: indicator,
                figure: try closed?.figure(indicator.code, nil) ?? computing.figure(indicator, nil, by: last),
                regionName: nil)
        }
    }

    func name(of region: RegionCode?) -> Phrase {
        guard let region else { return Phrase("全市", "the city") }
        return indicators.regions.first { $0.code == region }?.name ?? Phrase(region.text, region.text)
    }

    private func indicatorsPage(_ visit: Visit) async throws -> IndicatorsPage {
        let (room, month) = (indicators, month(visit))
        let region = visit.query("region").flatMap { RegionCode($0) }
        let (figures, frozenAt, corrections, despite) = try await database.read { access in
            let (figures, frozenAt) = try room.figures(of: month, in: access)
            return (
                figures, frozenAt, try room.corrections(by: month, in: access),
                try IndicatorStore.frozen(month, in: access)?.despite
            )
        }
        let lines = room.book.all.compactMap { indicator -> IndicatorLine? in
            guard let figure = figures.figure(indicator.code, region) else { return nil }
            return IndicatorLine(
                indicator: indicator, figure: figure, regionName: name(of: region),
                isCorrected: corrections.stand(beside: figure))
        }
        return IndicatorsPage(
            month: month, frozenAt: frozenAt, region: region, regions: room.regions, lines: lines,
            despite: despite)
    }

    private func indicatorPage(_ visit: Visit) async throws -> IndicatorPage {
        let code: IndicatorCode = try visit.code("indicator")
        guard let indicator = indicators.book[code] else { throw Problem.notFound }
        let (room, desk, person, refused) = (indicators, desk, visit.actor?.person, visit.refused)
        let last = CivilMonth(visit.now.civil.date).adding(-1)
        let regionName: @Sendable (RegionCode?) -> Phrase = { name(of: $0) }
        return try await database.read { access in
            let frozen = try IndicatorStore.frozenMonths(access)
            var facts: [CivilMonth: Int64] = [:]
            for entry in frozen { facts[entry.month] = try IndicatorStore.frozen(entry.month, in: access)?.fact }
            var computing = try room.computing(from: last.adding(-36), to: last, in: access)
            var (figures, month): ([IndicatorFigure], CivilMonth) = ([], indicator.frequency.lastPeriod(by: last))
            while figures.count < 6 {
                let kept = try IndicatorStore.frozen(month, in: access)?.figures.figure(code, nil)
                figures.append(try kept ?? computing.figure(indicator, nil, by: month))
                month = indicator.frequency.lastPeriod(by: month.adding(-1))
            }
            let values = try IndicatorStore.values(of: code, in: access)
            let doubts = try Self.doubts(
                about: Set(values.map(\.place).filter { $0.month >= last.adding(-12) && facts[$0.month] == nil }),
                room.book, &computing)
            let member = try person.flatMap { try desk.directory.member($0, in: access) }
            let owner = try PolicyStore.organisations(access)[indicator.owner]
            return IndicatorPage(
                policy: room.book.policy, indicator: indicator, figures: figures,
                values: values,
                frozen: facts,
                names: Dictionary(room.book.all.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first }),
                regionName: regionName,
                isOwner: indicator.way == .filed && owner != nil && member?.works == true
                    && owner == member?.organisation, refused: refused,
                regions: room.regions, opensFacts: member?.sight == .board, doubts: doubts)
        }
    }

    /// What is computed from values of an indicator and cannot be true, the newest first.
    private static func doubts(
        about places: Set<IndicatorValue.Place>, _ book: IndicatorBook, _ computing: inout IndicatorFigures
    ) throws -> [(indicator: Indicator, figure: IndicatorFigure)] {
        var found: [(indicator: Indicator, figure: IndicatorFigure)] = []
        for place in places.sorted(by: { ($1.month, $0.region?.text ?? "") < ($0.month, $1.region?.text ?? "") }) {
            for indicator in book.all {
                guard case .formula(let formula) = indicator.way,
                    formula.readings.contains(.indicator(place.indicator)),
                    indicator.isByDistrict || place.region == nil
                else { continue }
                let figure = try computing.figure(indicator, place.region, by: place.month)
                if figure.implausible != nil { found.append((indicator, figure)) }
            }
        }
        return found
    }
}
