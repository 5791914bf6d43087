import Facts
import Kernel
import Standards
import TestMaterial
import Testing
import Web

@testable import Monitoring

struct MeansPagesTests {
    private static let outlet = OutletSummary(
        outlet: MonitoringStage.outlet, title: "DA001 示例排放口", enterprise: EnterpriseID(checked: "E1"),
        enterpriseName: "示例热电有限公司", region: RegionCode(checked: "330602"),
        regionName: Phrase("越城区", "Yuecheng District"), device: DeviceNumber(checked: "M1"))
    private static let start = HourPattern.start.civil.date

    private static func computed(_ pattern: String) throws -> ComputedHour {
        let figures = try AmountMaterial.figures().validity
        let minutes = ComputedValueTests.minutes(pattern, length: 10)
        return try #require(ComputedHour(HourPattern.hour(0), of: minutes, figures: figures))
    }

    @Test func `what stands beside an outlet's judged means has all its words, empty and full`() throws {
        var walk = try TemplateWalk("Monitoring/OutletMeans")
        let extent = ExceedanceExtent(
            firstHour: HourPattern.hour(1), lastHour: HourPattern.hour(2), hours: 2, peak: "120", limit: "80",
            multiple: "0.5", level: .yellow, ended: false)
        func alert(_ isWithdrawn: Bool) -> HourAlert {
            HourAlert(
                id: EpisodeID(checked: "AL1"), outlet: Self.outlet.outlet, pollutant: MeansStage.demand, extent: extent,
                isWithdrawn: isWithdrawn, decision: DecisionID(checked: "D1"), enterprise: Self.outlet.enterprise,
                region: Self.outlet.region)
        }
        let figures = try AmountMaterial.figures().furnace
        let cold = LowTemperatureDay.judge(
            [LowTemperatureDay.Window](repeating: .mean(ExactQuotient("840")), count: 6),
            degreesMin: figures.municipalDegreesMin, figures: figures
        ).outcome
        let full = OutletMeans(
            holes: [try Self.computed("aaaaaa"), try Self.computed("aa"), try Self.computed("a")],
            alerts: [alert(false), alert(true)],
            furnaceDays: [
                OutletMeans.FurnaceLine(day: Self.start, counted: nil),
                OutletMeans.FurnaceLine(day: Self.start, counted: cold),
            ],
            name: { Pollutant($0) }, now: HourPattern.hour(3), parameters: HourPattern.parameters)
        for language in Language.allCases {
            for means in [full, OutletMeans.none] {
                // Whether it is a furnace is the outlet page's to say.
                let view = means.view(of: Self.outlet.outlet, Pollutant(.sulphurDioxide), language)
                for isFurnace in [false, true] { try walk.walk(view.merging(["isFurnace": isFurnace]) { $1 }) }
            }
        }
        #expect(walk.problems == [])
        #expect(walk.unvisited == [])
        let rows = try #require(
            full.view(of: Self.outlet.outlet, nil, .english)["alerts"] as? [[String: Any]])
        #expect(rows.map { $0["standing"] as? String } == ["going on", "withdrawn"])
        #expect(rows.first?["limit"] as? String == "80 mg/L")
        var ranged = full
        ranged.limits[MeansStage.demand] = [
            DatedLimit(
                limit: "80", validFrom: CivilDate(dayNumber: 0), validTo: nil, source: "s", demand: .within,
                lower: "6", unit: "mg/L", averaging: .day)
        ]
        #expect(ranged.content.alerts.map(\.limit) == ["6–80", "6–80"])
        #expect(full.content.computedHours.map(\.average) == ["10", nil, nil])
    }

    @Test func `the page of computed values has all its words, with all, with holes, with nothing`() throws {
        var walk = try TemplateWalk(ComputedPage.template)
        let figures = try AmountMaterial.figures()
        let reference = try SignStage.furnaces().reference(table: "GB 18485", source: "")
        func hour(_ reading: HourReading?, _ computed: ComputedHour?, oxygen: DecimalNumber?) -> ComputedPage.Hour {
            ComputedPage.Hour(
                hour: HourPattern.hour(0), uploaded: reading, computed: computed, oxygen: oxygen,
                reference: reference, conversion: figures.conversion)
        }
        let reading = HourReading(
            hour: HourPattern.hour(0), average: "12", converted: "24", mark: "N", frame: Digest256(of: "1"))
        let hours = [
            hour(reading, try Self.computed("aaaaaa"), oxygen: "16"), hour(reading, nil, oxygen: "11"),
            hour(reading, nil, oxygen: nil), hour(nil, try Self.computed("aaaaaa"), oxygen: nil),
            hour(nil, nil, oxygen: nil),
        ]
        let full = ComputedPage(
            outlet: Self.outlet, day: Self.start, today: Self.start.adding(days: 1),
            factor: Pollutant(.sulphurDioxide), factors: [Pollutant(.sulphurDioxide)], hours: hours,
            uploadedDay: reading,
            computedDay: ComputedDay.mean(
                of: .sulphurDioxide, [HourReading](repeating: reading, count: 20), flows: [],
                figures: figures.validity), reference: reference, isForOfficers: true)
        let empty = ComputedPage(
            outlet: Self.outlet, day: Self.start, today: Self.start, factor: nil, factors: [],
            hours: [],
            uploadedDay: nil, computedDay: nil, reference: nil, isForOfficers: false)
        for language in Language.allCases {
            try walk.walk(full.view(language))
            try walk.walk(empty.view(language))
        }
        #expect(walk.problems == [])
        #expect(walk.unvisited == [])
        #expect(full.content.hours.count == 4 && full.content.computedDay == "24")
        #expect(full.content.hours.map(\.differencePercent) == ["20", nil, nil, nil])
        #expect(full.content.hours.map(\.ownConverted) == ["24", "12", nil, nil])
    }

    @Test func `daily means stand a column a factor, each with its reason, and only decided ones as exceeding`() throws
    {
        var walk = try TemplateWalk(OutletDaysPage.template)
        let days = [1, 0].map { Self.start.adding(days: $0) }
        func reading(_ value: DecimalNumber, _ mark: String, _ day: CivilDate) -> HourReading {
            HourReading(
                hour: Instant(startOf: day), average: value, converted: nil, mark: mark, frame: Digest256(of: "d"))
        }
        let limit = DatedLimit(
            limit: "80", validFrom: Self.start, validTo: nil, source: "示例", unit: "mg/m3", averaging: .day)
        let episode = Episode(
            id: EpisodeID(checked: "EX1"), outlet: Self.outlet.outlet, pollutant: .sulphurDioxide,
            enterprise: Self.outlet.enterprise, region: Self.outlet.region,
            extent: ExceedanceExtent(
                firstHour: Instant(startOf: Self.start), lastHour: Instant(startOf: Self.start), hours: 1, peak: "90",
                limit: "80", multiple: "0.13", level: .blue, ended: true, averaging: .day),
            isWithdrawn: false, decision: DecisionID(checked: "D1"))
        func factor(_ limits: [DatedLimit], _ marks: [String]) -> OutletDaysPage.Factor {
            OutletDaysPage.Factor(
                pollutant: Pollutant(.sulphurDioxide), limits: limits,
                readings: Dictionary(uniqueKeysWithValues: zip(days, marks).map { ($0, reading("90", $1, $0)) }),
                episodes: [episode])
        }
        let cold = LowFurnaceTemperature.count(
            FurnaceDay(
                Self.start,
                uploaded: (0..<8).map {
                    MinuteValue(
                        start: HourPattern.hour(0).adding(minutes: $0 * 5), average: "840", converted: nil, mark: "N",
                        frame: Digest256(of: "\($0)"))
                }, minutes: [], exempt: []),
            limits: [
                DatedLimit(
                    limit: "850", validFrom: Self.start, validTo: nil, source: "示例", demand: .atLeast, unit: "degC",
                    averaging: .day)
            ], figures: try AmountMaterial.figures().furnace)?.outcome
        let full = OutletDaysPage(
            outlet: Self.outlet, days: days, factors: [factor([limit], ["D", "N"]), factor([], ["N"])],
            furnaceDays: [OutletMeans.FurnaceLine(day: Self.start, counted: cold)])
        for language in Language.allCases {
            try walk.walk(full.view(language))
            let none = OutletDaysPage(outlet: Self.outlet, days: days, factors: [], furnaceDays: [])
            try walk.walk(none.view(language))
            let table = try #require(full.tables(language).first)
            #expect(table.rows.count == 3 && table.rows.allSatisfy { $0.count == table.headings.count })
        }
        #expect(walk.problems == [] && walk.unvisited == [])
        #expect(full.content.factors.map { $0.days.map(\.decision) } == [[nil, "D1"], [nil]])
        #expect(full.content.factors.map { $0.days.map(\.mark) } == [["D", "N"], ["N"]])
    }

    @Test func `the furnace's page has all its words, with low means and without a limit`() throws {
        var walk = try TemplateWalk(FurnacePage.template)
        let values = (0..<8).map { window in
            MinuteValue(
                start: HourPattern.hour(0).adding(minutes: Int64(window * 5)), average: window < 7 ? "840" : "900",
                converted: nil, mark: "N", frame: Digest256(of: "\(window)"))
        }
        let day = FurnaceDay(Self.start, uploaded: values, minutes: [], exempt: [])
        let limit = DatedLimit(
            limit: "850", validFrom: Self.start, validTo: nil, source: "示例", demand: .atLeast, unit: "degC",
            averaging: .day)
        let counted = LowFurnaceTemperature.count(
            day, limits: [limit], figures: try AmountMaterial.figures().furnace)
        let full = FurnacePage(outlet: Self.outlet, day: day, limit: limit, counted: counted)
        let empty = FurnacePage(outlet: Self.outlet, day: day, limit: nil, counted: nil)
        for language in Language.allCases {
            try walk.walk(full.view(language))
            try walk.walk(empty.view(language))
        }
        #expect(walk.problems == [])
        #expect(walk.unvisited == [])
        #expect(full.content.low == 7 && full.content.isViolation == true && full.content.means.count == 288)
    }
}
