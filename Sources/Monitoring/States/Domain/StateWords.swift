import Facts
import Kernel
import Standards

/// What states are called, and the steps of their rules in words.
enum StateWords {
    static func name(of kind: StateKind) -> Phrase {
        switch kind {
        case .noData: Phrase("无数据", "no data")
        case .invalid: Phrase("数据无效", "invalid values")
        case .maintenance: Phrase("维护", "maintenance")
        case .stopped: Phrase("停运", "stopped")
        case .aboveRange: Phrase("超量程", "above the range")
        case .manual: Phrase("手工设定", "set by hand")
        }
    }

    static func name(of action: StateAction) -> Phrase {
        switch action {
        case .reportFault: Phrase("报告故障", "Report the fault")
        case .reportRepair: Phrase("报告修复", "Report the repair")
        case .explain: Phrase("说明原因", "Say why")
        case .tellStop: Phrase("报告停运", "Tell of the stop")
        case .confirm: Phrase("确认", "Confirm")
        case .look: Phrase("核实", "Look into it")
        }
    }

    static func name(of stage: StateStage) -> Phrase {
        switch stage {
        case .quiet: Phrase("仅记录", "Recorded only")
        case .told: Phrase("已报告停运", "Stop told")
        case .report: Phrase("待报告故障", "Fault to be reported")
        case .repair: Phrase("待修复", "To be repaired")
        case .explain: Phrase("待说明", "To be explained")
        case .confirm: Phrase("待确认", "To be confirmed")
        case .look: Phrase("待分局核实", "Branch to look into it")
        case .closed: Phrase("已办结", "Closed")
        case .passed: Phrase("期限内自行恢复", "Recovered in time")
        case .withdrawn: Phrase("不再成立", "Stands no more")
        }
    }

    /// Why a course moved without anybody's step.
    static func reason(_ code: String) -> Phrase {
        guard let move = StateMove(rawValue: code) else { return Phrase(code, code) }
        return switch move {
        case .clockRanOut: Phrase("企业逾期，交分局核实", "the enterprise was late: the branch looks into it")
        case .asksNow: Phrase("需要办理", "something is asked now")
        case .asksNoMore: Phrase("数据更正后不再需要办理", "after corrected values nothing is asked any more")
        case .endedInTime: Phrase("期限内自行恢复，任务解除", "recovered before the clock ran out: the duty is lifted")
        case .withdrawn: Phrase("后续数据不再支持该状态，任务解除", "later values do not carry it: the duty is lifted")
        }
    }

    static func steps(of span: StateSpan, _ extent: StateExtent, _ input: StateInput) -> [Phrase] {
        let figures = input.figures
        let factors = span.factors.map(\.text).joined(separator: ", ")
        let (from, to) = (span.firstHour.civil.minuteText, span.lastHour.adding(hours: 1).civil.minuteText)
        var steps = [
            Phrase(
                "\(name(of: span.kind).zh)：\(from) 至 \(to)，共 \(span.hours.count) 小时，因子 \(factors)",
                "\(name(of: span.kind).en): \(from) to \(to), \(span.hours.count) h, factors \(factors)"),
            makes(span.kind, figures),
            span.ended
                ? Phrase("其后已有有效小时，或允许间断已过：已结束", "a valid hour, or more than a gap, lies behind it: it is over")
                : Phrase("其后尚无有效小时：仍在持续", "no valid hour lies behind it: it goes on"),
        ]
        if let quarterHours = extent.quarterHours {
            let most = figures.maintenanceHoursMax.shown(unit: "h")
            steps.append(
                Phrase(
                    "本季度维护累计 \(quarterHours) 小时，上限 \(most.zh)",
                    "\(quarterHours) h of maintenance in the quarter, at most \(most.en)"))
        }
        return steps
    }

    private static func makes(_ kind: StateKind, _ figures: StateFigures) -> Phrase {
        let gap = figures.gapHoursMax.shown(unit: "h")
        switch kind {
        case .noData:
            return Phrase("连续缺失超过 \(gap.zh) 即为无数据", "missing for more than \(gap.en) in a row is no data")
        case .maintenance:
            let calibration = figures.calibrationHoursMax.shown(unit: "h")
            return Phrase(
                "标记 M，或标记 C 连续超过 \(calibration.zh)；间断不超过 \(gap.zh) 仍为同一次",
                "mark M, or mark C for more than \(calibration.en) in a row; at most \(gap.en) between do not part it")
        case .manual:
            guard let most = figures.handSetHoursMin?.shown(unit: "h") else { return together(gap) }
            return Phrase(
                "手工设定达到 \(most.zh) 的请企业说明；\(together(gap).zh)",
                "from \(most.en) set by hand on, the enterprise is asked why; \(together(gap).en)")
        case .invalid, .stopped, .aboveRange:
            return together(gap)
        }
    }

    private static func together(_ gap: Phrase) -> Phrase {
        Phrase(
            "中间没有有效小时、间断不超过 \(gap.zh) 的仍为同一次",
            "hours belong together without a valid one between them and at most \(gap.en) apart")
    }
}
