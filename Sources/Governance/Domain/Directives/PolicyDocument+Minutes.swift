import Kernel

extension PolicyDocument {
    /// The decisions of minutes as a document of tasks: what a unit has to report on, and what gets a light, is one
    /// thing, whether a policy or the leading group set it.
    init(minutes document: DirectiveDocument, issuedOn day: CivilDate) {
        let number = document.key.phrase.zh
        self.init(
            meta: Meta(
                code: PolicyCode(checked: document.key.description), documentNumber: number, title: document.title,
                issued: day, issuer: "政策落实领导小组"),
            articles: [
                PolicyArticle(
                    number: 1, writtenNumber: "一", sectionNumber: 1, section: Self.minutesSection,
                    title: document.title, text: document.participants ?? document.title)
            ], units: [], tasks: document.items.map { PolicyTask(item: $0, of: number) }, reforms: [], projects: [],
            mechanisms: [])
        var seen: Set<String> = []
        units = document.items.filter { seen.insert($0.unit).inserted }.map {
            PolicyUnit(name: $0.unit, isCollective: false)
        }
    }

    /// What the only section of minutes is called.
    static let minutesSection = "会议议定事项"

    /// The minutes whose decisions these are; nil for a policy.
    var minutes: DirectiveKey? { DirectiveKey(meta.code.text).flatMap { $0.kind == .minutes ? $0 : nil } }

    /// What it is called where several documents stand beside each other.
    var source: Phrase { minutes?.phrase ?? Phrase(meta.documentNumber, meta.documentNumber) }
}

extension PolicyTask {
    fileprivate init(item: DirectiveDocument.Item, of number: String) {
        let parts = item.due.parts
        self.init(
            number: item.number, sectionNumber: 1, section: PolicyDocument.minutesSection, articleNumber: 1,
            item: "\(number)第 \(item.number) 项", text: item.text,
            writtenDeadline: "\(parts.year)年\(parts.month)月\(parts.day)日", kind: .year, startYear: parts.year,
            endYear: parts.year, leadUnits: [item.unit], note: nil, lastDay: item.due)
    }
}
