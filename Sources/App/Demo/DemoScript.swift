import Access
import Kernel
import Registry
import Supervision

/// Who says what at each step of the demonstration's cases.
enum DemoScript {
    /// The form of a step taken at a moment, beside whom, in a case that was opened then for hours from then on and
    /// turns out to be of a branch.
    static func form(
        of move: DemoMove, at moment: Instant, companion: PersonID?, medium: Outlet.Medium, branch: CaseBranch? = nil,
        openedAt: Instant, firstHour: Instant
    ) -> [String: String] {
        let today = moment.civil.date
        let (day, outcome) = (today.description, move.outcome ?? "")
        return switch move.action {
        case .warn: ["note": "请立即核实原因并在两小时内反馈。"]
        case .answer: answer(of: branch, at: medium)
        case .accept: ["note": "已签收，安排现场核查。"]
        case .check:
            [
                "companion": companion?.text ?? "", "findings": findings(of: branch, at: medium),
                "samples": samples(at: medium),
                "shown": "true", "present": "环保负责人（示例）", "signature": "signed",
            ].merging(onSite("checked_on", from: openedAt, until: moment)) { $1 }
        case .qualify:
            [
                "qualification": outcome, "reason": reasons[outcome] ?? "",
                "marks": outcome == CaseBranch.exceedance.rawValue ? "aside" : "stand",
                "window": "coal-boiler/start/cold",
            ]
        case .order:
            ["demands": demands(at: medium), "rectify_by": today.adding(days: 7).description]
        case .serve: ["served_on": day, "served_at": String(moment.civil.minuteText.suffix(5)), "served_how": "direct"]
        case .report: ["measures": measures(at: medium), "completed_on": day]
        case .recheck:
            [
                "companion": companion?.text ?? "", "passed": outcome,
                "findings": outcome == "true" ? "联动试验通过，复查期间均值均低于限值。" : "自动切换仍未投用，须重新整改。",
            ].merging(onSite("rechecked_on", from: openedAt, until: moment)) { $1 }
        case .reportFault: fault(before: firstHour, on: today)
        case .repair: ["repaired_on": day, "work": "更换采样泵，完成零点和量程校准，比对合格。"]
        case .correctMark: ["condition": "maintenance", "reason": "检修时段误按正常工况标记。"]
        case .confirm: ["passed": outcome, "opinion": "资料与现场一致。"]
        case .close: ["opinion": "情况属实，同意销号。"]
        case .mark:
            [
                "first_day": day, "first_hour": "00", "last_day": day, "last_hour": "00", "condition": "fault",
                "reason": medium == .stack ? "脱硫塔检修。" : "好氧池检修。",
            ]
        case .askTime: ["until": today.adding(days: 14).description, "reason": "备件到货延迟。"]
        case .decideTime: ["granted": outcome, "opinion": "同意延期。"]
        case .handOver: ["reason": "超标倍数高，拟立案查处。"]
        case .refuseData: ["data": outcome, "reason": "核查确认先报数据属实。"]
        case .dismiss: ["reason": "补传数据更正后超标不成立。", "marks": "stand", "data": "accepted"]
        }
    }

    /// A fault that began in the hour before the first that exceeds.
    private static func fault(before firstHour: Instant, on day: CivilDate) -> [String: String] {
        let broke = firstHour.adding(hours: -1).civil
        return [
            "broke_on": broke.date.description, "broke_at": broke.hour.padded(2), "fault": "分析仪采样泵故障，读数漂移。",
            "substitute": "manual", "substitute_by": "示例检测有限公司，每日 4 次，间隔不超过 6 小时", "substitute_on": day.description,
        ]
    }

    /// Ten minutes on site, which ended two minutes ago; in a case that was opened just before, the minute since.
    private static func onSite(_ field: String, from opened: Instant, until moment: Instant) -> [String: String] {
        let start = max(moment.adding(minutes: -12), opened)
        let (began, ended) = (start.civil, max(moment.adding(minutes: -2), start.adding(minutes: 1)).civil)
        return [
            field: began.date.description, "began": String(began.minuteText.suffix(5)),
            "ended": String(ended.minuteText.suffix(5)), "site": "排放口采样平台及治理设施（示例）",
        ]
    }

