import Access
import Facts
import Governance
import Kernel
import Persistence

/// The policy's state in the invented city: a liaison for each lead unit, and some months of reports and reviews.
struct DemoPolicy: Sendable {
    let platform: Platform
    /// The end of the past.
    let now: Instant
    /// Whether the year before is told as well.
    let hasLastYear: Bool

    /// Months that are over when the past ends, the oldest first.
    private static let months = 3

    private var bureau: PersonID { PersonID(checked: "P-CITY-1") }
    private var office: PersonID { PersonID(checked: "P-CITY-2") }
    /// The month in which the past ends; in its first days the one before, whose reports nobody has reviewed yet.
    private var running: CivilMonth { CivilMonth(now.adding(hours: -5 * 24).civil.date) }

    /// How a task stands that goes another way than most.
    private enum Course {
        /// Its months, the oldest first; nil where no report was filed.
        case standings([TaskStanding?])
        /// The newest report was returned.
        case returned
        /// A milestone lies this many days back and is not reached.
        case milestone(daysAgo: Int64)
        /// Put off, with what its months say.
        case extended([TaskStanding?])
        /// Said to be fulfilled, waiting for the office.
        case waiting
        /// Taken up this month.
        case fresh
    }

    private static let courses: [Int: Course] = [
        14: .milestone(daysAgo: 12), 27: .standings([.onTrack, .atRisk, .atRisk]),
        43: .standings([.onTrack, .atRisk, .late]), 45: .extended([.onTrack, .onTrack, .onTrack]),
        48: .extended([.atRisk, .late, .late]), 25: .returned, 61: .fresh,
        // What their indicators do not reach is not said to be done.
        2: .extended([.onTrack, .atRisk, .atRisk]), 4: .extended([.onTrack, .onTrack, .atRisk]),
        39: .extended([.onTrack, .onTrack, .onTrack]),
        62: .extended([.onTrack, .atRisk, .atRisk]), 63: .standings([.onTrack, .onTrack, nil]),
        7: .standings([.onTrack, nil, nil]), 49: .standings([.onTrack, .onTrack, nil]),
        66: .standings([.onTrack, .onTrack, .onTrack]), 11: .waiting,
    ]

    /// Enters units, people, and what they said.
    func live() async throws {
        let members = try await enterUnits()
        try await platform.database.write { [self] access in
            for (unit, member) in members {
                try platform.governance.bind(
                    unit, to: member.organisation, by: .person(office), at: moment(running.adding(-3), day: 3),
                    in: access)
            }
            for task in try platform.governance.tasks(in: access) {
                guard let unit = task.units.first, let member = members[unit] else { continue }
                try live(task, unit, member.person, access)
            }
            try DemoSurveys(
                platform: platform, now: now, surveyor: members["市美丽办"]?.person ?? office, office: office
            ).live(access)
            let indicators = DemoIndicators(
                platform: platform, now: now, people: members.mapValues(\.person), office: office)
            try indicators.live(access)
            if hasLastYear { try indicators.closeLastYear(access) }
            try DemoWork(platform: platform, now: now, people: members.mapValues(\.person), office: office).live(access)
            let directives = DemoDirectives(
                platform: platform, now: now, people: members.mapValues(\.person), office: office, judge: bureau)
            try directives.live(access)
            if hasLastYear { try directives.reportLastYear(access) }
        }
        let documents = try await platform.governance.importDocuments(
            csv: DemoDocuments.table(on: now.civil.date), way: .whole, by: office, at: now)
        guard documents.isImported else { throw DemoCity.Defect(line: documents.refused.first?.line ?? 0) }
        try await platform.governance.watch.look()
        try await platform.dutyWatch.markMissed()
    }

    /// An organisation and a liaison for each lead unit; the bureau's own officer for the bureau and for what
    /// stands for several.
    private func enterUnits() async throws -> [String: (organisation: String, person: PersonID)] {
        let units = try await platform.database.read { [platform] in try platform.governance.units(in: $0) }
        var members: [String: (organisation: String, person: PersonID)] = [:]
        var lines: [(code: String, name: String, person: String)] = [("GROUP", "政策落实领导小组", "P-GROUP")]
        for (index, unit) in units.enumerated() {
            if unit.isCollective || unit.name == "市生态环境局" {
                members[unit.name] = ("BUREAU", bureau)
            } else if unit.name == "市发改委" {
                members[unit.name] = ("LEAD", PersonID(checked: "P-LEAD"))
            } else {
                let code = "UNIT-\((index + 1).padded(2))"
                members[unit.name] = (code, PersonID(checked: "P-\(code)"))
                lines.append((code, unit.name, "P-\(code)"))
            }
        }
        for line in lines {
            let organisation = try Organisation(
                id: OrganisationID(checked: line.code), name: "\(line.name)（示例）", kind: .leadUnit)
            try await platform.access.record(organisation, by: .system("demonstration"))
            guard let login = Login(line.code.lowercased()) else { throw DemoCity.Defect(line: 0) }
            let name = line.code == "GROUP" ? "领导小组成员（示例）" : "\(line.name.prefix(20))联络员（示例）"
            try await platform.access.admit(
                Person(
                    id: PersonID(checked: line.person), login: login, name: name, post: .liaison,
                    organisation: organisation.id), password: nil)
        }
        return members
    }

