import Kernel
import Web

/// The lead units of the policies, and which organisation speaks for each.
struct UnitsPage: Page {
    static let template = "Governance/UnitsPage"

    static let fields = [
        FormField(name: "unit", label: Phrase("牵头单位", "Lead unit"), kind: .text(max: 80), required: true),
        FormField(
            name: "organisation", label: Phrase("本系统单位编码", "Code of the organisation"),
            kind: .code(.organisation), required: true,
            hint: Phrase("输入编号或名称，从提示中选取", "type a code or a name and choose")),
    ]

    /// A unit as policies write it.
    struct Line: Sendable {
        let unit: PolicyUnit
        let tasks: Int
        let organisation: String?
        let organisationName: String?
    }

    let lines: [Line]
    let refused: RefusedForm?
    /// The organisations that may speak for a unit.
    var organs: [(code: String, name: String)] = []

    struct Content: Encodable, Sendable {
        let units: [Entry]

        struct Entry: Encodable, Sendable {
            let unit: String
            let isCollective: Bool
            let tasks: Int
            let organisation: String?
        }
    }

    func title(_ language: Language) -> String { Phrase("牵头单位", "Lead units")(language) }

    var content: Content {
        Content(
            units: lines.map {
                .init(
                    unit: $0.unit.name, isCollective: $0.unit.isCollective, tasks: $0.tasks,
                    organisation: $0.organisation)
            })
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "lines": lines.map { line -> [String: Any] in
                [
                    "unit": line.unit.name, "tasks": String(line.tasks),
                    "organisation": line.organisation.map { "\(line.organisationName ?? "") \($0)" } ?? "–",
                    "tag": line.organisation == nil ? "open" : "done",
                    "word": (line.organisation == nil ? Phrase("待对应", "nobody yet") : Phrase("已对应", "bound"))(language),
                ]
            },
            "form": FormView.view(
                language, action: "/governance/units",
                fields: FormOffers(units: lines.map(\.unit.name), organisations: organs).offering(Self.fields),
                submit: Phrase("对应", "Bind"),
                refused: refused),
        ]
    }
}
