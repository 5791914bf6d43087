import Access
import Facts
import Kernel

/// What the audit administrator reads: who did what when from where, and the journal behind it.
struct AuditRoutes {
    let access: AccessRoom
    /// What acts are called.
    let acts: ActNames
    /// What kinds of fact are called, by their codes.
    let facts: [(code: String, name: Phrase)]

    private static let auditor = Permission.roles([.auditAdministrator])
    /// Lines of a page.
    private static let pageLines = 100

    var all: [Route] { actRoutes + factRoutes }

    private var actRoutes: [Route] {
        Route.list(
            AuditPage.Subject.acts.path, summary: Phrase("操作审计", "audit of acts"), permission: Self.auditor,
            query: Self.filters(AuditPage.Subject.acts), place: "before", .sequence,
            lines: Self.pageLines, content: .personal
        ) { visit, lines in
            let filter = Self.filter(visit, limit: lines + 1)
            let events = try await access.events(filter)
            return AuditPage(
                subject: .acts, lines: events.map { AuditLine($0, acts) }, linesMax: lines, names: try await names(),
                visit: .init(filter))
        }
    }

    private var factRoutes: [Route] {
        Route.list(
            AuditPage.Subject.facts.path, summary: Phrase("事实日志审计", "audit of the journal"),
            permission: Self.auditor, query: Self.filters(AuditPage.Subject.facts), place: "before", .sequence,
            lines: Self.pageLines, content: .personal
        ) { visit, lines in
            let filter = Self.filter(visit, limit: lines + 1)
            let entries = try await access.journalEntries(filter)
            return AuditPage(
                subject: .facts, lines: entries.map(AuditLine.init), linesMax: lines, names: try await names(),
                visit: .init(filter), kinds: facts)
        }
    }

    private static func filters(_ subject: AuditPage.Subject) -> [FormField] {
        let what =
            subject == .acts
            ? Phrase("操作以此开头", "What the act begins with") : Phrase("事实以此开头", "What the kind of fact begins with")
        return [
            .filter("person", Phrase("人员编号", "Person"), .person),
            .filter("what", what, .text(max: 100)),
            .filter("from", Phrase("自", "From this day"), .date),
            .filter("until", Phrase("至", "Until this day"), .date).ending("from"),
        ]
    }

    private func names() async throws -> [PersonID: String] {
        Dictionary(uniqueKeysWithValues: try await access.people().map { ($0.id, $0.name) })
    }

    private static func filter(_ visit: Visit, limit: Int) -> AuditFilter {
        AuditFilter(
            person: visit.query("person").flatMap { PersonID($0) }, beginning: visit.query("what"),
            from: visit.query("from").flatMap { CivilDate($0) }, until: visit.query("until").flatMap { CivilDate($0) },
            before: visit.query("before").flatMap { Int64($0) }, limit: limit)
    }
}