    private func live(
        _ task: GovernanceRoom.LedTask, _ unit: String, _ person: PersonID, _ access: any WriteAccess
    ) throws {
        let course = Self.courses[task.key.number]
        let plain: [TaskStanding?] = task.isLongTerm ? [.onTrack, .onTrack, .onTrack] : [.fulfilled]
        let first = running.adding(-Self.months)
        if case .fresh? = course {
            return try take(.assign(person, unit: unit), task, person, moment(running, day: 1), access)
        }
        try take(.assign(person, unit: unit), task, person, moment(first, day: 3), access)
        var standings = plain
        if task.isLongTerm {
            // Both years around the end of the past, so that the first months have theirs, too.
            for year in Set([first, running].map { moment($0, day: 3).civil.date.parts.year }).sorted() {
                let set = moment(
                    max(first, CivilMonth(CivilDate(year: year, month: 1, day: 1) ?? now.civil.date)), day: 3)
                try take(
                    .setTarget(year: year, text: "按年度计划完成第 \(task.key.number) 项任务（示例）", indicator: ""), task,
                    person, set.adding(hours: 1), access)
                try take(.confirmTarget(year: year), task, office, set.adding(hours: 24), access)
            }
        }
        switch course {
        case .standings(let told)?: standings = told
        case .extended(let told)?:
            standings = told
            let later = moment(running.adding(13), day: 1).civil.date.adding(days: -1)
            try take(
                .extend(
                    later, document: "领导小组第二次会议纪要（示例，本系统启用前印发）",
                    reason: "涉及项目建设周期较长（示例）"),
                task, office, moment(first, day: 5), access)
        case .milestone(let daysAgo)?:
            try take(
                .setMilestone(title: "年度示范基地名单公布（示例）", due: now.civil.date.adding(days: -daysAgo)), task, person,
                moment(first, day: 6), access)
        case .waiting?: standings = [.onTrack, .onTrack, .fulfilled]
        case .returned?, .fresh?, nil: break
        }
        for (index, standing) in standings.enumerated() {
            let isLast = index == Self.months - 1
            var verdict: ReviewVerdict? = .accepted
            if isLast, case .returned? = course { verdict = .returned }
            if isLast, case .waiting? = course { verdict = nil }
            try report(first.adding(index), standing, verdict, task, person, access)
        }
    }

    /// Files a report two days after its month, and reviews it two days later, as far as that lies in the past.
    private func report(
        _ month: CivilMonth, _ standing: TaskStanding?, _ verdict: ReviewVerdict?, _ task: GovernanceRoom.LedTask,
        _ person: PersonID, _ access: any WriteAccess
    ) throws {
        guard let standing else { return }
        // What waits for the office came yesterday, so that nobody is late with it.
        // What was returned was looked at two days ago, so that its new day lies ahead.
        var filed = verdict == nil ? now.adding(hours: -26) : moment(month.adding(1), day: 2)
        var reviewed = moment(month.adding(1), day: 4)
        if verdict == .returned {
            (filed, reviewed) = (max(filed, now.adding(hours: -5 * 24)), max(reviewed, now.adding(hours: -2 * 24)))
        }
        guard filed < now else { return }
        let said = SaidOfMonth(
            month: month, standing: standing, progress: Self.progress(standing, task.isLongTerm),
            evidence: "任务台账第 \(task.key.number) 项（示例）")
        try take(.report(said), task, person, filed, access)
        guard let verdict, reviewed < now else { return }
        let note = verdict == .accepted ? "情况属实（示例）" : "请补充资金到位凭证（示例）"
        try take(.review(month, verdict, note: note), task, office, reviewed, access)
    }

    private static func progress(_ standing: TaskStanding, _ isLongTerm: Bool) -> String {
        switch standing {
        case .onTrack: "按年度计划推进，本月工作已完成（示例）"
        case .atRisk: "部分工作进度偏慢，已会商协调（示例）"
        case .late: "前期手续未办结，进度滞后（示例）"
        case .fulfilled: isLongTerm ? "当年目标已完成（示例）" : "任务已办结，补录历史办理情况（示例）"
        }
    }

    private func take(
        _ act: PolicyAct, _ task: GovernanceRoom.LedTask, _ person: PersonID, _ at: Instant, _ access: any WriteAccess
    ) throws {
        try platform.governance.take(act, on: task.key, by: person, at: min(at, now), in: access)
    }

    /// Ten in the morning of a day of a month.
    private func moment(_ month: CivilMonth, day: Int64) -> Instant {
        month.adding(-1).end.adding(hours: 24 * (day - 1) + 10)
    }
}
