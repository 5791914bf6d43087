import Kernel
import Web

/// Which documents of the register are shown.
struct DocumentFilter: Sendable, Equatable {
    var state: State?
    var stage: DocumentStage?
    var sort: DocumentSort?
    var unit: String?
    var series: String?
    /// The year by whose end it is to be issued.
    var year: Int?

    /// How a document stands, or that something of it is late.
    enum State: String, CaseIterable, Sendable {
        case making
        case inForce = "in-force"
        case repealed
        case withdrawn
        case late

        var phrase: Phrase {
            DocumentState(rawValue: rawValue)?.phrase ?? Phrase("逾期", "late")
        }

        func isOf(_ document: ReformDocument, on today: CivilDate) -> Bool {
            self == .late ? document.lateness(on: today) != nil : document.state(on: today).rawValue == rawValue
        }
    }

    static let query: [FormField] = [
        .filter("state", Phrase("状态", "State"), among: State.self),
        .filter("stage", Phrase("阶段", "Stage"), among: DocumentStage.self),
        .filter("sort", Phrase("类别", "Kind"), among: DocumentSort.self),
        .filter("unit", Phrase("起草单位", "Unit"), .text(max: 80)),
        .filter("series", Phrase("制度组", "Group of documents"), .text(max: ReformDocument.seriesMax)),
        .filter("year", Phrase("应印发年份", "Year of issue"), .number(max: 4)),
    ]

    init() {}

    init(_ visit: Visit) {
        state = visit.query("state").flatMap { State(rawValue: $0) }
        stage = visit.query("stage").flatMap { DocumentStage(rawValue: $0) }
        sort = visit.query("sort").flatMap { DocumentSort(rawValue: $0) }
        unit = visit.query("unit")
        series = visit.query("series")
        year = visit.query("year").flatMap { Int($0) }
    }

    func shows(_ document: ReformDocument, on today: CivilDate) -> Bool {
        (state.map { $0.isOf(document, on: today) } ?? true)
            && (stage.map { document.stage == $0 } ?? true) && (sort.map { document.sort == $0 } ?? true)
            && (unit.map { document.unit == $0 } ?? true) && (series.map { document.series == $0 } ?? true)
            && (year.map { document.due.parts.year == $0 } ?? true)
    }
}
