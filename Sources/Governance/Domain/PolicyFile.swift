import FoundationEssentials
import Kernel

/// A policy read from outside, with everything that is wrong with it. What can be taken is in `document`.
struct PolicyFile: Sendable {
    /// The part that can be taken; nil when not even its head can be read.
    let document: PolicyDocument?
    /// Everything that is wrong, in the order of the file.
    let refusals: [PolicyFileRefusal]

    static let textMax = 4_000
    private static let investmentMax: Int64 = 100_000_000

    /// - Parameter addresses: The pages that the program has, which the coverage may name; nil where nobody asks.
    init(json: [UInt8], addresses: Set<String>? = nil) {
        guard let file = try? JSONDecoder().decode(Shape.self, from: Data(json)) else {
            (document, refusals) = (nil, [PolicyFileRefusal(field: "file", rule: .form)])
            return
        }
        guard let meta = file.meta.item else {
            (document, refusals) = (nil, [PolicyFileRefusal(field: "meta" + file.meta.path, rule: .form)])
            return
        }
        var check = Check()
        check.text(meta.title, "meta.title")
        check.text(meta.documentNumber, "meta.doc_no")
        check.text(meta.issuer, "meta.issuer")
        let isHeaded = check.refusals.isEmpty
        var document = PolicyDocument(
            meta: meta, articles: [], units: [], tasks: [], reforms: [], projects: [], mechanisms: [])
        Self.take(file, into: &document, &check)
        Self.takeCoverage(file, addresses, into: &document, &check)
        if let stated = file.statedInvestment, stated * 1_000_000 != document.investmentFen {
            check.refuse("investment_total_stated_10k_yuan", .sum, "\(document.investmentFen / 1_000_000)")
        }
        (self.document, refusals) = (isHeaded ? document : nil, check.refusals)
    }

    private static func take(_ file: Shape, into document: inout PolicyDocument, _ check: inout Check) {
        document.articles = check.take(file.articles, "articles", number: \.number) { article, field, check in
            check.text(article.title, field + ".title")
            check.text(article.text, field + ".text")
        }
        document.units = check.take(file.units, "units", number: nil) { unit, field, check in
            check.text(unit.name, field + ".unit")
        }
        let (articles, units) = (Set(document.articles.map(\.number)), Set(document.units.map(\.name)))
        document.tasks = check.take(file.tasks, "tasks", number: \.number) { task, field, check in
            check.text(task.text, field + ".text")
            check.known([task.articleNumber], among: articles, field + ".article_no")
            if task.leadUnits.isEmpty { check.refuse(field + ".lead_units", .form) }
            for unit in task.leadUnits where !units.contains(unit) { check.refuse(field + ".lead_units", .unit, unit) }
            // A policy's years stand in its words; a last day of its own is for decisions of minutes alone.
            if !WrittenDeadline.agrees(task) || task.lastDay != nil {
                check.refuse(field + ".deadline_raw", .deadline, task.writtenDeadline)
            }
        }
        document.reforms = check.take(file.reforms, "reforms", number: \.number) { reform, field, check in
            check.text(reform.text, field + ".text")
        }
        document.projects = check.take(file.projects, "projects", number: \.number) { project, field, check in
            check.text(project.name, field + ".name")
            if !(0...investmentMax).contains(project.investment10kYuan) {
                check.refuse(field + ".investment_10k_yuan", .money)
            }
        }
        let numbers = (
            tasks: Set(document.tasks.map(\.number)), reforms: Set(document.reforms.map(\.number)),
            projects: Set(document.projects.map(\.number))
        )
        document.mechanisms = check.take(file.mechanisms, "mechanisms", number: \.number) { mechanism, field, check in
            check.text(mechanism.name, field + ".name")
            check.known([mechanism.articleNumber], among: articles, field + ".article_no")
            check.known(mechanism.tasks, among: numbers.tasks, field + ".tasks")
            check.known(mechanism.reforms, among: numbers.reforms, field + ".reforms")
            check.known(mechanism.projects, among: numbers.projects, field + ".projects")
        }
    }

