import Kernel
import Standards
import Web

/// The factor tables, searchable: codes, names, units, which of them are believed, and what to beware of.
struct FactorCataloguePage: ListPage {
    static let template = "Monitoring/FactorCataloguePage"

    let entries: [FactorEntry]
    /// The codes of 2005 by their successors.
    let formerCodes: [String: [String]]
    let query: String
    let medium: FactorEntry.Medium?
    /// How many lines match in all.
    let total: Int
    let next: String?
    /// Whether the viewer may see the codes that wait.
    let maySeeWaiting: Bool

    struct Content: Encodable, Sendable {
        let factors: [Line]
        let total: Int
        let next: String?

        struct Line: Encodable, Sendable {
            let code: String
            let meaning: Int
            let name: Phrase
            let medium: String
            let printedUnit: String?
            let unit: String?
            let unitIsSettled: Bool
            let edition: String?
            let table: String?
            let certainty: String
            let formerCodes: [String]
            let molarMass_g_per_mol: String?
            let remark: Phrase?
        }
    }

    func title(_ language: Language) -> String { Phrase("因子目录", "Catalogue of factors")(language) }

    var content: Content {
        Content(
            factors: entries.map { entry in
                Content.Line(
                    code: entry.code, meaning: entry.meaning, name: entry.name, medium: entry.medium.rawValue,
                    printedUnit: entry.printedUnit?.code, unit: entry.unit?.code, unitIsSettled: entry.isUnitSettled,
                    edition: entry.edition, table: entry.table, certainty: entry.certainty.rawValue,
                    formerCodes: formerCodes[entry.code] ?? [], molarMass_g_per_mol: entry.molarMass?.description,
                    remark: entry.remark)
            }, total: total, next: next)
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "query": query,
            "maySeeWaiting": maySeeWaiting,
            "media": FactorEntry.Medium.allCases.map { choice -> [String: Any] in
                ["code": choice.rawValue, "word": choice.phrase(language), "isChosen": choice == medium]
            },
            "total": String(total),
            "hasEntries": !entries.isEmpty,
            "entries": entries.map { row($0, language) },
            "hasNext": next != nil,
            "next": next ?? "",
        ]
    }

    func tables(_ language: Language) -> [ListTable] {
        let formerCodes = formerCodes
        let columns: [TableColumn<FactorEntry>] = [
            TableColumn(Phrase("编码", "Code")) { .text($0.code) },
            TableColumn(Phrase("名称", "Name")) { .text($0.name(language)) },
            TableColumn(Phrase("介质", "Medium")) { .text($0.medium.phrase(language)) },
            TableColumn(Phrase("印刷单位", "Unit as printed")) { .text($0.printedUnit?.shown) },
            TableColumn(Phrase("采用单位", "Unit used")) { .text($0.unit?.shown(language)) },
            TableColumn(Phrase("单位已确定", "Unit is settled")) {
                .text(($0.isUnitSettled ? Phrase("是", "yes") : Phrase("否", "no"))(language))
            },
            TableColumn(Phrase("2005 版编码", "Codes of 2005")) {
                .text((formerCodes[$0.code] ?? []).joined(separator: ", "))
            },
            TableColumn(Phrase("出处", "Place")) { .text("\($0.edition ?? "") \($0.table ?? "")") },
            TableColumn(Phrase("备注", "Remark")) { .text($0.remark?(language)) },
        ]
        return [ListTable(Phrase("因子目录", "Factors"), entries, language, columns: columns)]
    }

    private func row(_ entry: FactorEntry, _ language: Language) -> [String: Any] {
        [
            "code": entry.code,
            "name": entry.name(language),
            "medium": entry.medium.phrase(language),
            "printed": entry.printedUnit?.shown(language) ?? "–",
            "unit": entry.unit?.shown(language) ?? "–",
            "tag": entry.isUnitSettled ? "done" : "open",
            "believed":
                (entry.isUnitSettled ? Phrase("按印刷单位", "as printed") : Phrase("按设备设置", "per device"))(language),
            "former": (formerCodes[entry.code] ?? []).joined(separator: ", ").nonEmpty ?? "–",
            "place": entry.certainty == .standard
                ? "\(entry.edition ?? "") \(entry.table ?? "")" : entry.certainty.phrase(language),
            "remark": entry.remark?(language) ?? "–",
        ]
    }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}

extension FactorEntry.Medium {
    /// The medium as people read it.
    fileprivate var phrase: Phrase {
        switch self {
        case .air: Phrase("气", "air")
        case .water: Phrase("水", "water")
        case .noise: Phrase("噪声", "noise")
        case .other: Phrase("工况与站房", "process and site")
        }
    }
}

extension FactorCertainty {
    /// The certainty as people read it.
    fileprivate var phrase: Phrase {
        switch self {
        case .standard: Phrase("标准原文", "text of the standard")
        case .practice: Phrase("表外，现场通用", "outside the tables, in common use")
        case .unconfirmed: Phrase("含义未确认", "meaning not confirmed")
        }
    }
}
