import Kernel
import TestMaterial
import Testing

/// The calendar of `share/rules/holidays.csv`, read without the program's own reader.
enum AnnouncedCalendar {
    static func days(_ kind: String) throws -> Set<CivilDate> {
        let lines = try RepositoryFile.text("share/rules/holidays.csv").split(separator: "\n").dropFirst()
        return try Set(
            lines.map { $0.split(separator: ",") }.filter { $0[1] == kind }.map { try #require(CivilDate($0[0])) })
    }

    static func calendar() throws -> WorkingDayCalendar {
        WorkingDayCalendar(holidays: try days("holiday"), makeUpWorkdays: try days("workday"))
    }
}
