import Facts
import Kernel
import Standards
import Web

/// What an enterprise marked of an outlet: the list with the first marks, what was closed early, and its two forms.
struct MarksPage: ListPage {
    static let template = "Monitoring/MarksPage"

    let outlet: OutletSummary
    let marks: [MarkStore.Recorded]
    /// The first marks that later ones name.
    let firsts: [Int64: MarkStore.Recorded]
    let closings: [MarkStore.Closed]
    let factors: [PollutantCode]
    let names: @Sendable (PollutantCode) -> Pollutant
    /// The kinds of start and stop that the enterprise's trade may claim.
    let windows: StartStopWindows
    /// All of them, for the words of what was claimed.
    let known: StartStopWindows
    let hourMax: RuleFigure<Int>
    /// At an incinerator: how much of its year's hours is marked.
    let use: ExemptionUse?
    let mayMark: Bool
    /// The mark that was just stated.
    let receipt: MarkStore.Recorded?
    let next: String?
    let now: Instant
    let refused: RefusedForm?

    struct Content: Encodable, Sendable {
        let outlet: String
        let markHourMax: Int
        let certainty: String
        let marks: [Mark]
        let closed: [Closed]
        let next: String?

        struct Mark: Encodable, Sendable {
            let mark: Int64
            let factor: String?
            let firstHour: String
            let lastHour: String
            let meaning: String
            let window: String?
            let reason: String
            let by: String
            let at: String
            let firstMark: Int64?
            let demandedInCase: String?
        }

        struct Closed: Encodable, Sendable {
            let from: String
            let until: String
            let by: String
            let at: String
        }
    }

    func title(_ language: Language) -> String {
        Phrase("企业标记：\(outlet.title)", "Marks: \(outlet.title)")(language)
    }

    var content: Content {
        Content(
            outlet: outlet.outlet.text, markHourMax: hourMax.value, certainty: hourMax.certainty.rawValue,
            marks: marks.map { recorded in
                let mark = recorded.mark
                return Content.Mark(
                    mark: mark.number, factor: mark.pollutant?.text, firstHour: mark.firstHour.civil.isoText,
                    lastHour: mark.lastHour.civil.isoText, meaning: mark.meaning.rawValue, window: mark.window,
                    reason: recorded.reason, by: recorded.name, at: recorded.at.civil.isoText, firstMark: mark.first,
                    demandedInCase: mark.demand?.caseID.text)
            },
            closed: closings.map { closed in
                Content.Closed(
                    from: closed.closing.from.civil.isoText, until: closed.closing.until.civil.isoText,
                    by: closed.name, at: closed.at.civil.isoText)
            }, next: next)
    }

    func tables(_ language: Language) -> [ListTable] {
        let (names, windows) = (names, known)
        let columns: [TableColumn<MarkStore.Recorded>] = [
            TableColumn(Phrase("标记编号", "Mark")) { .number($0.mark.number) },
            TableColumn(Phrase("自", "From")) { .moment($0.mark.firstHour) },
            TableColumn(Phrase("至", "Until")) { .term($0.mark.lastHour.adding(hours: 1)) },
            TableColumn(Phrase("因子", "Factor")) { recorded in
                .text(
                    recorded.mark.pollutant.map { "\(names($0).name(language)) \($0)" }
                        ?? Phrase("全部", "all")(language))
            },
            TableColumn(Phrase("含义", "Meaning")) { .text($0.mark.meaning.phrase(language)) },
            TableColumn(Phrase("启停时段", "Window")) { recorded in
                .text(windows.rows.first { $0.markCode == recorded.mark.window }?.name(language))
            },
            TableColumn(Phrase("原因", "Reason")) { .text($0.reason) },
            TableColumn(Phrase("标记人", "By")) { .text($0.name) },
            TableColumn(Phrase("标记时间", "Stated")) { .moment($0.at) },
            TableColumn(Phrase("首次标记", "First mark")) { .number($0.mark.first ?? $0.mark.number) },
            TableColumn(Phrase("要求标记的案件", "Demanded in case")) { .text($0.mark.demand?.caseID.documentNumber) },
        ]
        let closed: [TableColumn<MarkStore.Closed>] = [
            TableColumn(Phrase("自", "From")) { .moment($0.closing.from) },
            TableColumn(Phrase("至", "Until")) { .term($0.closing.until) },
            TableColumn(Phrase("声明人", "By")) { .text($0.name) },
            TableColumn(Phrase("声明时间", "Stated")) { .moment($0.at) },
        ]
        return [
            ListTable(Phrase("声明无需标记", "Nothing more to mark"), closings, language, columns: closed),
            ListTable(Phrase("企业标记", "Marks"), marks, language, columns: columns),
        ]
    }

