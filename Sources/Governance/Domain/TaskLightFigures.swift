import FoundationEssentials
import Kernel

/// The figures of the task clocks: `share/rules/task-lights.json`. No public text fixes them.
struct TaskLightFigures: Codable, Sendable, Equatable {
    /// How many working days after a month its report is due.
    let reportWorkingDays: Int
    /// How many working days before its end a unit is reminded of a duty, and a clock is shown as running out. GOV-01
    /// does not read it, and its decisions hold it under this name.
    let remindDays: Int
    /// How many days before its deadline an unfinished task turns amber.
    let deadlineNearDays: Int
    /// From how many days on a milestone that is not reached turns a task red.
    let milestoneRedDays: Int
    /// From how many missing reports on a task is red.
    let missingReportsRed: Int

    enum CodingKeys: String, CodingKey {
        case reportWorkingDays = "report_working_days"
        case remindDays = "remind_days"
        case deadlineNearDays = "deadline_near_days"
        case milestoneRedDays = "milestone_red_days"
        case missingReportsRed = "missing_reports_red"
    }

    init(
        reportWorkingDays: Int, remindDays: Int, deadlineNearDays: Int, milestoneRedDays: Int, missingReportsRed: Int
    ) {
        self.reportWorkingDays = reportWorkingDays
        self.remindDays = remindDays
        self.deadlineNearDays = deadlineNearDays
        self.milestoneRedDays = milestoneRedDays
        self.missingReportsRed = missingReportsRed
    }

    /// A figure that makes no sense.
    struct OutOfRange: Error {}

    init(json: [UInt8]) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(json))
        let all = [reportWorkingDays, remindDays, deadlineNearDays, milestoneRedDays, missingReportsRed]
        guard all.allSatisfy({ (1...366).contains($0) }) else { throw OutOfRange() }
    }
}
