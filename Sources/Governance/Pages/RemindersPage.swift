import Facts
import Kernel
import Web

/// What units owe within some working days, and when they were reminded of it.
struct RemindersPage: ListPage {
    static let template = "Governance/RemindersPage"

    /// A duty of a unit.
    struct Line: Sendable {
        let near: ReminderDesk.Near
        /// What it is about; nil where only its reference tells.
        let place: Phrase?
        let personName: String?
        let remindedAt: Instant?

        var what: Phrase { GovernanceRoom.dutyPhrase(near.duty.kind) ?? Phrase(near.duty.kind, near.duty.kind) }
        var matter: Phrase { place ?? Phrase(near.duty.reference, near.duty.reference) }
    }

    /// The most urgent first.
    let lines: [Line]
    /// How many working days ahead it looks.
    let workingDays: Int
    let now: Instant

    var next: String? { nil }

    struct Content: Encodable, Sendable {
        let workingDays: Int
        let duties: [Entry]

        struct Entry: Encodable, Sendable {
            let kind: String
            let what: Phrase
            let reference: String
            /// What it is about.
            let matter: Phrase
            let unit: String
            let person: String?
            let personName: String?
            let due: String
            let remindedAt: String?
            let address: String
        }
    }

    func title(_ language: Language) -> String { Phrase("临期事项", "Due soon")(language) }

    var content: Content {
        Content(
            workingDays: workingDays,
            duties: lines.map { line in
                Content.Entry(
                    kind: line.near.duty.kind, what: line.what, reference: line.near.duty.reference,
                    matter: line.matter, unit: line.near.unit, person: line.near.person?.text,
                    personName: line.personName, due: line.near.duty.due.civil.isoText,
                    remindedAt: line.remindedAt?.civil.isoText,
                    address: GovernanceRoom.dutyAddress(line.near.duty.reference))
            })
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "workingDays": String(workingDays), "isEmpty": lines.isEmpty, "hasLines": !lines.isEmpty,
            "lines": lines.map { line -> [String: Any] in
                [
                    "what": line.what(language), "matter": line.matter(language),
                    "address": GovernanceRoom.dutyAddress(line.near.duty.reference), "unit": line.near.unit,
                    "person": line.personName ?? line.near.person?.text ?? "–",
                    "dueAt": line.near.duty.due.termText, "reminded": line.remindedAt?.civil.minuteText ?? "–",
                ]
            },
        ]
    }

    func tables(_ language: Language) -> [ListTable] {
        let columns: [TableColumn<Line>] = [
            TableColumn(Phrase("时限", "Due")) { .term($0.near.duty.due) },
            TableColumn(Phrase("事项", "What")) { .text($0.what(language)) },
            TableColumn(Phrase("内容", "About")) { .text($0.matter(language)) },
            TableColumn(Phrase("单位", "Unit")) { .text($0.near.unit) },
            TableColumn(Phrase("责任人编号", "Person code")) { .text($0.near.person?.text) },
            TableColumn(Phrase("责任人", "Person")) { .text($0.personName) },
            TableColumn(Phrase("临期提醒", "Reminded")) { .moment($0.remindedAt) },
        ]
        return [ListTable(Phrase("临期事项", "Due soon"), lines, language, columns: columns)]
    }
}
