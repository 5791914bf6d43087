import Kernel

/// Reads `share/rules/holidays.csv`: `date,kind,…` with kind `holiday` or `workday`.
enum HolidayTable {
    /// A line that cannot be understood.
    struct Defect: Error, CustomStringConvertible {
        let description: String
    }

    static func calendar(csv: [UInt8]) throws -> WorkingDayCalendar {
        var holidays: Set<CivilDate> = []
        var workdays: Set<CivilDate> = []
        let lines = String(decoding: csv, as: UTF8.self).split(whereSeparator: \.isNewline)
        for (number, line) in lines.enumerated().dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            guard fields.count >= 2, let date = CivilDate(fields[0]) else {
                throw Defect(description: "line \(number + 1) does not begin with a date and a kind")
            }
            switch fields[1] {
            case "holiday": holidays.insert(date)
            case "workday": workdays.insert(date)
            default: throw Defect(description: "line \(number + 1) is neither holiday nor workday")
            }
        }
        return WorkingDayCalendar(holidays: holidays, makeUpWorkdays: workdays)
    }
}
