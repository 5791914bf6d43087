import Facts
import Kernel
import Web

/// The loop in figures, for a period.
struct StatisticsPage: Page {
    static let template = "Supervision/StatisticsPage"

    let statistics: CaseStatistics
    let from: CivilDate
    let to: CivilDate
    /// The names of the offenders' outlets.
    let places: [OutletID: CasePlace]
    let regions: [RegionCode: Phrase]
    /// Whether the period of the address could not be used.
    let isPeriodRefused: Bool

    struct Content: Encodable, Sendable {
        let from: String
        let to: String
        let cases: Int
        let closed: Int
        let falseWarnings: Int
        let falseShare_permille: Int?
        let waits: [Wait]
        let branches: [Branch]
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
            let enterprise: String
            let cases: Int
        }
    }

    func title(_ language: Language) -> String { Phrase("闭环统计", "The loop in figures")(language) }

    var content: Content {
        Content(
            from: from.description, to: to.description, cases: statistics.total, closed: statistics.ended,
            falseWarnings: statistics.falseWarnings, falseShare_permille: statistics.falseShare_permille,
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
            offenders: statistics.offenders.map { offender in
                Content.Offender(
                    outlet: offender.outlet.text, enterprise: offender.enterprise.text, cases: offender.cases)
            })
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "from": from.description,
            "to": to.description,
            "isPeriodRefused": isPeriodRefused,
            "csv": "/cases/statistics.csv?from=\(from)&to=\(to)",
            "cases": String(statistics.total),
            "closed": String(statistics.ended),
            "falseWarnings": String(statistics.falseWarnings),
            "falseShare": Self.percent(statistics.falseShare_permille),
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
                    "open": String(branch.open), "overdue": String(branch.overdue),
                    "steps": String(branch.steps), "lateSteps": String(branch.lateSteps),
                    "share": Self.percent(Self.permille(branch.lateSteps, of: branch.steps)),
                    "ownLate": String(branch.ownLateSteps), "ended": String(branch.ended),
                    "falseCount": String(branch.falseWarnings),
                    "falsePart": Self.percent(Self.permille(branch.falseWarnings, of: branch.ended)),
                ]
            },
            "hasOffenders": !statistics.offenders.isEmpty,
            "offenders": statistics.offenders.map { offender in
                [
                    "outlet": offender.outlet.text,
                    "name": places[offender.outlet].map { "\($0.enterpriseName) \($0.outletTitle)" }
                        ?? offender.outlet.text,
                    "cases": String(offender.cases),
                ]
            },
        ]
    }

    /// The same figures as lines of a table; a cell that a spreadsheet would take for a formula gets a quote in front.
    func csv(_ language: Language) -> String {
        var lines = [[from.description, to.description], ["state", "cases", "median_min", "p90_min", "late"]]
        lines += statistics.stateWaits.map { wait in
            [wait.state.phrase(language), "\(wait.count)", "\(wait.median_min)", "\(wait.p90_min)", "\(wait.late)"]
        }
        lines.append([
            "branch", "cases", "open", "overdue", "steps", "late_steps", "late_steps_of_branch", "closed",
            "false_warnings",
        ])
        lines += statistics.byBranch.map { branch in
            [
                regions[branch.region]?(language) ?? branch.region.text, "\(branch.cases)", "\(branch.open)",
                "\(branch.overdue)", "\(branch.steps)", "\(branch.lateSteps)", "\(branch.ownLateSteps)",
                "\(branch.ended)", "\(branch.falseWarnings)",
            ]
        }
        lines.append(["outlet", "name", "cases"])
        lines += statistics.offenders.map { offender in
            [
                offender.outlet.text, places[offender.outlet]?.enterpriseName ?? "", "\(offender.cases)",
            ]
        }
        lines.append(["qualification", "closed_cases"])
        lines += CaseBranch.allCases.map { [$0.phrase(language), "\(statistics.branches[$0] ?? 0)"] }
        return lines.map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
    }

    static func cell(_ text: String) -> String {
        let safe = text.first.map { "=+-@\t\r".contains($0) } ?? false ? "'" + text : text
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }

    private static func permille(_ part: Int, of whole: Int) -> Int? { whole == 0 ? nil : part * 1_000 / whole }

    private static func percent(_ permille: Int?) -> String {
        permille.map { "\($0 / 10).\($0 % 10) %" } ?? "–"
    }

    private static func time(_ minutes: Int64) -> Phrase {
        if minutes < 120 { return Phrase("\(minutes) 分钟", "\(minutes) min") }
        if minutes < 2_880 { return Phrase("\(minutes / 60) 小时", "\(minutes / 60) h") }
        return Phrase("\(minutes / 1_440) 天", "\(minutes / 1_440) days")
    }
}
