import Facts
import Governance
import Kernel
import Persistence
import Registry

/// Invented values of the policy's indicators, and three closed months; each value says 示例 in its source.
struct DemoIndicators: Sendable {
    let platform: Platform
    /// The end of the past.
    let now: Instant
    /// Who files for each unit.
    let people: [String: PersonID]
    /// Who closes months.
    let office: PersonID

    /// A value of the city and of six districts, in the order of the register of regions.
    private struct Course {
        let indicator: String
        let unit: String
        /// In the last month, in steps of 1/10; the city first.
        let tenths: [Int]
        /// What a month adds, in the same steps.
        var risePerMonth = 0
        /// Whether it has whole values only.
        var isWhole = false
        /// Whether it counts days of the year until now: it is of October, and in proportion of other months.
        var isOfYear = false
        /// Whether the city's value is the sum of its districts'.
        var isSum = false
        /// What last year's values are of this year's, in percent.
        var lastYear_percent = 100
    }

    private static let courses = [
        Course(
            indicator: "AIR_GOOD_DAYS", unit: "市蓝天办", tenths: [2_755, 2_736, 2_707, 2_765, 2_872, 2_726, 2_814],
            isWhole: true, isOfYear: true, lastYear_percent: 97),
        Course(
            indicator: "AIR_VALID_DAYS", unit: "市蓝天办", tenths: [2_960, 2_960, 2_960, 2_960, 2_960, 2_960, 2_960],
            isWhole: true, isOfYear: true),
        Course(
            indicator: "AIR_PM25", unit: "市蓝天办", tenths: [280, 340, 380, 310, 230, 350, 260], isWhole: true,
            lastYear_percent: 108),
        Course(
            indicator: "AIR_O3", unit: "市蓝天办", tenths: [1_560, 1_730, 1_860, 1_640, 1_440, 1_680, 1_500],
            isWhole: true, lastYear_percent: 108),
        Course(
            indicator: "AIR_PM10", unit: "市蓝天办", tenths: [480, 530, 560, 500, 420, 540, 460], isWhole: true,
            lastYear_percent: 108),
        Course(
            indicator: "AIR_SO2", unit: "市蓝天办", tenths: [60, 70, 80, 60, 50, 60, 50], isWhole: true,
            lastYear_percent: 110),
        Course(
            indicator: "AIR_NO2", unit: "市蓝天办", tenths: [270, 310, 330, 280, 210, 290, 230], isWhole: true,
            lastYear_percent: 105),
        Course(indicator: "AIR_CO", unit: "市蓝天办", tenths: [9, 10, 11, 9, 8, 10, 9]),
        Course(
            indicator: "WATER_SECTIONS_OK", unit: "市治水办", tenths: [660, 110, 100, 120, 110, 110, 110], isWhole: true),
        Course(indicator: "WATER_SECTIONS", unit: "市治水办", tenths: [700, 120, 120, 120, 110, 120, 110], isWhole: true),
        Course(indicator: "SOIL_SAFE_USE_RATE", unit: "市生态环境局", tenths: [962, 1_000, 945, 950, 1_000, 958, 970]),
        Course(
            indicator: "ECO_INVESTMENT", unit: "市发改委",
            tenths: [
                5_140_000, 820_000, 1_260_000, 1_410_000, 410_000, 760_000, 480_000,
            ], risePerMonth: 400_000, isWhole: true, isSum: true, lastYear_percent: 89),
        Course(indicator: "GDP_GROWTH", unit: "市发改委", tenths: [61, 64, 66, 63, 58, 55, 62]),
        Course(
            indicator: "MU_BENEFIT", unit: "市经信局", tenths: [318, 355, 336, 342, 274, 262, 251], lastYear_percent: 95),
        Course(indicator: "ENERGY_CUT", unit: "市发改委", tenths: [34, 36, 28, 33, 38, 22, 31]),
    ]

    /// Values of the city alone.
    private static let cityCourses = [
        Course(
            indicator: "WASTE_PROJECTS_BUILT", unit: "市无废办", tenths: [490], risePerMonth: 10, isWhole: true,
            lastYear_percent: 85),
        Course(indicator: "SOURCES_PERMITTED", unit: "市生态环境局", tenths: [182_460], isWhole: true),
        Course(indicator: "SOURCES_TO_PERMIT", unit: "市生态环境局", tenths: [182_460], isWhole: true),
        Course(indicator: "KEY_UNITS_RATED", unit: "市生态环境局", tenths: [8_940], isWhole: true),
        Course(indicator: "KEY_UNITS", unit: "市生态环境局", tenths: [9_120], isWhole: true),
    ]

    /// The district that reports on the year before by itself.
    static let reporting = RegionCode(checked: "330603")

