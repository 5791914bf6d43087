import Access
import Kernel
import Registry
import Supervision

/// Who says what at each step of the demonstration's cases.
enum DemoScript {
    /// The actions in the order of the loop.
    static let actions: [CaseAction] = [.warn, .answer, .accept, .check, .order, .report, .recheck, .close]

    /// The form of a step taken at a moment.
    static func form(of action: CaseAction, at moment: Instant) -> [String: String] {
        let today = moment.civil.date
        return switch action {
        case .warn: ["note": "请立即核实原因并在两小时内反馈。"]
        case .answer: ["cause": "treatment", "explanation": "脱硫塔循环泵跳停，备用泵切换延迟，已恢复运行。"]
        case .accept: ["note": "已签收，安排现场核查。"]
        case .check:
            [
                "checked_on": today.description, "companion": "李同行（示例）",
                "findings": "现场核实脱硫塔 2 号循环泵停运约 90 分钟，运行台账与自动监测数据一致。",
            ]
        case .order:
            ["demands": "完善备用泵自动切换，限期完成并提交整改报告。", "rectify_by": today.adding(days: 7).description]
        case .report: ["measures": "更换循环泵机封，加装自动切换并完成联动试验。", "completed_on": today.description]
        case .recheck:
            [
                "rechecked_on": today.description, "companion": "李同行（示例）",
                "findings": "联动试验通过，复查期间小时值均低于限值。", "passed": "true",
            ]
        case .close: ["opinion": "整改到位，同意销号。"]
        }
    }

    /// Who takes a step of a case at a firm: the branch officer of its region, its own manager, or the city.
    static func person(for action: CaseAction, at firm: DemoCity.Firm, among people: [Person]) -> Person? {
        switch action {
        case .warn, .close: people.first { $0.post == .cityOfficer }
        case .answer, .report: people.first { $0.post == .enterpriseManager(firm.enterprise.id) }
        case .accept, .check, .order, .recheck: people.first { $0.post == .branchOfficer(firm.enterprise.region) }
        }
    }
}
