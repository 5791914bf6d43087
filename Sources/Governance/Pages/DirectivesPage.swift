import Kernel
import Web

/// Findings of inspection notices and decisions of the leading group, the newest document first; forms for the office.
struct DirectivesPage: ListPage {
    static let template = "Governance/DirectivesPage"

    let lines: [DirectiveLine]
    let kind: DirectiveKind?
    let state: DirectiveItemState?
    let isOffice: Bool
    /// The units that may be asked.
    let units: [String]
    let refused: (form: DirectiveForm, what: RefusedForm)?

    var next: String? { nil }

    struct Content: Encodable, Sendable {
        let items: [DirectiveLine.Content]
    }

    func title(_ language: Language) -> String { Phrase("督查和会议事项", "Findings and decisions")(language) }

    var content: Content { Content(items: lines.map(\.content)) }

    func view(_ language: Language) -> [String: Any] {
        [
            "kinds": DirectiveKind.allCases.map { kind in
                [
                    "code": kind.rawValue, "word": kind.phrase(language), "isChosen": kind == self.kind,
                ] as [String: Any]
            },
            "states": DirectiveItemState.allCases.map { state in
                [
                    "code": state.rawValue, "word": state.phrase(language), "isChosen": state == self.state,
                ] as [String: Any]
            },
            "hasItems": !lines.isEmpty, "items": lines.map { $0.view(language) }, "isOffice": isOffice,
            "forms": [DirectiveForm.inspection, .minutes].map { form -> [String: Any] in
                [
                    "formName": form.name(language), "isRefused": refused?.form == form,
                    "form": FormView.view(
                        language, action: "/governance/directives/\(form.rawValue)", fields: offered(form),
                        submit: form.name, refused: refused?.form == form ? refused?.what : nil),
                ]
            },
        ]
    }

    private func offered(_ form: DirectiveForm) -> [FormField] {
        form.fields.map { field in
            field.name == "unit" ? field.offering(units.map { ($0, Phrase($0, $0)) }) : field
        }
    }

    func tables(_ language: Language) -> [ListTable] {
        let columns: [TableColumn<DirectiveLine>] = [
            TableColumn(Phrase("文号", "Number")) { .text($0.directive.key.phrase(language)) },
            TableColumn(Phrase("文种", "Kind")) { .text($0.directive.key.kind.phrase(language)) },
            TableColumn(Phrase("标题", "Title")) { .text($0.directive.document.title) },
            TableColumn(Phrase("序号", "Item")) { .number($0.item.number) },
            TableColumn(Phrase("责任单位", "Unit")) { .text($0.item.unit) },
            TableColumn(Phrase("问题或议定事项", "Text")) { .text($0.item.text) },
            TableColumn(Phrase("任务", "Task")) {
                $0.directive.document.task.map { TableCell.number($0) } ?? TableCell.none
            },
            TableColumn(Phrase("印发时间", "Issued at")) { .moment($0.directive.issuedAt) },
            TableColumn(Phrase("期限", "Last day")) { .day($0.directive.due($0.item)) },
            TableColumn(Phrase("状态", "State")) { .text($0.state.phrase(language)) },
        ]
        return [ListTable(Phrase("督查和会议事项", "Findings and decisions"), lines, language, columns: columns)]
    }
}
