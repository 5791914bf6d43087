import Facts
import Kernel
import Standards
import Web

/// Hourly values of one factor of an outlet, the newest first, each with its limit, its mark and its frame.
struct HourListPage: ListPage {
    static let template = "Monitoring/HourListPage"

    let outlet: OutletSummary
    /// The factor shown; nil at an outlet without limit and values.
    let pollutant: Pollutant?
    let factors: [Pollutant]
    let from: CivilDate
    let to: CivilDate
    let hours: [OutletHour]
    let next: String?

    struct Content: Encodable, Sendable {
        let outlet: String
        let pollutant: String?
        let unit: String?
        let hours: [Hour]
        let next: String?

        struct Hour: Encodable, Sendable {
            let hour: String
            let average: String?
            let converted: String?
            let limit: String?
            let multiple: String?
            let mark: String?
            /// What the enterprise's mark comes to, in words.
            let enterpriseMark: Phrase?
            /// What the value comes to beside its limit, in words.
            let state: Phrase
            let exceeds: Bool
            let frame: String
        }
    }

    func title(_ language: Language) -> String {
        Phrase("小时值：\(outlet.title)", "Hourly values: \(outlet.title)")(language)
    }

    func fileName(_ language: Language) -> String {
        "\(outlet.outlet) \(pollutant?.code.text ?? "") \(Phrase("小时值", "hours")(language)) \(from) \(to)"
    }

    var content: Content {
        Content(
            outlet: outlet.outlet.text, pollutant: pollutant?.code.text, unit: pollutant?.unit,
            hours: hours.map { hour in
                Content.Hour(
                    hour: hour.reading.hour.civil.isoText, average: hour.reading.average?.description,
                    converted: hour.reading.converted?.description, limit: hour.limit?.figure,
                    multiple: hour.multiple?.description, mark: hour.reading.mark,
                    enterpriseMark: hour.markWords(.chinese).isEmpty
                        ? nil : Phrase(hour.markWords(.chinese), hour.markWords(.english)),
                    state: Phrase(hour.state(.chinese).word, hour.state(.english).word),
                    exceeds: hour.judged.excess != nil && !hour.isUnused,
                    frame: hour.reading.frame.hex)
            }, next: next)
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "outlet": outlet.outlet.text,
            "outletTitle": "\(outlet.enterpriseName) \(outlet.title)",
            "factors": factors.map { factor -> [String: Any] in
                [
                    "code": factor.code.text, "name": factor.name(language),
                    "isShown": factor.code == pollutant?.code,
                ]
            },
            "from": from.description,
            "to": to.description,
            "pollutant": pollutant.map { "\($0.name(language)) \($0.unit(language))" } ?? "–",
            "hasHours": !hours.isEmpty,
            "hours": hours.map { $0.view(language) },
            "hasNext": next != nil,
            "next": next ?? "",
        ]
    }

    /// An upper limit is a number; a range or a lower limit is told whole.
    private static func cell(_ limit: DatedLimit) -> TableCell {
        (limit.demand ?? .atMost) == .atMost ? .number(limit.limit) : .text(limit.figure)
    }

    func tables(_ language: Language) -> [ListTable] {
        let (outlet, pollutant) = (outlet, pollutant)
        let columns: [TableColumn<OutletHour>] = [
            TableColumn(Phrase("排放口编号", "Outlet code")) { _ in .text(outlet.outlet.text) },
            TableColumn(Phrase("因子编码", "Code")) { _ in .text(pollutant?.code.text) },
            TableColumn(Phrase("小时（起）", "Hour (its start)")) { .moment($0.reading.hour) },
            TableColumn(Phrase("实测均值", "Mean as measured")) { .number($0.reading.average) },
            TableColumn(Phrase("折算均值", "Mean converted")) { .number($0.reading.converted) },
            TableColumn(Phrase("单位", "Unit")) { _ in .text(pollutant?.unit(language)) },
            TableColumn(Phrase("限值", "Limit")) { $0.limit.map(Self.cell) ?? .none },
            TableColumn(Phrase("超标倍数", "Times over")) { .number($0.multiple) },
            TableColumn(Phrase("数据标记", "Device's mark")) { .text($0.reading.mark) },
            TableColumn(Phrase("企业标记", "Enterprise's mark")) { .text($0.markWords(language)) },
            TableColumn(Phrase("对照", "Beside the limit")) { .text($0.state(language).word) },
            TableColumn(Phrase("报文 SHA-256", "Frame (SHA-256)")) { .text($0.reading.frame.hex) },
        ]
        return [ListTable(Phrase("小时值", "Hours"), hours, language, columns: columns)]
    }
}