    /// The last month of whose figures every unit has told by the end of the past.
    private static func last(before now: Instant) -> CivilMonth {
        CivilMonth(now.adding(hours: -5 * 24).civil.date).adding(-1)
    }

    /// The end of the last quarter whose months are all closed.
    static func lastQuarterEnd(before now: Instant) -> CivilMonth {
        var month = last(before: now).adding(-1)
        while AnalysisPeriod(quarterOf: month).months.last != month { month = month.adding(-1) }
        return month
    }

    /// Files what the units say since the last whole quarter began, a correction among it, and closes the months before
    /// the last.
    func live(_ access: any WriteAccess) throws {
        let last = Self.last(before: now)
        var first = 2
        while last.adding(-first) > Self.lastQuarterEnd(before: now).adding(-2) { first += 1 }
        for back in stride(from: 12 + first, through: 12, by: -1) {
            for course in Self.courses where course.indicator == "ECO_INVESTMENT" {
                // The year before: somewhat less, so that it grows.
                try file(course, last.adding(-back), months: back - 12, percent: 89, access)
            }
        }
        for back in stride(from: first, through: 0, by: -1) {
            for course in Self.courses + Self.cityCourses {
                try file(course, last.adding(-back), months: back, percent: 100, access)
            }
        }
        try correct("ENERGY_CUT", "市发改委", last.adding(-2), "3.3", access)
        for back in stride(from: first, through: 1, by: -1) {
            let month = last.adding(-back)
            try platform.governance.close(month, by: office, at: min(month.adding(1).end, now), in: access)
        }
    }

    /// The year before the one that the last whole quarter lies in.
    static func lastYear(before now: Instant) -> Int {
        lastQuarterEnd(before: now).end.adding(hours: -1).civil.date.parts.year - 1
    }

    /// What was said and closed in the year before, so that the reports on it can be issued: districts at its end
    /// alone, but for the one that reports on its own year.
    /// Values are those of this year's October, which the courses stand for, some months earlier or later.
    func closeLastYear(_ access: any WriteAccess) throws {
        let year = Self.lastYear(before: now)
        // The months that the growth of this year's quarter is measured by are told already.
        let told = Self.last(before: now).adding(-12)
        let investment = Self.courses.filter { $0.indicator == "ECO_INVESTMENT" }
        guard let last = CivilDate(year: year, month: 12, day: 1).map({ CivilMonth($0) }) else { return }
        for course in investment { try file(course, last.adding(-12), months: -2, percent: 80, access) }
        for number in 1...12 {
            let month = last.adding(number - 12)
            for course in Self.courses + Self.cityCourses {
                let isTold = month <= told && month > Self.lastQuarterEnd(before: now).adding(-15)
                guard !isTold || course.indicator != "ECO_INVESTMENT" else { continue }
                try file(
                    course, month, months: 10 - number, percent: course.lastYear_percent,
                    regions: number < 12 ? [nil, Self.reporting] : nil, access)
            }
            try platform.governance.close(month, by: office, at: min(month.adding(1).end, now), in: access)
        }
    }

    private func file(
        _ course: Course, _ month: CivilMonth, months: Int, percent: Int, regions: Set<RegionCode?>? = nil,
        _ access: any WriteAccess
    ) throws {
        let number = month.end.adding(hours: -1).civil.date.parts.month
        let places: [RegionCode?] = [nil] + platform.registry.regions.all.map { Optional($0.code) }
        for (region, tenths) in zip(places, course.tenths) where regions?.contains(region) ?? true {
            // A sum rises by its parts; days go by alike everywhere.
            let share = course.isSum && region != nil ? 7 : 1
            let all = course.isOfYear ? tenths * number / 10 : tenths - months * course.risePerMonth / share
            let now = all * percent / 100
            let text = course.isWhole || now.isMultiple(of: 10) ? "\(now / 10)" : "\(now / 10).\(now % 10)"
            try say(course.indicator, course.unit, region, month, text, access)
        }
    }

    private func say(
        _ indicator: String, _ unit: String, _ region: RegionCode?, _ month: CivilMonth, _ value: String,
        reason: String = "", at moment: Instant? = nil, _ access: any WriteAccess
    ) throws {
        guard let person = people[unit] else { return }
        try platform.governance.file(
            indicator: indicator, region: region?.text ?? "", month: month.description, value: value,
            source: "\(month) 月报（示例）", reason: reason, by: person,
            at: moment ?? min(month.end.adding(hours: 4 * 24 + 9), now), in: access)
    }

    /// A value that was wrong and is filed again, before its month was closed.
    private func correct(
        _ indicator: String, _ unit: String, _ month: CivilMonth, _ value: String, _ access: any WriteAccess
    ) throws {
        try say(
            indicator, unit, nil, month, value, reason: "复核后更正（示例）",
            at: min(month.end.adding(hours: 9 * 24), now), access)
    }
}
