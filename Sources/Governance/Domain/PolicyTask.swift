import Kernel

/// A task that a policy sets: what, until when, led by whom.
struct PolicyTask: Codable, Sendable, Equatable {
    let number: Int
    let sectionNumber: Int
    let section: String
    let articleNumber: Int
    let item: String
    let text: String
    /// The deadline in the document's own words: 2020年, 2020—2021年, 长期.
    let writtenDeadline: String
    let kind: Kind
    let startYear: Int?
    let endYear: Int?
    /// The lead unit, and those that lead with it.
    let leadUnits: [String]
    /// What was noticed in the document's writing when it was read.
    let note: String?
    /// The day on which it ends, where more than its year is set: of a decision of minutes; nil in policies.
    var lastDay: CivilDate?

    /// How a deadline is written.
    enum Kind: String, Codable, Sendable, CaseIterable {
        /// Until the end of one year.
        case year
        /// From one year to the end of another.
        case range
        /// Without an end (长期): looked at year by year.
        case longTerm = "long_term"
    }

    enum CodingKeys: String, CodingKey {
        case item, text, note, section
        case number = "no"
        case sectionNumber = "section_no"
        case articleNumber = "article_no"
        case writtenDeadline = "deadline_raw"
        case kind = "deadline_kind"
        case startYear = "start_year"
        case endYear = "end_year"
        case leadUnits = "lead_units"
        case lastDay = "last_day"
    }

    /// The last day that the document itself sets; nil for a long-term task.
    var writtenLastDay: CivilDate? { lastDay ?? endYear.flatMap { CivilDate(year: $0, month: 12, day: 31) } }

    /// The last day that counts on a day: the document's, or a later one that was decided on. A long-term task has a
    /// yearly target, which ends with the year.
    func lastDay(on day: CivilDate, extendedTo later: CivilDate?) -> CivilDate {
        let year = CivilDate(year: day.parts.year, month: 12, day: 31) ?? day
        return later ?? writtenLastDay ?? year
    }
}
