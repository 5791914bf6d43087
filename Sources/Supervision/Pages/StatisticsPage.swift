import Facts
import Kernel
import Web

/// The loop in figures, for a period.
struct StatisticsPage: ListPage {
    static let template = "Supervision/StatisticsPage"

    let statistics: CaseStatistics
    let from: CivilDate
    let to: CivilDate
    /// The names of the offenders' outlets.
    let places: [OutletID: CasePlace]
    let regions: [RegionCode: Phrase]
    /// Whether the period of the address could not be used.
    let isPeriodRefused: Bool
    /// A period comes whole.
    var next: String? { nil }

    struct Content: Encodable, Sendable {
        let from: String
        let to: String
        let cases: Int
        let closed: Int
        let falseWarnings: Int
        let falseShare_permille: Int?
        let lateFaultReports: Int
        let waits: [Wait]
        let branches: [Branch]
        /// How many cases came to what, by the branch of the loop that they took.
        let findings: [String: Int]
        let offenders: [Offender]

        struct Wait: Encodable, Sendable {
            let state: String
            let count: Int
            let median_min: Int64
            let p90_min: Int64
            let late: Int
        }

        struct Branch: Encodable, Sendable {
            let region: String
            let cases: Int
            let open: Int
            let steps: Int
            let lateSteps: Int
            let ownLateSteps: Int
            let overdue: Int
            let closed: Int
            let falseWarnings: Int
        }

        struct Offender: Encodable, Sendable {
            let outlet: String
            let outletName: String?
            let enterprise: String
            let enterpriseName: String?
            let cases: Int
        }
    }

    func title(_ language: Language) -> String { Phrase("闭环统计", "Case statistics")(language) }

