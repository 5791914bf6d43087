import Facts
import Kernel
import Standards
import Web

/// State episodes, filtered by what the address says.
struct StateListPage: ListPage {
    static let template = "Monitoring/StateListPage"

    let lines: [Line]
    let counts: [(kind: StateKind, region: RegionCode, count: Int)]
    let regionName: @Sendable (RegionCode) -> Phrase
    let filter: StateFilter
    /// Whether the viewer sees more than one enterprise.
    let choosesRegion: Bool
    let now: Instant
    let next: String?

    /// One episode and where it is.
    struct Line: Sendable {
        let episode: StateEpisode
        let outlet: OutletSummary
    }

    struct Content: Encodable, Sendable {
        let states: [Entry]
        let next: String?

        struct Entry: Encodable, Sendable {
            let state: String
            let kind: String
            let rule: String
            let outlet: String
            /// In a list, which names what it shows.
            var outletName: String?
            let enterprise: String
            var enterpriseName: String?
            let region: String
            let factors: [String]
            let firstHour: String
            let lastHour: String
            let hours: Int
            let ended: Bool
            let stage: String
            let due: String?
            let foundAt: String
            let decision: String
        }
    }

    func title(_ language: Language) -> String { Phrase("监测状态", "States of monitoring")(language) }

    var content: Content {
        Content(
            states: lines.map { line in
                var entry = Content.Entry(line.episode)
                (entry.outletName, entry.enterpriseName) = (line.outlet.title, line.outlet.enterpriseName)
                return entry
            }, next: next)
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "hasCounts": !counts.isEmpty,
            "counts": StateKind.allCases.compactMap { kind -> [String: Any]? in
                let count = counts.filter { $0.kind == kind }.map(\.count).reduce(0, +)
                guard count > 0 else { return nil }
                return [
                    "count": FigureText.grouped(count), "word": StateWords.name(of: kind)(language),
                    "link": "/states?kind=\(kind.rawValue)",
                ]
            },
            "kinds": StateKind.allCases.map {
                ["code": $0.rawValue, "word": StateWords.name(of: $0)(language), "isChosen": $0 == filter.kind]
            },
            "choosesRegion": choosesRegion,
            "regions": Set(counts.map(\.region) + [filter.region].compactMap(\.self)).sorted().map {
                ["code": $0.text, "word": regionName($0)(language), "isChosen": $0 == filter.region]
            },
            "standings": StateFilter.Standing.allCases.map {
                ["code": $0.rawValue, "word": Self.word(of: $0)(language), "isChosen": $0 == filter.standing]
            },
            "enterpriseCode": filter.enterprise?.text ?? "",
            "outletCode": filter.outlet?.text ?? "",
            "hasLines": !lines.isEmpty,
            "lines": lines.map { row($0, language) },
            "hasNext": next != nil,
            "next": next ?? "",
        ]
    }

    func tables(_ language: Language) -> [ListTable] {
        let columns: [TableColumn<Line>] = [
            TableColumn(Phrase("类别", "Kind")) { .text(StateWords.name(of: $0.episode.kind)(language)) },
            TableColumn(Phrase("企业", "Enterprise")) { .text($0.outlet.enterpriseName) },
            TableColumn(Phrase("排放口", "Outlet")) { .text($0.outlet.title) },
            TableColumn(Phrase("排放口编号", "Outlet code")) { .text($0.episode.outlet.text) },
            TableColumn(Phrase("属地", "Region")) { .text($0.outlet.regionName(language)) },
            TableColumn(Phrase("因子", "Factors")) { .text(Self.names(of: $0.episode.extent.factors, language)) },
            TableColumn(Phrase("起", "From")) { .moment($0.episode.extent.firstHour) },
            TableColumn(Phrase("止（持续的为空）", "Until (empty while it goes on)")) {
                $0.episode.extent.ended ? .moment($0.episode.extent.lastHour.adding(hours: 1)) : .none
            },
            TableColumn(Phrase("小时数", "Hours")) { .number($0.episode.extent.hours) },
            TableColumn(Phrase("进展", "Stage")) { .text(StateWords.name(of: $0.episode.stage)(language)) },
            TableColumn(Phrase("时限", "Due")) { .term($0.episode.due) },
            TableColumn(Phrase("规则", "Rule")) { .text($0.episode.kind.rule.code) },
            TableColumn(Phrase("判定", "Decision")) { .text($0.episode.decision.text) },
        ]
        return [ListTable(Phrase("监测状态", "States"), lines, language, columns: columns)]
    }

    /// The factors' names.
    static func names(of factors: [PollutantCode], _ language: Language) -> String {
        factors.map { Pollutant($0).name(language) }.joined(separator: language == .chinese ? "、" : ", ")
    }

    /// How many hours; of one that goes on, how long it has lasted.
    static func hours(of episode: StateEpisode, now: Instant) -> Phrase {
        let extent = episode.extent
        guard !extent.ended, !episode.isWithdrawn else { return Phrase("\(extent.hours)", "\(extent.hours)") }
        let lasted = max(0, now.milliseconds(since: extent.firstHour) / 3_600_000)
        return Phrase("已 \(lasted)", "\(lasted) so far")
    }

    private static func word(of standing: StateFilter.Standing) -> Phrase {
        switch standing {
        case .open: Phrase("持续或待办", "going on or waiting")
        case .asking: Phrase("待办", "waiting for somebody")
        case .over: Phrase("已结束", "over")
        case .withdrawn: Phrase("不再成立", "standing no more")
        case .all: Phrase("全部", "all")
        }
    }

    private func row(_ line: Line, _ language: Language) -> [String: Any] {
        let episode = line.episode
        let isLate = episode.due.map { $0 < now } ?? false
        return [
            "id": episode.id.text,
            "tag": episode.extent.ended || episode.isWithdrawn ? "neutral" : "orange",
            "kind": StateWords.name(of: episode.kind)(language),
            "outlet": episode.outlet.text,
            "outletTitle": line.outlet.title,
            "enterprise": line.outlet.enterprise.text,
            "enterpriseName": line.outlet.enterpriseName,
            "region": line.outlet.regionName(language),
            "factors": Self.names(of: episode.extent.factors, language),
            "from": episode.extent.firstHour.civil.minuteText,
            "to": episode.extent.ended
                ? episode.extent.lastHour.adding(hours: 1).civil.minuteText : Phrase("持续", "going on")(language),
            "hours": Self.hours(of: episode, now: now)(language),
            "stage": StateWords.name(of: episode.stage)(language),
            "stageTag": isLate ? "late" : episode.due == nil ? "neutral" : "open",
            "due": episode.due?.termText ?? "–",
        ]
    }
}

extension StateListPage.Content.Entry {
    init(_ episode: StateEpisode) {
        let extent = episode.extent
        self.init(
            state: episode.id.text, kind: episode.kind.rawValue, rule: episode.kind.rule.code,
            outlet: episode.outlet.text, enterprise: episode.enterprise.text, region: episode.region.text,
            factors: extent.factors.map(\.text), firstHour: extent.firstHour.civil.isoText,
            lastHour: extent.lastHour.civil.isoText, hours: extent.hours, ended: extent.ended,
            stage: episode.stage.rawValue, due: episode.due?.civil.isoText, foundAt: episode.foundAt.civil.isoText,
            decision: episode.decision.text)
    }
}
