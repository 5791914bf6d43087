import Facts
import Kernel
import Standards
import Testing

@testable import Monitoring

/// Each rule on curves written down: what is a sign, and what is one hour or one step short of it.
struct SignRuleTests {
    /// A month of a curve that moves, from 20 on, by hundredths.
    private static func moving(_ place: Int) -> String { CurveSteps.text(200_000 + Int64(place * 7_919 % 1_009) * 100) }

    private static func input<Figures>(
        _ values: [String], marks: [Int: String] = [:], limit: String? = nil, _ figures: Figures
    ) -> SignInput<Figures> {
        SignInput(
            HourCurve(
                start: HourPattern.hour(0), values: values.map { DecimalNumber($0) },
                marks: values.indices.map { marks[$0] ?? "N" }),
            limit: limit.map { HourPattern.limit($0, from: 0) }, figures: figures)
    }

    private static func month(_ change: (Int) -> String?) -> [String] {
        (0..<720).map { change($0) ?? moving($0) }
    }

    @Test(arguments: [
        (12, "25.37", true), (11, "25.37", false), (12, "0.1", false), (720, "25.37", true), (24, "25.3", true),
    ])
    func `MON-20 a fine value that stays the same for twelve hours is a sign`(
        hours: Int, value: String, isSign: Bool
    ) throws {
        let values = Self.month { $0 >= 720 - hours ? value : nil }
        let outcome = FlatLine.decide(Self.input(values, try SignFigures.shipped().flatLine)).outcome
        #expect((outcome.sign != nil) == isSign)
        if isSign { #expect(outcome.sign?.figures["hours"] == "\(hours)") }
    }

    /// A mark of some hours of the month.
    private static func marked(_ meaning: MarkMeaning, _ hours: ClosedRange<Int>) -> [MarkedStretch]? {
        MarkedStretch.stretches(
            of: [MarkPattern.mark(1, hours, meaning)], for: .sulphurDioxide,
            in: HourPattern.hour(0)..<HourPattern.hour(720))
    }

    @Test(
        arguments: [
            (.calibration, 700...719, false), (.standstill, 700...719, false), (.starting, 700...719, true),
            // What is left unmarked is a line of twelve hours, or of eleven.
            (.maintenance, 700...707, true), (.maintenance, 700...708, false),
        ] as [(MarkMeaning, ClosedRange<Int>, Bool)])
    func `MON-20 version 2 a flat line within marked hours is no sign`(
        meaning: MarkMeaning, hours: ClosedRange<Int>, isSign: Bool
    ) throws {
        var input = Self.input(Self.month { $0 >= 700 ? "25.37" : nil }, try SignFigures.shipped().flatLine)
        #expect(HeedingMarks<FlatLine, FlatLineFigures>.decide(input) == FlatLine.decide(input))
        input.stretches = Self.marked(meaning, hours)
        let ruling = HeedingMarks<FlatLine, FlatLineFigures>.decide(input)
        #expect((ruling.outcome.sign != nil) == isSign)
        #expect(ruling.steps.first?.en.hasSuffix("are left out") == (meaning != .starting))
        let bytes = try CanonicalJSON.bytes(of: input)
        #expect(try CanonicalJSON.value(SignInput<FlatLineFigures>.self, from: bytes) == input)
    }

    @Test func `MON-24 version 2 calibrations that only the enterprise marked count as well`() throws {
        let places = (0..<3).map { 100 + 150 * $0 }
        var input = Self.input(
            Self.month { place in places.contains(place - 1) ? "34" : nil }, limit: "35",
            try SignFigures.shipped().timelyCalibration)
        #expect(TimelyCalibration.decide(input).outcome.sign == nil)
        let marks = places.enumerated().map { MarkPattern.mark(Int64($0) + 1, $1...$1, .calibration) }
        input.stretches = MarkedStretch.stretches(
            of: marks, for: .sulphurDioxide, in: HourPattern.hour(0)..<HourPattern.hour(720))
        let outcome = HeedingMarks<TimelyCalibration, TimelyCalibrationFigures>.decide(input).outcome
        #expect(outcome.sign?.figures["calibrations"] == "3")
    }

    @Test func `MON-20 a run that ended before the day is not told again`() throws {
        let values = Self.month { (600..<650).contains($0) ? "25.37" : nil }
        #expect(FlatLine.decide(Self.input(values, try SignFigures.shipped().flatLine)).outcome.sign == nil)
    }

    @Test(arguments: [(["3", "7"], true), (["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"], false)])
    func `MON-21 two last digits that make up most values are a sign`(digits: [String], isSign: Bool) throws {
        let values = (0..<720).map { "\(20 + $0 * 7_919 % 97).\($0 * 31 % 10)\(digits[$0 % digits.count])" }
        let outcome = RepeatedDigits.decide(Self.input(values, try SignFigures.shipped().repeatedDigits)).outcome
        #expect((outcome.sign != nil) == isSign)
    }

    @Test(arguments: [(6, true), (90, false)])
    func `MON-22 a ceiling that is reached again and again is a sign`(period: Int, isSign: Bool) throws {
        let values = Self.month { $0 % period == 5 ? "40" : nil }
        let outcome = ClippedRange.decide(Self.input(values, try SignFigures.shipped().clippedRange)).outcome
        #expect((outcome.sign != nil) == isSign)
        if isSign { #expect(outcome.sign?.figures["ceiling"] == "40") }
    }

    @Test(arguments: [(1_000, 0, true), (900, 3, true), (-900, 0, false)])
    func `MON-23 a curve that a rising line turns into another is a sign, whatever the line`(
        permille: Int, raised: Int, isSign: Bool
    ) throws {
        let model = (0..<48).map { 200_000 + Int64($0 * 7_919 % 1_009) * 100 }
        func curve(_ values: [Int64]) -> HourCurve {
            HourCurve(
                start: HourPattern.hour(0), values: values.map { DecimalNumber(CurveSteps.text($0)) },
                marks: values.map { _ in nil })
        }
        let copy = model.map { ($0 * Int64(permille) / 1_000 + Int64(raised) * 10_000 + 1_000_000) / 100 * 100 }
        let input = CopiedCurve.Input(
            outlet: OutletID(checked: "O1"), pollutant: .sulphurDioxide, curve: curve(copy),
            otherOutlet: OutletID(checked: "O2"), other: curve(model), framesRoot: Digest256(of: "1"),
            otherFramesRoot: Digest256(of: "2"), figures: try SignFigures.shipped().copiedCurve)
        #expect((CopiedCurve.decide(input).outcome.sign != nil) == isSign)
        if permille > 0 {
            #expect(CurveShape.kept(of: curve(copy)).map(\.hash) == CurveShape.kept(of: curve(model)).map(\.hash))
        }
    }

    @Test(arguments: [(3, true), (2, false)])
    func `MON-24 calibrations beside high values are a sign from the third on`(times: Int, isSign: Bool) throws {
        let places = (0..<times).map { 100 + 150 * $0 }
        let values = Self.month { place in places.contains(place - 1) ? "34" : nil }
        let marks = Dictionary(uniqueKeysWithValues: places.map { ($0, "C") })
        let input = Self.input(values, marks: marks, limit: "35", try SignFigures.shipped().timelyCalibration)
        #expect((TimelyCalibration.decide(input).outcome.sign != nil) == isSign)
    }

    @Test(arguments: [(24, 3, true), (23, 0, false), (24, 4, false)])
    func `MON-25 hours that stop below the limit are a sign when hardly any stand above`(
        below: Int, above: Int, isSign: Bool
    ) throws {
        let values = Self.month { $0 < below ? "39.5" : $0 < below + above ? "40.5" : nil }
        let input = Self.input(values, limit: "40", try SignFigures.shipped().belowLimit)
        #expect((StoppingBelowLimit.decide(input).outcome.sign != nil) == isSign)
    }

    @Test(arguments: [
        (["50", "30"], 1, true), (["30", "50"], 1, false), (["30", "28"], 2, false), (["30", "28"], 3, true),
        (["30", "29"], 3, false), (["35.4", "34.9"], 1, true), (["35", "34.9"], 1, false),
        (["35.1", "35"], 1, false), (["35.4", "35"], 1, true),
        (["35.4", "34.9", "35.2"], 1, false), (["34", "35.4", "34.9"], 1, true),
    ])
    func `MON-26 hours sent again lower are a sign`(versions: [String], hours: Int, isSign: Bool) throws {
        let input = RewrittenHours.Input(
            outlet: OutletID(checked: "O1"), pollutant: .sulphurDioxide,
            hours: (0..<hours).map { hour in
                RewrittenHours.Input.Hour(
                    hour: HourPattern.hour(hour),
                    versions: versions.map {
                        .init(value: DecimalNumber(stringLiteral: $0), frame: Digest256(of: $0))
                    })
            }, limits: [HourPattern.limit("35", from: 0)], figures: try SignFigures.shipped().rewrittenHours)
        #expect((RewrittenExceedances.decide(input).outcome.sign != nil) == isSign)
    }

    @Test(arguments: [(300, 12, true), (-300, 12, true), (299, 24, false), (900, 11, false)])
    func `MON-27 a clock five minutes off is a sign`(seconds: Int64, frames: Int, isSign: Bool) throws {
        let input = DriftingClock.Input(
            outlet: OutletID(checked: "O1"),
            receipts: (0..<frames).map {
                .init(hour: HourPattern.hour($0), drift: seconds * 1_000, frame: Digest256(of: "\($0)"))
            }, figures: try SignFigures.shipped().clockDrift)
        #expect((DriftingClock.decide(input).outcome.sign != nil) == isSign)
    }

    @Test func `every rule has a code of its own and says that its figures are design values`() {
        let codes = SignKind.allCases.map(\.rule.code)
        #expect(codes == codes.sorted() && Set(codes).count == codes.count)
        #expect(SignKind.allCases.allSatisfy { $0.rule.certainty == .designValue })
        #expect(Set(FalsificationRoom.rules.map(\.descriptor.code)) == Set(codes))
    }

    @Test(arguments: [("12.34", 123_400), ("-0.5", -5_000), ("0.00019", 1), ("7", 70_000)])
    func `numbers are kept in ten-thousandths`(text: String, scaled: Int64) {
        #expect(CurveSteps.scaled(DecimalNumber(stringLiteral: text)) == scaled)
    }

    @Test func `a number beyond all instruments is no value`() {
        #expect(CurveSteps.scaled(DecimalNumber(stringLiteral: "1234567890123")) == nil)
    }

    @Test func `a curve without its marks does not decode`() {
        let text = #"{"marks":[],"start":0,"values":["1"]}"#
        #expect(throws: DecodingError.self) {
            try CanonicalJSON.value(HourCurve.self, from: Array(text.utf8))
        }
    }
}
