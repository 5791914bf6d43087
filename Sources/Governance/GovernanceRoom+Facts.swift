import Facts
import Kernel
import Persistence
import Web

extension GovernanceRoom {
    /// The facts behind figures, for whoever sees the board.
    var factRoutes: [Route] {
        [
            Route.page(
                "/governance/facts/{fact}", summary: Phrase("依据的事实", "a fact that figures rest on"),
                permission: .roles([.cityOfficer, .liaison])
            ) { visit in try await factPage(visit) }
        ]
    }

    /// What was said about a task before anybody reviewed it.
    private static let kindsOfReports: Set = [
        PolicyTaskReported.kind, PolicyReportReviewed.kind, PolicyEvidenceFiled.kind, PolicyContributionFiled.kind,
        PolicyTakeoverAsked.kind,
    ]

    /// The kinds of other rooms that indicators and tasks are counted from.
    private var countedKinds: Set<String> {
        let counts = indicators.book.all.compactMap { indicator -> String? in
            if case .counted(let count) = indicator.way { count.kind } else { nil }
        }
        return Set(counts + files.filling.tasks.map(\.counts.kind))
    }

    private func factPage(_ visit: Visit) async throws -> FactPage {
        guard let number = Int64(try visit.parameter("fact")) else { throw Problem.notFound }
        let (desk, person, counted, names) = (desk, try visit.signedIn().person, countedKinds, namesOfFacts)
        let page = try await database.read { access -> FactPage? in
            guard let member = try desk.directory.member(person, in: access), member.sight == .board else {
                throw GovernanceRefusal.notOfTheBoard
            }
            // What the public says is read where it is answered.
            guard let entry = try Journal.entry(number, in: access),
                Self.isOwn(entry.kind) || counted.contains(entry.kind)
            else { return nil }
            let fields = try entry.payload.map { try FactFields(payload: $0) }
            let isRead = try Self.reads(entry, member, desk, access)
            return FactPage(
                entry: entry, name: names.first { $0.code == entry.kind }?.name ?? Phrase(entry.kind, entry.kind),
                author: try Self.author(of: entry, desk, access),
                address: fields.flatMap(FactPage.address), fields: isRead ? fields : nil,
                people: try Self.people(in: fields, desk, access))
        }
        guard let page else { throw Problem.notFound }
        return page
    }

    private static func isOwn(_ kind: String) -> Bool {
        kind.hasPrefix("governance.") && !kind.hasPrefix("governance.feedback")
    }

    /// Whether somebody of the board reads what a fact says: that of other rooms belongs to them, and reports are
    /// read by the public once they are accepted, before by those who work on their task and the leading group.
    private static func reads(
        _ entry: JournalEntry, _ member: UnitMember, _ desk: GovernanceDesk, _ access: any ReadAccess
    ) throws -> Bool {
        guard isOwn(entry.kind) else { return false }
        guard kindsOfReports.contains(entry.kind),
            let key = entry.subject.reference.flatMap({ TaskKey(reference: $0) })
        else { return true }
        let (task, record) = try desk.look(at: key, in: access)
        if let fact = try entry.fact(PolicyTaskReported.self),
            let report = record.reports.first(where: {
                $0.month.description == fact.month && $0.attempt == fact.attempt
            }), report.review?.verdict == .accepted
        {
            return true
        }
        return try desk.reads(task, member, in: access)
    }

    private static func author(
        of entry: JournalEntry, _ desk: GovernanceDesk, _ access: any ReadAccess
    ) throws -> String? {
        guard entry.author.text.hasPrefix("person:"),
            let person = PersonID(String(entry.author.text.dropFirst("person:".count)))
        else { return nil }
        return try desk.directory.name(of: person, in: access) ?? person.text
    }

    private static func people(
        in fields: FactFields?, _ desk: GovernanceDesk, _ access: any ReadAccess
    ) throws -> [String: String] {
        guard let code = fields?["person"], let person = PersonID(code) else { return [:] }
        return try desk.directory.name(of: person, in: access).map { [code: $0] } ?? [:]
    }
}
