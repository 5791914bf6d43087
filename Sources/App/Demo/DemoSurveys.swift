import Governance
import Kernel
import Persistence

/// Two invented surveys of satisfaction, last year's closed and this year's open, and what people said of services.
/// What was made up says 示例.
struct DemoSurveys: Sendable {
    let platform: Platform
    /// The end of the past.
    let now: Instant
    /// Who files for the unit that surveys.
    let surveyor: PersonID
    let office: PersonID

    /// A district: its people (rounded), how many answered last year and this year, and how good they find it, in
    /// percent of those who give five points rather than fewer.
    private static let districts: [(code: String, people: Int, before: Int, now: Int, five_percent: Int)] = [
        ("330602", 1_015_000, 212, 205, 70), ("330603", 1_096_000, 208, 200, 65), ("330604", 839_000, 200, 196, 66),
        ("330681", 1_218_000, 221, 210, 68), ("330683", 676_000, 204, 188, 63), ("330624", 419_000, 26, 24, 74),
    ]
    /// By how many percent fewer give five points to a dimension.
    private static let lessForDimension = [0, 4, 14, 22, 2]
    private static let sample = 200

    /// What people said: the service, stars by dimension, words, days ago, and the office's answer.
    private static let said: [(service: String, stars: [Int], text: String?, daysAgo: Int64, answer: String?)] = [
        ("public-values", [5, 5, 4, 4, 5], nil, 26, nil),
        ("public-values", [4, 4, 3, 3, 4], "希望手机上能按乡镇筛选排放口（示例）", 24, "已列入改进计划，现可按区县筛选（示例）"),
        ("policy", [5, 4, 4, 3, 5], "任务进度灯很直观（示例）", 19, "谢谢您的肯定（示例）"),
        ("policy", [4, 4, 4, 4, 4], nil, 17, nil), ("indicators", [4, 5, 4, 3, 4], nil, 15, nil),
        ("enterprise", [3, 2, 4, 3, 3], "补充材料退回时希望写明缺哪一份（示例）", 12, "退回意见现须写明所缺材料（示例）"),
        ("enterprise", [5, 5, 5, 4, 5], nil, 11, nil), ("open-data", [4, 4, 3, 4, 4], nil, 9, nil),
        ("account", [2, 2, 3, 3, 3], "动态口令对年纪大的同事不太方便（示例）", 2, nil),
        ("public-values", [3, 3, 4, 3, 4], "化工园区边上的点位能不能标在地图上（示例）", 1, nil),
        ("other", [4, 4, 4, 4, 4], nil, 1, nil),
    ]

    func live(_ access: any WriteAccess) throws {
        let today = now.civil.date.parts
        // Before a year's survey begins, the one before is the open one.
        let year = today.month >= 11 ? today.year : today.year - 1
        try survey(year - 1, isClosed: true, access)
        try survey(year, isClosed: false, access)
        for feedback in Self.said.sorted(by: { $0.daysAgo > $1.daysAgo }) {
            let at = now.adding(hours: -24 * feedback.daysAgo)
            let number = try platform.governance.receive(
                service: feedback.service, stars: feedback.stars, text: feedback.text, at: at, in: access)
            guard let answer = feedback.answer else { continue }
            try platform.governance.answer(number, answer, by: office, at: at.adding(hours: 47), in: access)
        }
    }

    private func survey(_ year: Int, isClosed: Bool, _ access: any WriteAccess) throws {
        guard let first = CivilDate(year: year, month: 9, day: 1), let last = CivilDate(year: year, month: 11, day: 20)
        else { return }
        let end = min(Instant(startOf: last).adding(hours: 24 * 8 + 10), now)
        try platform.governance.record(
            SaidSurvey(
                year: "\(year)", title: "\(year)年度生态环境公众满意度调查（示例）", centre: "市社情民意调查中心（示例）",
                firstDay: "\(first)", lastDay: "\(last)",
                strata: Self.districts.map { "\($0.code),\($0.people),\(Self.sample)" }.joined(separator: "\n")),
            answers: Self.answers(year, isBefore: isClosed), openedAt: min(Instant(startOf: first), now),
            closedAt: isClosed ? end : nil, at: end, by: surveyor, in: access)
    }

    /// A table of answers as a centre hands them in.
    private static func answers(_ year: Int, isBefore: Bool) -> String {
        var random = SeededSequence(seed: 7_062_020 &+ UInt64(year))
        var lines = ["respondent,region,gain,satisfaction,awareness,participation,confidence"]
        for district in districts {
            for person in 1...(isBefore ? district.before : district.now) {
                let given = lessForDimension.map { less -> String in
                    let draw = Int(random.next() % 100)
                    // One in a hundred does not answer.
                    if draw == 99 { return "" }
                    let five = district.five_percent - less + (isBefore ? 0 : 1)
                    return draw < five ? "5" : draw < five + 26 ? "4" : draw < five + 34 ? "3" : draw < 98 ? "2" : "1"
                }
                lines.append("\(district.code)-\(person),\(district.code),\(given.joined(separator: ","))")
            }
        }
        return lines.joined(separator: "\n")
    }
}
