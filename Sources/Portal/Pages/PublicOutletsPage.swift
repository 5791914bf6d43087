import Facts
import Kernel
import Web

/// The monitored sources as anybody may see them: the newest uploaded means beside their limits.
struct PublicOutletsPage: ListPage {
    static let template = "Portal/PublicOutletsPage"

    /// What the address may carry beside the region.
    static let query: [FormField] = [
        .filter("text", Phrase("企业或排放口", "Enterprise or outlet"), .text(max: 80)),
        .filter("standing", Phrase("情形", "Standing"), among: PublicStanding.self),
    ]

    let outlets: [PublicOutlet]
    let regions: [(code: RegionCode, name: Phrase)]
    let region: RegionCode?
    let text: String?
    let standing: PublicStanding?
    /// Where the next part of the list begins; nil at its end.
    let next: String?
    let now: Instant

    struct Content: Encodable, Sendable {
        let outlets: [Outlet]
        let next: String?

        struct Outlet: Encodable, Sendable {
            let outlet: String
            let name: String
            let enterprise: String
            let region: String
            let means: [Mean]
        }

        struct Mean: Encodable, Sendable {
            let factor: String
            let name: String
            let period: String
            let start: String
            let value: String?
            let limit: String?
            let isBeyond: Bool?
            let mark: String?
        }
    }

    func title(_ language: Language) -> String {
        Phrase("污染源自动监测信息公开", "Monitored sources")(language)
    }

    var content: Content {
        Content(
            outlets: outlets.map { outlet in
                Content.Outlet(
                    outlet: outlet.outlet.text, name: outlet.title, enterprise: outlet.enterpriseName,
                    region: outlet.region.text,
                    means: outlet.means.map(Self.content))
            }, next: next)
    }

    /// A mean as programs read it.
    static func content(of mean: PublicOutlet.Mean) -> Content.Mean {
        Content.Mean(
            factor: mean.factor.text, name: mean.name.zh, period: mean.period.rawValue, start: mean.start.civil.isoText,
            value: mean.value?.description, limit: mean.limit, isBeyond: mean.isBeyond, mark: mean.mark)
    }

    func tables(_ language: Language) -> [ListTable] {
        let now = now
        // An outlet without means keeps its line: it is monitored, and silent.
        let lines = outlets.flatMap { outlet -> [Line] in
            let means = outlet.means.map { Line(outlet: outlet, mean: $0) }
            return means.isEmpty ? [Line(outlet: outlet, mean: nil)] : means
        }
        let columns: [TableColumn<Line>] = [
            TableColumn(Phrase("属地", "Region")) { .text($0.outlet.regionName(language)) },
            TableColumn(Phrase("企业", "Enterprise")) { .text($0.outlet.enterpriseName) },
            TableColumn(Phrase("排放口编号", "Outlet code")) { .text($0.outlet.outlet.text) },
            TableColumn(Phrase("排放口", "Outlet")) { .text($0.outlet.title) },
            TableColumn(Phrase("因子", "Factor")) { .text($0.mean?.name(language)) },
            TableColumn(Phrase("均值", "Mean")) { .text($0.mean?.period.phrase(language)) },
            TableColumn(Phrase("时间", "Time")) { .moment($0.mean?.start) },
            TableColumn(Phrase("数值", "Value")) { .number($0.mean?.value) },
            TableColumn(Phrase("限值", "Limit")) { .text($0.mean?.limit) },
            TableColumn(Phrase("对照", "Beside the limit")) { line in
                .text(line.mean.map { Self.standing(of: $0, at: now).word(language) })
            },
        ]
        return [ListTable(Phrase("信息公开", "Monitored sources"), lines, language, columns: columns)]
    }

    /// A mean of an outlet as a row of a file.
    private struct Line {
        let outlet: PublicOutlet
        let mean: PublicOutlet.Mean?
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "isEmpty": outlets.isEmpty && next == nil, "isEmptyPart": outlets.isEmpty && next != nil,
            "text": text ?? "",
            "standings": PublicStanding.allCases.map { standing -> [String: Any] in
                [
                    "code": standing.rawValue, "word": standing.phrase(language),
                    "isChosen": standing == self.standing,
                ]
            },
            "regions": regions.map { region -> [String: Any] in
                ["code": region.code.text, "name": region.name(language), "isChosen": region.code == self.region]
            },
            "outlets": outlets.map { outlet -> [String: Any] in
                [
                    "title": outlet.title, "enterprise": outlet.enterpriseName, "region": outlet.regionName(language),
                    "hasMeans": !outlet.means.isEmpty, "means": outlet.means.map { line($0, language) },
                ]
            },
            "next": next ?? "", "hasNext": next != nil,
        ]
    }

    private func line(_ mean: PublicOutlet.Mean, _ language: Language) -> [String: Any] {
        let (tag, word) = Self.standing(of: mean, at: now)
        return [
            "factor": mean.name(language), "period": mean.period.phrase(language),
            "at": mean.period == .hour ? mean.start.civil.minuteText : mean.start.civil.date.description,
            "value": mean.value?.description ?? "–", "limit": mean.limit ?? "–", "tag": tag, "word": word(language),
        ]
    }

    private static func standing(of mean: PublicOutlet.Mean, at now: Instant) -> (tag: String, word: Phrase) {
        if let mark = mean.mark {
            return (
                "neutral",
                mean.markWords.map { Phrase("设备标记 \(mark)（\($0.zh)）", "marked \(mark) (\($0.en))") }
                    ?? Phrase("设备标记 \(mark)", "marked \(mark)")
            )
        }
        if mean.isOld(at: now) { return ("neutral", Phrase("此后没有新数据", "nothing newer came")) }
        switch mean.isBeyond {
        case true?: return ("late", Phrase("高于限值", "beyond the limit"))
        case false?: return ("done", Phrase("未超限值", "within the limit"))
        case nil: return ("neutral", Phrase("未比较", "not compared"))
        }
    }
}
