import Facts
import Kernel
import Persistence
import Web

/// What is mine, what is late: duties by their clock, and for officers the overdue duties of others in sight.
struct TodoPage: ListPage {
    static let template = "Portal/TodoPage"

    struct Line: Sendable {
        let duty: Duty
        let what: Phrase
        /// Where it is done.
        let address: String
        let enterpriseName: String
        /// What it is about: the outlet by its number and name, a policy's task with its unit.
        let place: Phrase?
        /// When whoever owes it was reminded of its day; nil before.
        var remindedAt: Instant?

        /// What it is about, as people call it: a case by its number, a state by its outlet alone.
        var matter: Phrase {
            guard let place else { return Phrase(number, number) }
            return isOfCase ? Phrase("\(number) · \(place.zh)", "\(number) · \(place.en)") : place
        }

        var isOfCase: Bool { address.hasPrefix("/cases/") }

        /// A case as documents number it; the code of anything else.
        var number: String {
            caseID?.documentNumber ?? duty.reference
        }

        /// The case it is about, also where the duty is about one step of it (`2026-0001.5`); nil for none.
        var caseID: CaseID? {
            isOfCase ? duty.reference.split(separator: ".").first.flatMap { CaseID(String($0)) } : nil
        }
    }

    /// Where a part of the list ends: what is mine comes before what is late with others.
    struct Place: Sendable, Equatable {
        enum Part: String, Sendable {
            case mine
            case others
        }

        let part: Part
        let duty: DutyBook.Place

        init(part: Part, duty: DutyBook.Place) { (self.part, self.duty) = (part, duty) }

        /// A place out of an address, `mine-MILLISECONDS-DUTY`; nil for anything else.
        init?(_ text: String) {
            let parts = text.split(separator: "-", maxSplits: 1)
            guard parts.count == 2, let part = Part(rawValue: String(parts[0])), let duty = DutyBook.Place(parts[1])
            else { return nil }
            self.init(part: part, duty: duty)
        }

        var text: String { "\(part.rawValue)-\(duty.text)" }
    }

    let mine: [Line]
    let overdueElsewhere: [Line]
    /// How many duties have run out of time, on all pages of the list together, and how many of them are of cases.
    let overdue: (all: Int, ofRoom: Int)
    let isOfficer: Bool
    let filter: TodoFilter
    let regions: [(code: RegionCode, name: Phrase)]
    /// Whether the list begins here: only there an empty part means that nothing is to do.
    let isFirst: Bool
    let next: String?
    let now: Instant
    /// The calendar that the terms of cases and states are counted on.
    let calendar: WorkingDayCalendar

    struct Content: Encodable, Sendable {
        let duties: [Entry]
        let next: String?

        struct Entry: Encodable, Sendable {
            let what: Phrase
            /// The case; nil for a duty about something else.
            let caseID: String?
            let reference: String
            let role: String
            /// What it is about: the outlet by its number and name, a policy's task with its unit.
            let matter: Phrase?
            let enterprise: String?
            let enterpriseName: String
            let since: String
            let due: String
            /// The year into which the term reaches and whose days off are not known; nil for none.
            let unannouncedYear: Int?
            let overdue: Bool
            let remindedAt: String?
            let address: String
        }
    }

    func title(_ language: Language) -> String { Phrase("待办", "To do")(language) }

    var content: Content {
        Content(
            duties: (mine + overdueElsewhere).map { line in
                Content.Entry(
                    what: line.what, caseID: line.caseID?.text,
                    reference: line.duty.reference, role: line.duty.role.rawValue, matter: line.place,
                    enterprise: line.duty.enterprise?.text, enterpriseName: line.enterpriseName,
                    since: line.duty.since.civil.isoText,
                    due: line.duty.due.civil.isoText, unannouncedYear: unannouncedYear(of: line),
                    overdue: now > line.duty.due, remindedAt: line.remindedAt?.civil.isoText,
                    address: line.address)
            }, next: next)
    }

