import Facts
import Kernel
import Standards
import TestMaterial
import Testing

@testable import Monitoring

struct HourValidityTests {
    private static let method = "docs/method/validity-and-marks.md"

    private func name(_ finding: HourValidity.Finding) -> String {
        switch finding {
        case .usable: "usable"
        case .unused(let reason, _): reason.rawValue
        }
    }

    @Test func `each value of the method page is used, or not used for its reason`() throws {
        let rules = try MonitoringStage.validity()
        let rows = try RepositoryFile.table(
            "| value | device mark | enterprise mark | hour in a row | finding |", in: Self.method)
        #expect(rows.count == 19)
        for row in rows {
            let hour = try #require(Int(row[3]))
            let words = row[2].split(separator: " ").map(String.init)
            let marks = MarkMeaning(rawValue: words[0]).map { meaning in
                MarkPattern.mark(1, 1...hour, meaning, window: words.dropFirst().first)
            }
            let input = MarkPattern.input([], [marks].compactMap { $0 }, now: HourPattern.hour(50), rules: rules)
            let reading = HourReading(
                hour: HourPattern.hour(hour), average: nil, converted: DecimalNumber(row[0]),
                mark: row[1] == "–" ? nil : row[1], frame: Digest256(of: "1"))
            let finding = input.finding(reading)
            #expect(name(finding) == row[4], "\(row)")
            if case .unused(_, let why) = finding { #expect(!why.zh.isEmpty && !why.en.isEmpty) }
        }
    }

    @Test func `too few hours take a day's mean out`() throws {
        let rules = try MonitoringStage.validity()
        let rows = try RepositoryFile.table("| outlet | known | valid | finding |", in: Self.method)
        #expect(rows.count == 9)
        for row in rows {
            let capture = DayCapture(
                day: HourPattern.hour(0), known: try #require(Int(row[1])), valid: try #require(Int(row[2])))
            let ruling = capture.ruling(
                isWater: row[0] == "water", figures: rules.figures.validity, readingsMin: rules.waterReadingsMin)
            #expect((ruling.outcome == .valid) == (row[3] == "usable"), "\(row)")
        }
    }

    @Test func `a day without stored hours stands alone unless the enterprise marked some`() {
        func validity(_ marks: [EnterpriseMark]) -> HourValidity {
            HourValidity(pollutant: .sulphurDioxide, marks: marks, windows: [], bounds: nil, exemptions: nil)
        }
        let day = HourPattern.hour(0)
        #expect(DayCapture(day: day, hours: [], validity: validity([])) == nil)
        let five = MarkPattern.mark(1, 3...7, .deviceFault)
        #expect(
            DayCapture(day: day, hours: [], validity: validity([five])) == DayCapture(day: day, known: 24, valid: 19))
        let hours = (0..<22).map { HourPattern.reading($0, "20", mark: $0 == 0 ? "M" : "N") }
        #expect(
            DayCapture(day: day, hours: hours, validity: validity([five])) == DayCapture(day: day, known: 22, valid: 16)
        )
    }

    @Test func `the newest mark of an hour and factor counts, and one that takes back leaves none`() {
        let marks = [
            MarkPattern.mark(1, 0...9, .calibration),
            MarkPattern.mark(2, 4...5, .fault, pollutant: PollutantCode(checked: "a21002")),
            MarkPattern.mark(3, 7...7, .normal),
        ]
        let (sulphur, nitrogen) = (PollutantCode.sulphurDioxide, PollutantCode("a21002") ?? .sulphurDioxide)
        #expect(marks.effective(at: HourPattern.hour(4), of: sulphur)?.number == 1)
        #expect(marks.effective(at: HourPattern.hour(4), of: nitrogen)?.number == 2)
        #expect(marks.effective(at: HourPattern.hour(7), of: sulphur) == nil)
        #expect(marks.effective(at: HourPattern.hour(10), of: sulphur) == nil)
    }

    @Test func `marks close at noon of the next day, that moment included, or when the enterprise says so`() throws {
        let rules = try MonitoringStage.validity()
        let term = MarkTerm(hourMax: rules.markHourMax, closings: [])
        let rows = try RepositoryFile.table("| hour | may be marked until |", in: Self.method)
        #expect(rows.count == 4)
        for row in rows {
            let hour = try #require(Self.moment(row[0]))
            let until = term.deadline(of: hour)
            #expect(until.civil.minuteText == row[1])
            #expect(term.isOpen(hour, at: until))
            #expect(!term.isOpen(hour, at: until.adding(milliseconds: 1)))
            let closed = MarkTerm(
                hourMax: rules.markHourMax, closings: [MarkClosing(from: hour, until: hour.adding(hours: 1))])
            #expect(!closed.isOpen(hour, at: hour.adding(hours: 2)))
            #expect(closed.isOpen(hour.adding(hours: 1), at: hour.adding(hours: 2)))
        }
    }

    private static func moment(_ text: String) -> Instant? {
        guard let day = CivilDate(text.prefix(10)), let hour = Int64(text.dropFirst(11).prefix(2)) else { return nil }
        return Instant(startOf: day).adding(hours: hour)
    }

    @Test(arguments: [("F", true), ("M", false), ("Q", false)])
    func `a letter that editions read otherwise is told by edition`(mark: String, isByEdition: Bool) {
        let words = DeviceMarkWords.phrase(mark)
        #expect(words.en.contains("2005:") == isByEdition)
        #expect(!words.zh.isEmpty)
    }
}