    var content: Content {
        Content(
            from: from.description, to: to.description, cases: statistics.total, closed: statistics.ended,
            falseWarnings: statistics.falseWarnings, falseShare_permille: statistics.falseShare_permille,
            lateFaultReports: statistics.lateFaults,
            waits: statistics.stateWaits.map { wait in
                Content.Wait(
                    state: wait.state.rawValue, count: wait.count, median_min: wait.median_min, p90_min: wait.p90_min,
                    late: wait.late)
            },
            branches: statistics.byBranch.map { branch in
                Content.Branch(
                    region: branch.region.text, cases: branch.cases, open: branch.open, steps: branch.steps,
                    lateSteps: branch.lateSteps, ownLateSteps: branch.ownLateSteps, overdue: branch.overdue,
                    closed: branch.ended, falseWarnings: branch.falseWarnings)
            },
            findings: Dictionary(
                uniqueKeysWithValues: CaseBranch.allCases.map { ($0.rawValue, statistics.branches[$0] ?? 0) }),
            offenders: statistics.offenders.map { offender in
                Content.Offender(
                    outlet: offender.outlet.text, outletName: places[offender.outlet]?.outletTitle,
                    enterprise: offender.enterprise.text,
                    enterpriseName: places[offender.outlet]?.enterpriseName, cases: offender.cases)
            })
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "from": from.description,
            "to": to.description,
            "isPeriodRefused": isPeriodRefused,
            "cases": String(statistics.total),
            "list": "/cases?\(period)",
            "closedList": "/cases?state=closed&from=\(from)&to=\(to)",
            "closed": String(statistics.ended),
            "falseWarnings": String(statistics.falseWarnings),
            "falseShare": Self.percent(statistics.falseShare_permille),
            "lateFaults": String(statistics.lateFaults),
            "hasWaits": !statistics.stateWaits.isEmpty,
            "waits": statistics.stateWaits.map { wait in
                [
                    "state": wait.state.phrase(language), "count": String(wait.count),
                    "median": Self.time(wait.median_min)(language), "p90": Self.time(wait.p90_min)(language),
                    "late": String(wait.late),
                ]
            },
            "outcomes": CaseBranch.allCases.map { branch in
                ["word": branch.phrase(language), "count": String(statistics.branches[branch] ?? 0)]
            },
            "branches": statistics.byBranch.map { branch in
                [
                    "region": regions[branch.region]?(language) ?? branch.region.text, "cases": String(branch.cases),
                    "list": "/cases?\(period)&region=\(branch.region)",
                    "openList": "/cases?state=open&from=\(from)&to=\(to)&region=\(branch.region)",
                    "open": String(branch.open), "overdue": String(branch.overdue),
                    "steps": String(branch.steps), "lateSteps": String(branch.lateSteps),
                    "share": Self.percent(CaseStatistics.share_permille(branch.lateSteps, of: branch.steps)),
                    "ownLate": String(branch.ownLateSteps), "ended": String(branch.ended),
                    "falseCount": String(branch.falseWarnings),
                    "falsePart": Self.percent(CaseStatistics.share_permille(branch.falseWarnings, of: branch.ended)),
                ]
            },
            "hasOffenders": !statistics.offenders.isEmpty,
            "offenders": statistics.offenders.map { offender in
                [
                    "outlet": offender.outlet.text,
                    "list": "/cases?\(period)&outlet=\(offender.outlet)",
                    "name": places[offender.outlet].map { "\($0.enterpriseName) \($0.outletTitle)" }
                        ?? offender.outlet.text,
                    "cases": String(offender.cases),
                ]
            },
        ]
    }

    /// The cases counted here, as the list of cases is asked for them.
    private var period: String { "state=all&from=\(from)&to=\(to)" }

    func fileName(_ language: Language) -> String { "\(title(language)) \(from) \(to)" }

    func tables(_ language: Language) -> [ListTable] {
        let (regions, places, branches) = (regions, places, statistics.branches)
        return [
            ListTable(
                Phrase("各环节用时", "Time spent in each state"), statistics.stateWaits, language,
                columns: [
                    TableColumn(Phrase("停留状态", "Waiting state")) { .text($0.state.phrase(language)) },
                    TableColumn(Phrase("次数", "Times")) { .number($0.count) },
                    TableColumn(Phrase("中位数（分钟）", "Median (min)")) { .number($0.median_min) },
                    TableColumn(Phrase("90%分位（分钟）", "90th percentile (min)")) { .number($0.p90_min) },
                    TableColumn(Phrase("逾期", "Late")) { .number($0.late) },
                ]),
            ListTable(
                Phrase("各分局逾期与误报", "Overdue and false warnings by branch"), statistics.byBranch, language,
                columns: [
                    TableColumn(Phrase("属地", "Region")) { .text(regions[$0.region]?(language) ?? $0.region.text) },
                    TableColumn(Phrase("案件", "Cases")) { .number($0.cases) },
                    TableColumn(Phrase("办理中", "Open")) { .number($0.open) },
                    TableColumn(Phrase("现逾期", "Overdue now")) { .number($0.overdue) },
                    TableColumn(Phrase("已办步骤", "Steps")) { .number($0.steps) },
                    TableColumn(Phrase("逾期步骤", "Late steps")) { .number($0.lateSteps) },
                    TableColumn(Phrase("其中分局逾期", "Late steps of the branch")) { .number($0.ownLateSteps) },
                    TableColumn(Phrase("已销号", "Closed")) { .number($0.ended) },
                    TableColumn(Phrase("误报", "False warnings")) { .number($0.falseWarnings) },
                ]),
            ListTable(
                Phrase("已销号案件的定性", "Findings of closed cases"), CaseBranch.allCases, language,
                columns: [
                    TableColumn(Phrase("定性", "Qualification")) { .text($0.phrase(language)) },
                    TableColumn(Phrase("案件", "Cases")) { .number(branches[$0] ?? 0) },
                ]),
            ListTable(
                Phrase("多次超标的排放口", "Outlets with repeated exceedances"), statistics.offenders, language,
                columns: [
                    TableColumn(Phrase("排放口编号", "Outlet code")) { .text($0.outlet.text) },
                    TableColumn(Phrase("企业", "Enterprise")) { .text(places[$0.outlet]?.enterpriseName) },
                    TableColumn(Phrase("排放口", "Outlet")) { .text(places[$0.outlet]?.outletTitle) },
                    TableColumn(Phrase("案件", "Cases")) { .number($0.cases) },
                ]),
        ]
    }

    private static func percent(_ permille: Int?) -> String {
        permille.map { "\($0 / 10).\($0 % 10) %" } ?? "–"
    }

    private static func time(_ minutes: Int64) -> Phrase {
        if minutes < 120 { return Phrase("\(minutes) 分钟", "\(minutes) min") }
        if minutes < 2_880 { return Phrase("\(minutes / 60) 小时", "\(minutes / 60) h") }
        return Phrase("\(minutes / 1_440) 天", "\(minutes / 1_440) days")
    }
}