    func view(_ language: Language) -> [String: Any] {
        let path = "/outlets/\(outlet.outlet)/marks"
        let today = now.civil.date.description
        let isClosing = refused?.typed["day"] != nil
        return [
            "outlet": outlet.outlet.text,
            "outletTitle": "\(outlet.enterpriseName) \(outlet.title)",
            "rule": Phrase(
                "当日各小时可标记至次日 \(hourMax.value) 时（\(hourMax.certainty.phrase.zh)）。不标记即视为无异议。",
                "The hours of a day may be marked until \(hourMax.value):00 of the next "
                    + "(\(hourMax.certainty.phrase.en)). No mark means no objection.")(language),
            "isIncinerator": use != nil,
            "use": use?.phrase(language) ?? "",
            "hasReceipt": receipt != nil,
            "receiptNumber": receipt.map { String($0.mark.number) } ?? "",
            "receiptAt": receipt?.at.civil.secondText ?? "",
            "receiptBy": receipt?.name ?? "",
            "hasMarks": !marks.isEmpty, "hasNext": next != nil, "next": next ?? "",
            "marks": marks.map { row($0, language) },
            "hasClosings": !closings.isEmpty,
            "closings": closings.map { closed in
                [
                    "from": closed.closing.from.civil.minuteText, "until": closed.closing.until.termText,
                    "by": closed.name, "at": closed.at.civil.minuteText,
                ]
            },
            "factors": factors.map { "\(names($0).name(language)) \($0)" }
                .joined(separator: language == .chinese ? "、" : ", "),
            "mayMark": mayMark,
            "form": FormView.view(
                language, action: path,
                fields: MarkForm.state(windows).map { field in
                    field.name == "factor"
                        ? field.offering(factors.map { ($0.text, names($0).name) }) : field
                }, submit: Phrase("提交标记", "State the mark"),
                values: ["first_day": today, "last_day": today], refused: isClosing ? nil : refused),
            "close": FormView.view(
                language, action: path + "/close", fields: MarkForm.close,
                submit: Phrase("声明无需标记", "State that nothing is to be marked"), values: ["day": today],
                refused: isClosing ? refused : nil),
        ]
    }

    private func row(_ recorded: MarkStore.Recorded, _ language: Language) -> [String: Any] {
        let mark = recorded.mark
        let window = known.rows.first { $0.markCode == mark.window }?.name(language)
        return [
            "number": String(mark.number),
            "hours": "\(mark.firstHour.civil.minuteText) – \(mark.lastHour.adding(hours: 1).civil.minuteText)",
            "factor": mark.pollutant.map { "\(names($0).name(language)) \($0)" }
                ?? Phrase("全部", "all")(language),
            "meaning": [mark.meaning.phrase(language), window].compactMap { $0 }.joined(separator: " · "),
            "reason": recorded.reason,
            "by": recorded.name,
            "at": recorded.at.civil.minuteText,
            "first": first(of: mark)(language),
            "isDemanded": mark.demand != nil,
            "case": mark.demand?.caseID.text ?? "", "caseNumber": mark.demand?.caseID.documentNumber ?? "",
        ]
    }

    /// The first mark of these hours with its author, which a later one does not touch.
    private func first(of mark: EnterpriseMark) -> Phrase {
        guard let number = mark.first else { return Phrase("首次标记", "first mark") }
        guard let first = firsts[number] else { return Phrase("首次标记为 \(number)", "first marked by no. \(number)") }
        let (words, at) = (first.mark.meaning.phrase, first.at.civil.minuteText)
        return Phrase(
            "改标；首次为 \(number)：\(words.zh)，\(first.name) \(at)",
            "changed; first was no. \(number): \(words.en), \(first.name) \(at)")
    }
}
