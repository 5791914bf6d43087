import Access
import Facts
import Kernel

/// What the audit administrator reads: who did what when from where, and the journal behind it.
struct AuditRoutes {
    let access: AccessRoom

    private static let auditor = Permission.roles([.auditAdministrator])
    /// Lines of a page, and of an export.
    private static let (pageLines, exportLines) = (100, 10_000)

    var all: [Route] { [acts, facts, actsExport, factsExport] }

    private var acts: Route {
        Route(.get, "/audit", summary: Phrase("操作审计", "audit of acts"), permission: Self.auditor) { visit in
            let filter = try Self.filter(visit, limit: Self.pageLines)
            let events = try await access.events(filter)
            return .page(
                AuditPage(
                    subject: .acts, lines: events.map(AuditLine.init), names: try await names(),
                    visit: .init(visit, filter, isFull: events.count == Self.pageLines)))
        }
    }

    private var facts: Route {
        Route(
            .get, "/audit/journal", summary: Phrase("事实日志审计", "audit of the journal"), permission: Self.auditor
        ) { visit in
            let filter = try Self.filter(visit, limit: Self.pageLines)
            let entries = try await access.journalEntries(filter)
            return .page(
                AuditPage(
                    subject: .facts, lines: entries.map(AuditLine.init), names: try await names(),
                    visit: .init(visit, filter, isFull: entries.count == Self.pageLines)))
        }
    }

    private var actsExport: Route {
        Route(
            .get, "/audit/acts.csv", summary: Phrase("导出操作审计", "export of acts"), permission: Self.auditor
        ) { visit in
            let events = try await access.events(try Self.filter(visit, limit: Self.exportLines))
            return Self.table(events.map(AuditLine.init), of: .acts, visit.language)
        }
    }

    private var factsExport: Route {
        Route(
            .get, "/audit/journal.csv", summary: Phrase("导出事实日志", "export of the journal"),
            permission: Self.auditor
        ) { visit in
            let entries = try await access.journalEntries(try Self.filter(visit, limit: Self.exportLines))
            return Self.table(entries.map(AuditLine.init), of: .facts, visit.language)
        }
    }

    private static func table(_ lines: [AuditLine], of subject: AuditPage.Subject, _ language: Language) -> Reply {
        .text(AuditLine.csv(lines, of: subject, language), contentType: "text/csv; charset=utf-8")
    }

    private func names() async throws -> [PersonID: String] {
        Dictionary(uniqueKeysWithValues: try await access.people().map { ($0.id, $0.name) })
    }

    private static func filter(_ visit: Visit, limit: Int) throws -> AuditFilter {
        func day(_ name: String) throws -> CivilDate? {
            guard let text = visit.query(name) else { return nil }
            guard let day = CivilDate(text) else { throw Problem.noDay(name) }
            return day
        }
        let typed = visit.query("person")
        let person = typed.flatMap { PersonID($0) }
        guard typed == nil || person != nil else { throw Problem.noCode("person") }
        return AuditFilter(
            person: person, beginning: visit.query("what"), from: try day("from"), until: try day("until"),
            before: visit.query("before").flatMap { Int64($0) }, limit: limit)
    }
}

extension Problem {
    fileprivate static func noDay(_ field: String) -> Problem {
        Problem(
            status: 422, rule: "WEB-FIELD-DATE", field: field, what: Phrase("不是有效的日期", "this is not a date"),
            remedy: Phrase("请按 2026-11-23 的格式填写", "write it like 2026-11-23"))
    }
}
