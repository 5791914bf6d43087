import Facts
import Kernel
import Web

/// Which rules that are known from memory the city has adopted, since when and by which document.
struct AdoptionsPage: ListPage {
    static let template = "Monitoring/AdoptionsPage"

    let adoptions: [AdoptionStore.Recorded]
    let mayRecord: Bool
    let refused: RefusedForm?
    var next: String? { nil }

    static let fields: [FormField] = [
        FormField(
            name: "rule", label: Phrase("规则", "Rule"), kind: .choice([WaterDayExceedance.code]), required: true,
            optionLabels: [
                WaterDayExceedance.code: Phrase("MON-02 废水日均值超标", "MON-02 daily mean of waste water")
            ]),
        FormField(name: "valid_from", label: Phrase("自何日的数据起", "First day of values"), kind: .date, required: true),
        FormField(
            name: "valid_to", label: Phrase("至何日", "Last day"), kind: .date, required: false,
            hint: Phrase("留空表示一直有效", "leave empty while it holds")),
        FormField(
            name: "source", label: Phrase("采用的文件", "Document"), kind: .text(max: 200), required: true,
            hint: Phrase("文号与名称", "number and title")),
    ]

    static let endFields: [FormField] = [
        FormField(name: "adoption", label: Phrase("采用编号", "Adoption no."), kind: .text(max: 12), required: true),
        FormField(
            name: "last_day", label: Phrase("最后有效日", "Last day"), kind: .date, required: true,
            hint: Phrase("此后各日的数据重新判定：不再判为超标", "values of later days are judged again: no longer decided")),
        FormField(
            name: "source", label: Phrase("终止的文件", "Document that ends it"), kind: .text(max: 200), required: true,
            hint: Phrase("文号与名称", "number and title")),
    ]

    /// What is asked before an adoption ends.
    static func asked(_ known: AdoptionStore.Recorded, lastDay: CivilDate) -> Asked {
        let adoption = known.adoption
        let days = "\(adoption.validFrom) – \(known.effective.validTo?.description ?? "")"
        let next = lastDay.adding(days: 1)
        return Asked(
            subject: Phrase(
                "采用 \(known.number)：\(adoption.rule)（\(days)，\(adoption.source)）",
                "Adoption \(known.number): \(adoption.rule) (\(days), \(adoption.source))"),
            consequence: Phrase(
                "自 \(next) 起该规则不再用于判定；此后各日的数据重新判定，已认定的超标不再成立，其案件须由市局撤销。只能重新登记，不能恢复。",
                "From \(next) on the rule decides no more. Values of those days are judged again: exceedances that "
                    + "were found no longer stand, and their cases are then to be dismissed. It cannot be revived, "
                    + "only adopted anew."))
    }

    struct Content: Encodable, Sendable {
        let adoptions: [Adoption]

        struct Adoption: Encodable, Sendable {
            let adoption: Int64
            let rule: String
            let validFrom: String
            let validTo: String?
            let source: String
            let recordedAt: String
            let recordedBy: String
            let endedBy: String?
        }
    }

    func title(_ language: Language) -> String { Phrase("规则的采用", "Adoption of rules")(language) }

    var content: Content {
        Content(
            adoptions: adoptions.map { recorded in
                Content.Adoption(
                    adoption: recorded.number, rule: recorded.adoption.rule,
                    validFrom: recorded.adoption.validFrom.description,
                    validTo: recorded.effective.validTo?.description, source: recorded.adoption.source,
                    recordedAt: recorded.at.civil.isoText, recordedBy: recorded.by,
                    endedBy: recorded.effective.endedBy)
            })
    }

    func tables(_ language: Language) -> [ListTable] {
        let columns: [TableColumn<AdoptionStore.Recorded>] = [
            TableColumn(Phrase("编号", "No.")) { .number($0.number) },
            TableColumn(Phrase("规则", "Rule")) { .text($0.adoption.rule) },
            TableColumn(Phrase("首日", "First day")) { .day($0.adoption.validFrom) },
            TableColumn(Phrase("末日", "Last day")) { .day($0.effective.validTo) },
            TableColumn(Phrase("采用的文件", "Document")) { .text($0.adoption.source) },
            TableColumn(Phrase("登记时间", "Recorded")) { .moment($0.at) },
            TableColumn(Phrase("登记人", "By")) { .text($0.by) },
            TableColumn(Phrase("提前终止的文件", "Ended early by")) { .text($0.effective.endedBy) },
        ]
        return [ListTable(Phrase("规则的采用", "Adoptions"), adoptions, language, columns: columns)]
    }

    func view(_ language: Language) -> [String: Any] {
        let rule = WaterDayExceedance.descriptor
        return [
            "rule": rule.code,
            "ruleTitle": rule.title(language),
            "basis": rule.basis(language),
            "certainty": rule.certainty.phrase(language),
            "hasAdoptions": !adoptions.isEmpty,
            "adoptions": adoptions.map { recorded in
                [
                    "number": String(recorded.number), "code": recorded.adoption.rule,
                    "days": "\(recorded.adoption.validFrom) – \(recorded.effective.validTo?.description ?? "")",
                    "source": recorded.adoption.source, "at": recorded.at.civil.minuteText,
                    "ends": recorded.ends.map { end in
                        Phrase(
                            "\(end.at.civil.minuteText) 登记：至 \(end.lastDay) 提前终止，依据 \(end.source)",
                            "recorded \(end.at.civil.minuteText): ended early with \(end.lastDay), by \(end.source)")(
                                language)
                    },
                ]
            },
            "mayRecord": mayRecord,
            "form": FormView.view(
                language, action: "/rule-adoptions", fields: Self.fields, submit: Phrase("登记采用", "Record the adoption"),
                refused: refused?.typed["rule"] == nil ? nil : refused),
            "end": FormView.view(
                language, action: "/rule-adoptions/end", fields: Self.endFields.map(offering),
                submit: Phrase("提前终止", "End it early"),
                refused: refused?.typed["adoption"] == nil ? nil : refused),
        ]
    }

    /// An adoption is chosen by its days and its document.
    private func offering(_ field: FormField) -> FormField {
        guard field.name == "adoption" else { return field }
        return field.offering(
            adoptions.map { known in
                let named = "\(known.adoption.rule) \(known.adoption.validFrom) \(known.adoption.source)"
                return (String(known.number), Phrase(named, named))
            })
    }
}
