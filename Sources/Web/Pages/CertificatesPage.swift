import Access
import Kernel

/// For the administrator: who may work on site, and until when.
struct CertificatesPage: ListPage {
    static let template = "Web/CertificatesPage"

    let people: [Person]
    let certificates: [OfficerCertificate]
    let today: CivilDate
    /// What was wrong with which form.
    let refused: RefusedForm?
    let refusedWithdrawal: RefusedForm?
    /// A city has some hundred officers: the register comes whole.
    var next: String? { nil }

    struct Content: Encodable {
        let certificates: [Entry]

        struct Entry: Encodable {
            let number: String
            let person: String
            let name: String
            let validFrom: String
            let validTo: String
            let state: String
        }
    }

    static let fields = [
        FormField(name: "person", label: Phrase("执法人员", "Officer"), kind: .text(max: 32), required: true),
        FormField(
            name: "number", label: Phrase("执法证号", "Certificate number"), kind: .text(max: 32), required: true,
            hint: Phrase("字母、数字和连字符", "letters, digits and hyphens")),
        FormField(name: "valid_from", label: Phrase("有效期起", "Valid from"), kind: .date, required: true),
        FormField(name: "valid_to", label: Phrase("有效期止", "Valid to"), kind: .date, required: true),
    ]

    static let withdrawalFields = [
        FormField(name: "withdrawn", label: Phrase("执法证号", "Certificate number"), kind: .text(max: 32), required: true),
        FormField(name: "reason", label: Phrase("注销原因", "Reason"), kind: .text(max: 200), required: true),
    ]

    func title(_ language: Language) -> String { Phrase("执法证名册", "Officers' certificates")(language) }

    var content: Content {
        Content(
            certificates: certificates.map { certificate in
                Content.Entry(
                    number: certificate.number.text, person: certificate.person.text,
                    name: name(of: certificate.person),
                    validFrom: certificate.validFrom.description, validTo: certificate.validTo.description,
                    state: state(of: certificate).code)
            })
    }

    func tables(_ language: Language) -> [ListTable] {
        let page = self
        let columns: [TableColumn<OfficerCertificate>] = [
            TableColumn(Phrase("执法人员", "Officer")) { .text(page.name(of: $0.person)) },
            TableColumn(Phrase("人员编号", "Person")) { .text($0.person.text) },
            TableColumn(Phrase("执法证号", "Certificate number")) { .text($0.number.text) },
            TableColumn(Phrase("有效期起", "Valid from")) { .day($0.validFrom) },
            TableColumn(Phrase("有效期止", "Valid to")) { .day($0.validTo) },
            TableColumn(Phrase("状态", "State")) { .text(page.state(of: $0).word(language)) },
        ]
        return [ListTable(Phrase("执法证", "Certificates"), certificates, language, columns: columns)]
    }

    func view(_ language: Language) -> [String: Any] {
        let counting = certificates.filter { $0.withdrawnAt == nil }
        return [
            "hasCertificates": !certificates.isEmpty,
            "certificates": certificates.map { certificate in
                [
                    "number": certificate.number.text, "name": name(of: certificate.person),
                    "from": certificate.validFrom.description, "to": certificate.validTo.description,
                    "tag": state(of: certificate).tag, "state": state(of: certificate).word(language),
                ]
            },
            "form": FormView.view(
                language, action: "/certificates", fields: Self.fields.map(choosingOfficer),
                submit: Phrase("登记", "Enter"),
                values: ["valid_from": today.description, "valid_to": today.adding(days: 1_826).description],
                refused: refused),
            "mayWithdraw": !counting.isEmpty,
            "withdrawal": FormView.view(
                language, action: "/certificates/withdraw",
                fields: Self.withdrawalFields.map { field in
                    field.name == "withdrawn" ? choosing(field, counting.map(\.number.text), [:]) : field
                }, submit: Phrase("注销", "Withdraw"), refused: refusedWithdrawal),
        ]
    }

    private func choosingOfficer(_ field: FormField) -> FormField {
        guard field.name == "person" else { return field }
        let officers = people.filter { [.cityOfficer, .branchOfficer].contains($0.role) }
        let names = Dictionary(uniqueKeysWithValues: officers.map { ($0.id.text, Phrase($0.name, $0.name)) })
        return choosing(field, officers.map(\.id.text), names)
    }

    private func choosing(_ field: FormField, _ codes: [String], _ labels: [String: Phrase]) -> FormField {
        FormField(
            name: field.name, label: field.label, kind: .choice(codes), required: field.required, hint: field.hint,
            optionLabels: labels)
    }

    private func name(of person: PersonID) -> String {
        people.first { $0.id == person }?.name ?? person.text
    }

    private func state(of certificate: OfficerCertificate) -> (code: String, tag: String, word: Phrase) {
        if certificate.withdrawnAt != nil { return ("withdrawn", "neutral", Phrase("已注销", "withdrawn")) }
        if today < certificate.validFrom { return ("coming", "open", Phrase("未生效", "not yet valid")) }
        if certificate.validTo < today { return ("expired", "late", Phrase("已过期", "expired")) }
        return ("valid", "done", Phrase("有效", "valid"))
    }
}