    func tables(_ language: Language) -> [ListTable] {
        let now = now
        let columns: [TableColumn<Line>] = [
            TableColumn(Phrase("时限", "Due")) { .term($0.duty.due) },
            TableColumn(Phrase("时限说明", "How it was counted")) {
                .text(unannouncedYear(of: $0).map { WorkingDayCalendar.caution(of: $0)(language) })
            },
            TableColumn(Phrase("时钟", "Clock")) {
                .text(RemainingTime.text(until: $0.duty.due, now: now)(language))
            },
            TableColumn(Phrase("事项", "What")) { .text($0.what(language)) },
            TableColumn(Phrase("办理人", "Who")) { .text($0.duty.role.phrase(language)) },
            TableColumn(Phrase("案件或状态", "Case or state")) { .text($0.number) },
            TableColumn(Phrase("事由", "About")) { .text($0.place?(language)) },
            TableColumn(Phrase("企业编号", "Enterprise code")) { .text($0.duty.enterprise?.text) },
            TableColumn(Phrase("企业", "Enterprise")) { .text($0.enterpriseName) },
            TableColumn(Phrase("开始", "Since")) { .moment($0.duty.since) },
            TableColumn(Phrase("临期提醒", "Reminded")) { .moment($0.remindedAt) },
        ]
        return [
            ListTable(Phrase("待我办理", "Mine"), mine, language, columns: columns),
            ListTable(Phrase("他人已超时", "Overdue with others"), overdueElsewhere, language, columns: columns),
        ]
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "isLate": overdue.all > 0, "late": lateText(language), "isOfficer": isOfficer,
            "hasMine": !mine.isEmpty, "isIdle": mine.isEmpty && isFirst && filter.isEmpty,
            "isFilteredAway": mine.isEmpty && isFirst && !filter.isEmpty, "showsMine": !mine.isEmpty || isFirst,
            "hasNext": next != nil, "next": next ?? "",
            "hasRegions": regions.count > 1,
            "regions": regions.map { region -> [String: Any] in
                [
                    "code": region.code.text, "name": region.name(language),
                    "isChosen": region.code == filter.region,
                ]
            },
            "rooms": TodoFilter.Room.allCases.map { room -> [String: Any] in
                ["code": room.rawValue, "word": room.phrase(language), "isChosen": room == filter.room]
            },
            "clocks": TodoFilter.Clock.allCases.map { clock -> [String: Any] in
                ["code": clock.rawValue, "word": clock.phrase(language), "isChosen": clock == filter.clock]
            },
            "mine": mine.map { row($0, language) },
            "hasElsewhere": !overdueElsewhere.isEmpty,
            "elsewhere": overdueElsewhere.map { row($0, language) },
        ]
    }

    /// The year without a notice into which a term of a case or a state reaches; other rooms' terms are dates.
    private func unannouncedYear(of line: Line) -> Int? {
        guard line.isOfCase || line.address.hasPrefix("/states/") else { return nil }
        return calendar.unannouncedYear(until: line.duty.due)
    }

    private func lateText(_ language: Language) -> String {
        let (all, cases) = overdue
        return
            (isOfficer
            ? Phrase("已超时 \(all) 项任务，其中案件任务 \(cases) 项。", "Overdue duties: \(all), of cases: \(cases).")
            : Phrase("已超时 \(all) 项任务。", "Overdue duties: \(all)."))(language)
    }

    private func row(_ line: Line, _ language: Language) -> [String: Any] {
        let isLate = now > line.duty.due
        return [
            "what": line.what(language),
            "case": line.matter(language),
            "address": line.address,
            "enterprise": line.enterpriseName,
            "who": line.duty.role.phrase(language),
            "since": line.duty.since.civil.minuteText,
            "due": line.duty.due.termText, "isReminded": !isLate && line.remindedAt != nil,
            "reminded": line.remindedAt?.civil.minuteText ?? "",
            "hasCaution": unannouncedYear(of: line) != nil,
            "caution": unannouncedYear(of: line).map { WorkingDayCalendar.caution(of: $0)(language) } ?? "",
            "tag": isLate ? "late" : "open",
            "left": RemainingTime.text(until: line.duty.due, now: now)(language),
        ]
    }
}

/// How long is left, or how long it is overdue, in the largest fitting unit.
enum RemainingTime {
    static func text(until due: Instant, now: Instant) -> Phrase {
        let minutes = abs(due.milliseconds(since: now)) / 60_000
        let amount =
            minutes < 60
            ? Phrase("\(minutes) 分钟", "\(minutes) min")
            : minutes < 2_880
                ? Phrase("\(minutes / 60) 小时", "\(minutes / 60) h")
                : Phrase("\(minutes / 1_440) 天", "\(minutes / 1_440) days")
        return now > due
            ? Phrase("超时 \(amount.zh)", "overdue \(amount.en)") : Phrase("剩余 \(amount.zh)", "\(amount.en) left")
    }
}
