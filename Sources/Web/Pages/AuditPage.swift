import Access
import Facts
import Kernel

/// For the audit administrator: who did what when from where, or the journal behind it, filtered by the address.
struct AuditPage: ListPage {
    static let template = "Web/AuditPage"

    /// What is looked at.
    enum Subject: Sendable {
        /// Forms that were sent, and sign-ins.
        case acts
        /// Facts of the journal.
        case facts

        /// A column of the table.
        enum Column { case number, time, author, act, kind, what, about, address, outcome }

        var columns: [(Column, Phrase)] {
            switch self {
            case .acts:
                [
                    (.number, Phrase("序号", "No")), (.time, Phrase("时间", "Time")), (.author, Phrase("人员", "Person")),
                    (.act, Phrase("操作", "Act")), (.what, Phrase("网址", "Path")), (.address, Phrase("来源地址", "Came from")),
                    (.outcome, Phrase("方式和结果", "Way and status")),
                ]
            case .facts:
                [
                    (.number, Phrase("序号", "No")), (.time, Phrase("时间", "Time")), (.author, Phrase("记录者", "Author")),
                    (.kind, Phrase("事实", "Fact")), (.what, Phrase("事实代码", "Fact code")),
                    (.about, Phrase("对象", "About")), (.outcome, Phrase("内容", "Content")),
                ]
            }
        }

        var path: String { self == .acts ? "/audit" : "/audit/journal" }
    }

    /// What the page takes from its visit.
    struct Query: Sendable {
        let person: String
        let what: String
        let from: String
        let until: String
        /// The filter as the address of the next part carries it.
        let suffix: String

        init(_ filter: AuditFilter) {
            person = filter.person?.text ?? ""
            what = filter.beginning ?? ""
            from = filter.from?.description ?? ""
            until = filter.until?.description ?? ""
            suffix = [("person", person), ("what", what), ("from", from), ("until", until)]
                .filter { !$0.1.isEmpty }.map { "\($0.0)=\(PercentCoding.encode($0.1))" }.joined(separator: "&")
        }
    }

    let subject: Subject
    let lines: [AuditLine]
    let names: [PersonID: String]
    let visit: Query
    /// What kinds of fact are called, by their codes; empty for acts.
    let kinds: [(code: String, name: Phrase)]
    let next: String?

    /// A part of the trail: at most so many of these lines, one line more tells that it goes on.
    init(
        subject: Subject, lines: [AuditLine], linesMax: Int, names: [PersonID: String], visit: Query,
        kinds: [(code: String, name: Phrase)] = []
    ) {
        self.kinds = kinds
        let shown = Array(lines.prefix(linesMax))
        let last = lines.count > shown.count ? shown.last : nil
        next = last.map {
            subject.path + "?" + (visit.suffix.isEmpty ? "" : visit.suffix + "&") + "before=\($0.number)"
        }
        (self.subject, self.lines, self.names, self.visit) = (subject, shown, names, visit)
    }

    struct Content: Encodable {
        let lines: [Line]
        let next: String?

        struct Line: Encodable {
            let number: Int64
            let at: String
            let author: String
            let what: String
            let act: Phrase?
            /// What the kind of a fact is called.
            let fact: Phrase?
            let about: String
            let address: String
            let outcome: String
        }
    }

    func title(_ language: Language) -> String {
        (subject == .acts ? Phrase("操作审计", "Audit of acts") : Phrase("事实日志审计", "Audit of the journal"))(language)
    }

    private var called: [String: Phrase] {
        Dictionary(kinds.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    var content: Content {
        let called = called
        return Content(
            lines: lines.map {
                Content.Line(
                    number: $0.number, at: $0.at.civil.isoText, author: $0.author, what: $0.what, act: $0.name?.act,
                    fact: called[$0.what], about: $0.about, address: $0.address, outcome: $0.outcome)
            }, next: next)
    }

    func view(_ language: Language) -> [String: Any] {
        let called = called
        return [
            "isActs": subject == .acts,
            // The beginning of kinds may be sent by address; it stays in sight.
            "typed": visit.what.isEmpty || kinds.contains { $0.code == visit.what } ? false as Any : visit.what,
            "kinds": kinds.map { kind -> [String: Any] in
                ["code": kind.code, "word": kind.name(language), "isChosen": kind.code == visit.what]
            },
            "person": visit.person, "what": visit.what, "from": visit.from, "until": visit.until,
            "isEmpty": lines.isEmpty,
            "lines": lines.map { line in
                [
                    "number": String(line.number), "at": line.at.civil.secondText,
                    "author": author(of: line, language), "what": line.what, "act": act(of: line, language),
                    "kind": called[line.what]?(language) ?? "",
                    "about": line.about,
                    "address": line.address, "outcome": outcome(of: line, language),
                    "state": line.isRefused ? "late" : "done",
                ]
            },
            "next": next ?? false as Any,
        ]
    }

    func tables(_ language: Language) -> [ListTable] {
        let called = called
        let columns = subject.columns.map { column, heading in
            TableColumn<AuditLine>(heading) { line in
                switch column {
                case .number: .number(line.number)
                case .time: .moment(line.at)
                case .author: .text(author(of: line, language))
                case .act: .text(act(of: line, language))
                case .kind: .text(called[line.what]?(language) ?? line.what)
                case .what: .text(line.what)
                case .about: .text(line.about)
                case .address: .text(line.address)
                case .outcome: .text(outcome(of: line, language))
                }
            }
        }
        return [ListTable(Phrase(title(.chinese), title(.english)), lines, language, columns: columns)]
    }

    /// What was done and to what; the path itself where no route bears it any more.
    private func act(of line: AuditLine, _ language: Language) -> String {
        guard let name = line.name else { return line.what }
        let objects = name.objects.map { code in
            PersonID(code).flatMap { names[$0] }.map { "\($0) \(code)" } ?? code
        }
        return ([name.act(language)] + objects).joined(separator: " · ")
    }

    private func outcome(of line: AuditLine, _ language: Language) -> String {
        guard let way = line.way else { return line.outcome }
        return line.outcome.replacing(way.rawValue, with: way.phrase(language))
    }

    private func author(of line: AuditLine, _ language: Language) -> String {
        guard !line.author.isEmpty else { return Phrase("无此账号", "no such login")(language) }
        if let part = FactAuthor(text: line.author).part { return part(language) }
        return PersonID(line.author).flatMap { names[$0] }.map { "\($0) \(line.author)" } ?? line.author
    }
}
