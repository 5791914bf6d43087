import Kernel
import Web

/// What the list can be narrowed to; the code stands in the address.
struct CaseListFilter: Sendable {
    let code: String
    let phrase: Phrase
    let states: [CaseState]

    /// How the address says it.
    static let fields: [FormField] = [
        .filter("state", Phrase("状态，缺省为办理中", "State; open unless given"), .choice(all.map(\.code))),
        .filter("region", Phrase("属地代码", "Code of the region"), .region),
        .filter("outlet", Phrase("排放口编号", "Code of the outlet"), .outlet),
        .filter("text", Phrase("排放口或企业名称、编号的一部分", "Part of an outlet's or enterprise's name or code"), .text(max: 80)),
        .filter("from", Phrase("立案起", "Opened from"), .date),
        .filter("to", Phrase("立案止", "Opened until"), .date).ending("from"),
    ]

    static let all: [CaseListFilter] =
        [
            CaseListFilter(
                code: "open", phrase: Phrase("办理中", "open"), states: ClosedLoop.openStates),
            CaseListFilter(code: "all", phrase: Phrase("全部", "all"), states: CaseState.allCases),
        ] + CaseState.allCases.map { CaseListFilter(code: $0.rawValue, phrase: $0.phrase, states: [$0]) }
}
