import Kernel
import Web

/// The register of funds, each with its balance.
struct FundsPage: ListPage {
    static let template = "Governance/FundsPage"

    let lines: [FundLine]
    let next: String?
    /// Whether the visitor may open one.
    let mayOpen: Bool
    let refused: RefusedForm?
    var offers = FormOffers()

    struct Content: Encodable, Sendable {
        let funds: [FundLine.Content]
        let next: String?
    }

    func title(_ language: Language) -> String { Phrase("专项资金", "Funds")(language) }

    var content: Content { Content(funds: lines.map(\.content), next: next) }

    func view(_ language: Language) -> [String: Any] {
        [
            "funds": lines.map { $0.view(language) }, "hasFunds": !lines.isEmpty, "hasNext": next != nil,
            "next": next ?? "", "mayOpen": mayOpen,
            "form": FormView.view(
                language, action: "/governance/funds", fields: offers.offering(FundForm.opening.fields),
                submit: FundForm.opening.name, values: offers.values, refused: refused),
        ]
    }

    func tables(_ language: Language) -> [ListTable] {
        let words: [TableColumn<FundLine>] = [
            TableColumn(Phrase("序号", "No")) { .number($0.fund.number) },
            TableColumn(Phrase("资金", "Name")) { .text($0.fund.name) },
            TableColumn(Phrase("管理单位", "Unit")) { .text($0.fund.unit) },
            TableColumn(Phrase("用途", "What for")) { .text($0.fund.purpose) },
            TableColumn(Phrase("政策任务", "Task")) { line in line.fund.task.map { .number($0) } ?? .none },
        ]
        let money = FundLine.columns.enumerated().map { place, column in
            TableColumn<FundLine>(column.0) { .number(FundLine.cell($0.amount(place))) }
        }
        return [ListTable(Phrase("专项资金", "Funds"), lines, language, columns: words + money)]
    }
}
