import Access
import Kernel

/// For the system administrator: the organisations whose people work here.
struct OrganisationsPage: ListPage {
    static let template = "Web/OrganisationsPage"

    static let fields = [
        FormField(
            name: "organisation", label: Phrase("单位编号", "Code"), kind: .text(max: 32), required: true,
            hint: Phrase("字母、数字和 . _ -", "letters, digits and . _ -")),
        FormField(name: "name", label: Phrase("单位名称", "Name"), kind: .text(max: 80), required: true),
        FormField(
            name: "kind", label: Phrase("类型", "Kind"), kind: .choice(Organisation.Kind.allCases.map(\.rawValue)),
            required: true,
            optionLabels: Dictionary(
                uniqueKeysWithValues: Organisation.Kind.allCases.map { ($0.rawValue, $0.phrase) })),
        FormField(
            name: "region", label: Phrase("所在区域", "Region"), kind: .text(max: 12), required: false,
            hint: Phrase("行政区划代码，如 330602；分局和新区办必填", "region code such as 330602; branches and area offices need it")),
        FormField(
            name: "enterprise", label: Phrase("企业编号", "Enterprise in the register"), kind: .code(.enterprise),
            required: false,
            hint: Phrase("仅企业填写：输入编号或名称，从提示中选取", "enterprises only: type a code or a name and choose")),
    ]

    let organisations: [Organisation]
    let refused: RefusedForm?
    var regions = RegionNames.none
    /// There are few organisations: the list comes whole.
    var next: String? { nil }

    struct Content: Encodable {
        let organisations: [Entry]

        struct Entry: Encodable {
            let id: String
            let name: String
            let kind: String
            let region: String?
            let enterprise: String?
        }
    }

    func title(_ language: Language) -> String { Phrase("单位", "Organisations")(language) }

    var content: Content {
        Content(
            organisations: organisations.map {
                Content.Entry(
                    id: $0.id.text, name: $0.name, kind: $0.kind.rawValue, region: $0.region?.text,
                    enterprise: $0.enterprise?.text)
            })
    }

    func tables(_ language: Language) -> [ListTable] {
        let regions = regions
        let columns: [TableColumn<Organisation>] = [
            TableColumn(Phrase("单位编号", "Code")) { .text($0.id.text) },
            TableColumn(Phrase("单位名称", "Name")) { .text($0.name) },
            TableColumn(Phrase("类型", "Kind")) { .text($0.kind.phrase(language)) },
            TableColumn(Phrase("区域", "Region")) { .text($0.region.map { regions.name($0, language) }) },
            TableColumn(Phrase("区域代码", "Region code")) { .text($0.region?.text) },
            TableColumn(Phrase("企业编号", "Enterprise")) { .text($0.enterprise?.text) },
        ]
        return [ListTable(Phrase("单位", "Organisations"), organisations, language, columns: columns)]
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "hasOrganisations": !organisations.isEmpty,
            "organisations": organisations.map {
                [
                    "id": $0.id.text, "name": $0.name, "kind": $0.kind.phrase(language),
                    "region": $0.region.map { regions.name($0, language) } ?? "—",
                    "enterprise": $0.enterprise?.text ?? "—",
                ]
            },
            "form": FormView.view(
                language, action: "/organisations", fields: Self.fields.map(choosing), submit: Phrase("登记", "Enter"),
                refused: refused),
        ]
    }

    /// Where the regions are known, they are chosen by name.
    private func choosing(_ field: FormField) -> FormField {
        guard field.name == "region", !regions.all.isEmpty else { return field }
        return FormField(
            name: field.name, label: field.label, kind: .choice(regions.all.map(\.code.text)), required: false,
            hint: Phrase("分局和新区办必填", "branches and area offices need it"),
            optionLabels: Dictionary(regions.all.map { ($0.code.text, $0.name) }, uniquingKeysWith: { $1 }))
    }
}

extension Organisation.Kind {
    /// What people call it.
    var phrase: Phrase {
        switch self {
        case .cityBureau: Phrase("市局", "City bureau")
        case .branch: Phrase("分局", "Branch")
        case .areaOffice: Phrase("新区办", "Area office")
        case .leadUnit: Phrase("牵头单位", "Lead unit")
        case .enterprise: Phrase("企业", "Enterprise")
        case .institution: Phrase("服务机构", "Service institution")
        case .bank: Phrase("银行", "Bank")
        }
    }
}
