import Kernel
import Persistence
import Web

extension GovernanceRoom {
    /// Reports on environment and economy: written and issued by the office, seen by whoever sees the work.
    var analysisRoutes: [Route] {
        let board = Permission.roles([.cityOfficer, .liaison])
        let office = Permission.roles([.cityOfficer])
        return Route.list(
            "/governance/analyses", summary: Phrase("环保经济形势分析", "reports on environment and economy"),
            permission: board, place: nil
        ) { visit, _ in try await analysesPage(visit) }
            + [
                Route(
                    .post, "/governance/analyses", summary: Phrase("建立分析报告", "begin a report"), permission: office,
                    fields: AnalysesPage.fields, onRefusal: { visit in .page(try await analysesPage(visit)) },
                    handler: { visit in
                        guard let period = AnalysisPeriod(visit.form["period"] ?? "") else {
                            throw AnalysisRefusal.unknownPeriod
                        }
                        return try await change(visit, period) { desk, person, now, access in
                            try desk.open(period, by: person, at: now, in: access)
                        }
                    }),
                Route.page(
                    "/governance/analyses/{period}",
                    summary: Phrase("分析报告", "a report on environment and economy"), permission: board
                ) { visit in try await analysisPage(visit) },
                Route(
                    .post, "/governance/analyses/{period}/text", summary: Phrase("编写报告文字", "write a report's texts"),
                    permission: office, fields: AnalysisPage.fields,
                    onRefusal: { visit in .page(try await analysisPage(visit, isIssue: false)) },
                    handler: { visit in
                        let form = visit.form
                        let texts = AnalysisPart.allCases.map { ($0, form[$0.rawValue] ?? "") }
                        return try await change(visit, try Self.period(visit)) { desk, person, now, access in
                            try desk.write(
                                Dictionary(uniqueKeysWithValues: texts), of: try Self.period(visit), by: person,
                                at: now, in: access)
                        }
                    }),
                Route(
                    .post, "/governance/analyses/{period}/issue", summary: Phrase("印发分析报告", "issue a report"),
                    permission: office,
                    onRefusal: { visit in .page(try await analysisPage(visit, isIssue: true)) },
                    handler: { visit in
                        let period = try Self.period(visit)
                        return try await change(visit, period) { desk, person, now, access in
                            try desk.issue(period, by: person, at: now, in: access)
                        }
                    }),
            ]
    }

    private func change(
        _ visit: Visit, _ period: AnalysisPeriod,
        _ act: @escaping @Sendable (AnalysisDesk, PersonID, Instant, any WriteAccess) throws -> Void
    ) async throws -> Reply {
        let (person, now, room) = (try visit.signedIn().person, visit.now, indicators)
        try await database.write { access in
            try act(AnalysisDesk(indicators: room), person, now, access)
        }
        return .redirect(period.address)
    }

    static func period(_ visit: Visit) throws -> AnalysisPeriod {
        guard let period = AnalysisPeriod(try visit.parameter("period")) else {
            throw AnalysisRefusal.noSuchAnalysis
        }
        return period
    }

    private func analysesPage(_ visit: Visit) async throws -> AnalysesPage {
        let (desk, actor, refused, regions) = (desk, try visit.signedIn(), visit.refused, indicators.regions)
        let year = visit.now.civil.date.parts.year
        return try await database.read { access in
            let sight = try Self.sight(of: actor.person, desk, access)
            return AnalysesPage(
                analyses: try AnalysisStore.analyses(seen: sight, in: access), isOffice: actor.role == .cityOfficer,
                regions: regions, years: [year - 1, year], refused: refused)
        }
    }

    private func analysisPage(_ visit: Visit, isIssue: Bool? = nil) async throws -> AnalysisPage {
        let (period, desk, actor, now) = (try Self.period(visit), desk, try visit.signedIn(), visit.now)
        let refused = isIssue.flatMap { isIssue in visit.refused.map { (isIssue: isIssue, what: $0) } }
        return try await database.read { access in
            let sight = try Self.sight(of: actor.person, desk, access)
            guard let analysis = try AnalysisStore.analysis(period, seen: sight, in: access) else {
                throw AnalysisRefusal.noSuchAnalysis
            }
            return try page(of: analysis, at: now, mayWrite: actor.role == .cityOfficer, refused: refused, access)
        }
    }

    /// A report as a page shows it.
    func page(
        of analysis: Analysis, at now: Instant, mayWrite: Bool, isPublic: Bool = false,
        refused: (isIssue: Bool, what: RefusedForm)? = nil, _ access: any ReadAccess
    ) throws -> AnalysisPage {
        let (room, period) = (indicators, analysis.period)
        let analyses = AnalysisDesk(indicators: room)
        let closed = try analyses.closed(period, in: access)
        return AnalysisPage(
            analysis: analysis, said: try analyses.content(of: analysis, at: now, in: access),
            openMonths: period.months.filter { !closed.contains($0) },
            late: try analyses.cameLate(period, in: access).map { value in
                AnalysisPage.Late(
                    value: value,
                    name: room.book[value.place.indicator]?.name
                        ?? Phrase(value.place.indicator.text, value.place.indicator.text),
                    place: name(of: value.place.region))
            },
            lateProjects: try analyses.projectsCameLate(analysis, in: access).map {
                AnalysisPage.LateProject(project: $0.project, month: $0.month)
            }, mayWrite: mayWrite, isPublic: isPublic, refused: refused)
    }
}
