import Kernel
import Persistence
import Web

extension GovernanceRoom {
    /// What was issued or closed, for anybody to read: reports on environment and economy, and the dual index by month.
    var issuedRoutes: [Route] {
        Route.list(
            "/policy/reports", summary: Phrase("已印发的分析报告", "the reports that were issued"), permission: .everyone,
            place: nil
        ) { _, _ in try await issuedPage() }
            + [
                Route.page(
                    "/policy/reports/{period}",
                    summary: Phrase("已印发的分析报告", "a report that was issued"), permission: .everyone
                ) { visit in try await issuedReport(visit) }
            ]
            + Route.list(
                "/policy/indices", summary: Phrase("历月双指标", "the dual index of closed months"),
                permission: .everyone, place: nil
            ) { _, _ in try await indicesPage() }
            + [
                Route.page(
                    "/policy/indices/{period}",
                    summary: Phrase("双指标说明", "the dual index of a month explained"), permission: .everyone
                ) { visit in try await indexPage(visit) }
            ]
    }

    /// The dual index of the city in a month (`2026-10`), or of a district (`2026-10-330602`), explained.
    private func indexPage(_ visit: Visit) async throws -> ScorePage {
        let parts = try visit.parameter("period").split(separator: "-", maxSplits: 2).map(String.init)
        guard parts.count >= 2, let month = CivilMonth("\(parts[0])-\(parts[1])") else { throw Problem.notFound }
        let subject = parts.count > 2 ? parts[2] : ""
        let page = try await database.read { access -> ScorePage? in
            try ScoreStore.scores(of: month, in: .board, access)
                .first { $0.kind == .dual && $0.subject == subject }
                .flatMap { try explained($0, isPublic: true, access) }
        }
        guard let page else { throw Problem.notFound }
        return page
    }

    private func issuedPage() async throws -> AnalysesPage {
        let all = try await database.read { try AnalysisStore.analyses(in: $0) }
        return AnalysesPage(
            analyses: all.filter { $0.issue != nil }, isOffice: false, regions: indicators.regions, isPublic: true,
            refused: nil)
    }

    private func issuedReport(_ visit: Visit) async throws -> AnalysisPage {
        let (period, now) = (try Self.period(visit), visit.now)
        return try await database.read { access in
            // A draft is nobody's but the board's.
            guard let analysis = try AnalysisStore.analysis(period, in: access), analysis.issue != nil else {
                throw AnalysisRefusal.noSuchAnalysis
            }
            return try page(of: analysis, at: now, mayWrite: false, isPublic: true, access)
        }
    }

    private func indicesPage() async throws -> IndicesPage {
        let regions = indicators.regions
        let scores = try await database.read { try ScoreStore.scores(in: .board, $0) }.filter { $0.kind == .dual }
        return IndicesPage(
            lines: scores.map { score in
                IndicesPage.Line(
                    score: score,
                    name: regions.first { $0.code.text == score.subject }?.name ?? Phrase("全市", "the city"))
            })
    }
}
