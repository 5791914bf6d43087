public import Kernel

/// A day of the State Council's yearly notice: off, or a weekend day that is worked.
public struct ImportedDay: Sendable, Equatable {
    /// The day.
    public let day: CivilDate
    /// Whether it is worked in exchange for another.
    public let isWorked: Bool
    /// The holiday it belongs to.
    public let name: String
    /// The notice.
    public let source: String
}

/// Reads a table of days off, `date,kind,name_zh,name_en,source,certainty`, with kind `holiday` or `workday`.
///
/// Half a year's notice would be worse than none, so a table is taken whole or not at all.
public struct HolidayImport: Sendable, Equatable {
    /// A line that cannot be taken.
    public struct RefusedLine: Sendable, Equatable {
        /// 1, 2, 3 …, the heading counted.
        public let number: Int
        /// What is wrong with it.
        public let reason: String
    }

    /// The days of lines that can be taken.
    public let days: [ImportedDay]
    /// Every line that cannot.
    public let refused: [RefusedLine]

    /// The years that the table announces.
    public var years: [Int] { Set(days.map(\.day.parts.year)).sorted() }

    /// Reads a table against a calendar: a year that it knows is not announced twice.
    public init(csv: String, knowing calendar: WorkingDayCalendar) {
        var days: [ImportedDay] = []
        var refused: [RefusedLine] = []
        let lines = csv.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
            if index == 0, line.hasPrefix("date,") { continue }
            switch Self.day(of: line, seen: days, calendar) {
            case .success(let day): days.append(day)
            case .failure(let reason): refused.append(RefusedLine(number: index + 1, reason: reason.text))
            }
        }
        if days.isEmpty, refused.isEmpty { refused.append(RefusedLine(number: 1, reason: "the table holds no day")) }
        self.days = days
        self.refused = refused
    }

    private struct Reason: Error {
        let text: String
    }

    private static func day(
        of line: Substring, seen: [ImportedDay], _ calendar: WorkingDayCalendar
    ) -> Result<ImportedDay, Reason> {
        let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard fields.count >= 5 else {
            let found = Counted.english(fields.count, "field")
            return .failure(Reason(text: "it has \(found), not date,kind,name_zh,name_en,source"))
        }
        guard let day = CivilDate(fields[0]) else { return .failure(Reason(text: "\(fields[0]) is no date")) }
        guard ["holiday", "workday"].contains(fields[1]) else {
            return .failure(Reason(text: "\(fields[1]) is neither holiday nor workday"))
        }
        if calendar.isAnnounced(day) {
            return .failure(Reason(text: "the year \(day.parts.year) is announced already"))
        }
        if seen.contains(where: { $0.day == day }) { return .failure(Reason(text: "\(day) stands in the table twice")) }
        if fields[1] == "workday", !day.isWeekend {
            return .failure(Reason(text: "\(day) is no weekend day, so it cannot be worked in exchange"))
        }
        guard !fields[4].isEmpty else { return .failure(Reason(text: "it names no notice as its source")) }
        return .success(
            ImportedDay(day: day, isWorked: fields[1] == "workday", name: fields[2], source: fields[4]))
    }
}
