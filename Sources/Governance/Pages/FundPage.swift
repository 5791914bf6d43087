import Kernel
import Web

/// A fund: its balance by year, its book, forms for those who may.
struct FundPage: ListPage {
    static let template = "Governance/FundPage"

    let fund: Fund
    /// The part of its book that is shown, the first entry first.
    let shown: [Fund.Entry]
    let next: String?
    let forms: [FundForm]
    let refused: (form: FundForm, what: RefusedForm)?
    var offers = FormOffers()

    struct Content: Encodable, Sendable {
        let fund: FundLine.Content
        let years: [Year]
        let entries: [Entry]
        let applications: [Application]
        let next: String?

        struct Year: Encodable, Sendable {
            let year: Int
            let budgetFen: Int64
            let allocatedFen: Int64
            let usedFen: Int64
            let freeFen: Int64
            let unusedFen: Int64
        }

        struct Application: Encodable, Sendable {
            let application: Int
            let unit: String
            let target: String
            let targetName: String
            let amountFen: Int64
            let what: String
            let state: String
            let note: String?
        }

        struct Entry: Encodable, Sendable {
            let number: Int
            let sort: String
            let day: String
            let year: Int
            let amountFen: Int64
            let belongsTo: Int?
            let target: String?
            let targetName: String?
            let what: String
            let document: String
            let isTakenBack: Bool
        }
    }

    func title(_ language: Language) -> String { fund.name }

    var content: Content {
        Content(
            fund: FundLine(fund).content,
            years: fund.years.map { year in
                let balance = fund.balance(of: year)
                return Content.Year(
                    year: year, budgetFen: balance.budgetFen, allocatedFen: balance.allocatedFen,
                    usedFen: balance.usedFen, freeFen: balance.freeFen, unusedFen: balance.unusedFen)
            },
            entries: shown.map { entry in
                Content.Entry(
                    number: entry.number, sort: entry.sort.rawValue, day: entry.day.description, year: entry.year,
                    amountFen: entry.amountFen, belongsTo: entry.belongsTo, target: entry.target?.sort.rawValue,
                    targetName: entry.target?.name, what: entry.what, document: entry.document,
                    isTakenBack: fund.isTakenBack(entry.number))
            },
            applications: fund.applications.map { application in
                Content.Application(
                    application: application.number, unit: application.unit,
                    target: application.target.sort.rawValue, targetName: application.target.name,
                    amountFen: application.amountFen, what: application.what,
                    state: fund.state(of: application).rawValue, note: application.judgement?.note)
            }, next: next)
    }

    /// What an entry is for, in words, and its page.
    private func target(_ target: FundTarget?, _ language: Language) -> (words: String, address: String?) {
        guard let target else { return ("–", nil) }
        let words = "\(target.sort.phrase(language)) \(target.name)"
        switch target.sort {
        case .project: return (words, "/policy/\(fund.policy)/projects/\(target.name)")
        case .task: return (words, "/policy/\(fund.policy)/tasks/\(target.name)")
        case .enterprise, .other: return (words, nil)
        }
    }

    func view(_ language: Language) -> [String: Any] {
        let more: [String: Any] = [
            "years": fund.years.map { year in
                FundLine.view(of: fund.balance(of: year)).merging(["year": String(year)]) { $1 }
            },
            "hasEntries": !shown.isEmpty, "hasNext": next != nil, "next": next ?? "",
            "entries": shown.map { entry -> [String: Any] in
                let target = target(entry.target, language)
                return [
                    "number": String(entry.number), "day": entry.day.description, "tag": entry.sort.tag,
                    "word": entry.sort.phrase(language), "year": String(entry.year),
                    "amount": TenThousandYuan.text(entry.amountFen),
                    "belongsTo": entry.belongsTo.map { "#\($0)" } ?? "–", "target": target.words,
                    "hasAddress": target.address != nil, "targetAddress": target.address ?? "", "what": entry.what,
                    "document": entry.document, "isTakenBack": fund.isTakenBack(entry.number),
                ]
            },
            "hasApplications": !fund.applications.isEmpty,
            "applications": fund.applications.map { view(of: $0, language) },
            "forms": forms.map { form -> [String: Any] in
                [
                    "formName": form.name(language),
                    "form": FormView.view(
                        language, action: "/governance/funds/\(fund.number)/\(form.rawValue)",
                        fields: offers.offering(form.fields), submit: form.name,
                        values: offers.values, refused: refused?.form == form ? refused?.what : nil),
                ]
            },
        ]
        return FundLine(fund).view(language).merging(more) { $1 }
    }

    private func view(of application: FundApplication, _ language: Language) -> [String: Any] {
        let state = fund.state(of: application)
        return [
            "application": String(application.number), "applicant": application.unit,
            "appliedFor": target(application.target, language).words,
            "appliedAmount": TenThousandYuan.text(application.amountFen), "appliedWhat": application.what,
            "appliedOn": application.filedAt.civil.date.description, "stateTag": state.tag,
            "state": state.phrase(language), "judgedNote": application.judgement?.note ?? "–",
        ]
    }

    func tables(_ language: Language) -> [ListTable] {
        let columns: [TableColumn<Fund.Entry>] = [
            TableColumn(Phrase("序号", "No")) { .number($0.number) },
            TableColumn(Phrase("日期", "Day")) { .day($0.day) },
            TableColumn(Phrase("记录", "Kind of entry")) { .text($0.sort.phrase(language)) },
            TableColumn(Phrase("预算年度", "Year")) { .number($0.year) },
            TableColumn(Phrase("金额（万元）", "Amount (10k yuan)")) { .number(FundLine.cell($0.amountFen)) },
            TableColumn(Phrase("对应记录", "Belongs to")) { entry in entry.belongsTo.map { .number($0) } ?? .none },
            TableColumn(Phrase("对象类别", "For a")) { .text($0.target?.sort.phrase(language)) },
            TableColumn(Phrase("对象", "Which")) { .text($0.target?.name) },
            TableColumn(Phrase("说明", "What")) { .text($0.what) },
            TableColumn(Phrase("文号", "By document")) { .text($0.document) },
        ]
        return [
            ListTable(Phrase("收支记录", "Book"), shown, language, columns: columns),
            ListTable(
                Phrase("资金申请", "Applications"), fund.applications, language, columns: applicationColumns(language)),
        ]
    }

    private func applicationColumns(_ language: Language) -> [TableColumn<FundApplication>] {
        let fund = fund
        return [
            TableColumn(Phrase("申请序号", "Application")) { .number($0.number) },
            TableColumn(Phrase("申请单位", "Unit")) { .text($0.unit) },
            TableColumn(Phrase("对象类别", "For a")) { .text($0.target.sort.phrase(language)) },
            TableColumn(Phrase("对象", "Which")) { .text($0.target.name) },
            TableColumn(Phrase("金额（万元）", "Amount (10k yuan)")) { .number(FundLine.cell($0.amountFen)) },
            TableColumn(Phrase("申请用途", "What")) { .text($0.what) },
            TableColumn(Phrase("状态", "State")) { .text(fund.state(of: $0).phrase(language)) },
            TableColumn(Phrase("审核说明", "Note")) { .text($0.judgement?.note) },
        ]
    }
}