    private static func takeCoverage(
        _ file: Shape, _ addresses: Set<String>?, into document: inout PolicyDocument, _ check: inout Check
    ) {
        let mechanisms = Set(document.mechanisms.map(\.number))
        document.coverage = file.coverage.map { places in
            check.take(places, "coverage", number: \.mechanism) { place, field, check in
                check.known([place.mechanism], among: mechanisms, field + ".mechanism")
                check.text(place.note.zh, field + ".note.zh")
                check.text(place.note.en, field + ".note.en")
                if place.extent == .unassessed { check.refuse(field + ".extent", .form) }
                // What does not work has no pages, and what works has some.
                if place.routes.isEmpty != (place.extent == .none) { check.refuse(field + ".routes", .form) }
                for (number, route) in place.routes.enumerated() where addresses?.contains(route) == false {
                    check.refuse("\(field).routes[\(number)]", .address, route)
                }
            }
        }
    }

    /// The file's outer form: each item is read by itself, so that each that cannot be read is told of.
    private struct Shape: Decodable {
        let meta: Attempt<PolicyDocument.Meta>
        let articles: [Attempt<PolicyArticle>]
        let units: [Attempt<PolicyUnit>]
        let tasks: [Attempt<PolicyTask>]
        let reforms: [Attempt<PolicyReform>]
        let projects: [Attempt<PolicyProject>]
        let mechanisms: [Attempt<PolicyMechanism>]
        let coverage: [Attempt<PolicyCoverage.Place>]?
        let statedInvestment: Int64?

        enum CodingKeys: String, CodingKey {
            case meta, articles, units, tasks, reforms, projects, mechanisms, coverage
            case statedInvestment = "investment_total_stated_10k_yuan"
        }
    }

    /// An item, or the place in it that cannot be read.
    private struct Attempt<Item: Decodable>: Decodable {
        let item: Item?
        /// `.title`, or empty.
        let path: String

        init(from decoder: any Decoder) throws {
            do { (item, path) = (try Item(from: decoder), "") } catch let error as DecodingError {
                (item, path) = (nil, Self.path(of: error, below: decoder.codingPath.count))
            }
        }

        private static func path(of error: DecodingError, below depth: Int) -> String {
            var keys: [any CodingKey] = []
            if case .keyNotFound(let key, let context) = error { keys = context.codingPath + [key] }
            if case .typeMismatch(_, let context) = error { keys = context.codingPath }
            if case .valueNotFound(_, let context) = error { keys = context.codingPath }
            if case .dataCorrupted(let context) = error { keys = context.codingPath }
            return keys.dropFirst(depth).map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined()
        }
    }

    /// Collects what is wrong.
    private struct Check {
        var refusals: [PolicyFileRefusal] = []

        mutating func refuse(_ field: String, _ rule: PolicyFileRefusal.Rule, _ found: String = "") {
            refusals.append(PolicyFileRefusal(field: field, rule: rule, found: String(found.prefix(60))))
        }

        mutating func text(_ text: String, _ field: String) {
            // As databases count; characters may be of any length.
            if !(1...PolicyFile.textMax).contains(text.unicodeScalars.count) { refuse(field, .length) }
            if let place = TextPlace(ofPrivateUseIn: text) {
                refuse(field, .character, "\(place.line):\(place.column)")
            }
        }

        mutating func known(_ numbers: [Int], among all: Set<Int>, _ field: String) {
            for number in numbers where !all.contains(number) { refuse(field, .reference, "\(number)") }
        }

        /// The items of a list that nothing is wrong with.
        mutating func take<Item>(
            _ attempts: [Attempt<Item>], _ list: String, number: KeyPath<Item, Int>?,
            _ examine: (Item, String, inout Check) -> Void
        ) -> [Item] {
            var (taken, numbers): ([Item], Set<Int>) = ([], [])
            for (place, attempt) in attempts.enumerated() {
                let (field, before) = ("\(list)[\(place)]", refusals.count)
                guard let item = attempt.item else {
                    refuse(field + attempt.path, .form)
                    continue
                }
                if let number, !numbers.insert(item[keyPath: number]).inserted {
                    refuse(field + ".no", .twice, "\(item[keyPath: number])")
                }
                examine(item, field, &self)
                if refusals.count == before { taken.append(item) }
            }
            return taken
        }
    }
}