    /// What the enterprise says of it: what the officers will find is told by the branch.
    private static func answer(of branch: CaseBranch?, at medium: Outlet.Medium) -> [String: String] {
        switch branch {
        case .device?: ["cause": "device", "explanation": "分析仪读数突升，采样泵异响，工艺参数无变化，已通知运维单位。"]
        case .condition?: ["cause": "production", "explanation": "锅炉冷态启动，升温阶段燃烧未稳，负荷达到后已恢复正常。"]
        case .mark?: ["cause": "other", "explanation": "超标时段为计划检修，标记未按规定填写。"]
        case .exceedance?, .withdrawn?, nil:
            switch medium {
            case .stack: ["cause": "treatment", "explanation": "脱硫塔循环泵跳停，备用泵切换延迟，已恢复运行。"]
            case .wasteWater:
                ["cause": "treatment", "explanation": "好氧池鼓风机故障停运，生化处理效率下降，已抢修恢复并加强回流。"]
            }
        }
    }

    private static func findings(of branch: CaseBranch?, at medium: Outlet.Medium) -> String {
        switch branch {
        case .device?: "现场比对监测达标，治理设施运行正常；分析仪采样泵故障，读数漂移，与运维记录一致。"
        case .condition?: "现场核实锅炉当日冷态启动，升温时段与点火记录、炉温曲线一致，治理设施同步投运。"
        case .mark?: "现场核实超标时段设备检修，检修工单与自动监测数据一致，企业标记与实际不符。"
        case .exceedance?, .withdrawn?, nil:
            switch medium {
            case .stack: "现场核实脱硫塔 2 号循环泵停运约 90 分钟，运行台账与自动监测数据一致。"
            case .wasteWater: "现场核实 1 号鼓风机停运约 90 分钟，运行台账与自动监测数据一致。"
            }
        }
    }

    private static func samples(at medium: Outlet.Medium) -> String {
        switch medium {
        case .stack: "废气样品 FQ-01、FQ-02，采样平台，现场封样。"
        case .wasteWater: "废水样品 FS-01、FS-02，总排口，现场封样。"
        }
    }

    private static func demands(at medium: Outlet.Medium) -> String {
        switch medium {
        case .stack: "完善备用泵自动切换，限期完成并提交整改报告。"
        case .wasteWater: "完善备用鼓风机自动切换，限期完成并提交整改报告。"
        }
    }

    private static func measures(at medium: Outlet.Medium) -> String {
        switch medium {
        case .stack: "更换循环泵机封，加装自动切换并完成联动试验。"
        case .wasteWater: "修复鼓风机轴承，加装自动切换并完成联动试验。"
        }
    }

    private static let reasons = [
        "exceedance": "现场与数据一致，治理设施停运，属真实超标。", "device": "比对监测达标，分析仪读数漂移，属设备故障。",
        "condition": "燃煤锅炉冷态启动升温时段，持续时间在允许范围内。", "mark": "检修时段未按规定标记。",
    ]

    /// Who goes along on site: the branch's second officer, or, to the re-check of a case that the second officer will
    /// close, one of the city.
    static func companion(for step: DemoStep, among people: [Person]) -> Person? {
        step.move.action == .recheck && step.isOfOneHour
            ? people.first { $0.post == .cityOfficer }
            : people.last { $0.post == .branchOfficer(step.enterprise.region) }
    }

    /// Who takes a step of a case: an officer of the region, the enterprise's own manager, or the city. The branch's
    /// second officer closes what the first one qualified.
    static func person(for step: DemoStep, among people: [Person]) -> Person? {
        let branch = people.filter { $0.post == .branchOfficer(step.enterprise.region) }
        switch step.move.action {
        case .warn, .refuseData, .dismiss: return people.first { $0.post == .cityOfficer }
        case .answer, .report, .reportFault, .repair, .correctMark, .mark, .askTime:
            return people.first { $0.post == .enterpriseManager(step.enterprise.id) }
        case .accept, .check, .qualify, .order, .serve, .recheck, .confirm, .decideTime, .handOver: return branch.first
        case .close: return step.isOfOneHour ? branch.last : people.first { $0.post == .cityOfficer }
        }
    }
}
