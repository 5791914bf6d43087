import Facts
import Foundation
import Kernel
import Standards
import TestMaterial
import Testing

/// `share/rules/judging-values.json` as the program reads it.
struct JudgingFiguresTests {
    @Test func `the figures are those of their sources, and those from memory say so`() throws {
        let figures = try JudgingMaterial.figures()
        let (validity, substitution, exemptions) = (figures.validity, figures.substitution, figures.exemptions)
        #expect(
            [
                validity.hourMinutesMin, validity.stackDayHoursMin, validity.waterDaySharePercentMin,
                validity.quarterCapturePercentMin, substitution.captureHighPercentMin,
                substitution.captureLowPercentMin, substitution.shortGapHoursMax, substitution.shortGapWindowHours,
                substitution.longGapWindowHours, substitution.lowCaptureWindowHours, figures.amounts.gapSharePercentMax,
                figures.furnace.lowWindowsMax, figures.furnace.municipalDegreesMin, figures.furnace.hazardousDegreesMin,
                exemptions.irregularHoursPerYearMax, exemptions.irregularHoursInARowMax, exemptions.particulateMax,
                exemptions.warmingHoursPerYearMax, exemptions.maintenanceHoursPerQuarterMax,
            ].map(\.value) == [
                45, 20, 75, 75, 90, 75, 24, 180, 720, 2_160, 25, 5, 850, 1_100, 60, 4, 150, 700, 30,
            ])
        #expect(
            [
                validity.hourMinutesMin, validity.stackDayHoursMin, validity.waterDaySharePercentMin,
                exemptions.warmingHoursPerYearMax,
                exemptions.maintenanceHoursPerQuarterMax,
            ].allSatisfy { $0.certainty == .fromMemory })
        #expect(figures.conversion.differencePercentMax.certainty == .designValue)
    }

    @Test func `hazardous waste has its own exemptions, and says what it borrows from the order on municipal waste`()
        throws
    {
        let figures = try JudgingMaterial.figures()
        let (municipal, hazardous) = (figures.exemptions, figures.exemptions(under: "GB 18484"))
        #expect(figures.exemptions(under: nil) == municipal && figures.exemptions(under: "GB 18485") == municipal)
        #expect(municipal.startingHoursInARowMax.value == 4 && hazardous.startingHoursInARowMax.value == 6)
        #expect(hazardous.startingHoursInARowMax.certainty == .verified)
        let borrowed = [hazardous.warmingHoursPerYearMax, hazardous.maintenanceHoursPerQuarterMax]
        #expect(borrowed.allSatisfy { $0.certainty == .designValue })
        #expect(!hazardous.irregularHoursPerYearMax.source.zh.contains("部令"))
    }

    @Test func `the furnace's figures agree with the limit table`() throws {
        let furnace = try JudgingMaterial.figures().furnace
        let limits = try JudgingMaterial.limits().limits.filter { $0.point == .furnace }.map(\.bound.description)
        #expect(limits == ["≥ \(furnace.municipalDegreesMin.value)", "≥ \(furnace.hazardousDegreesMin.value)"])
    }

    @Test(arguments: [("\"value\": 45", "\"value\": \"45\""), ("from-memory", "sure"), ("\"furnace\":", "\"oven\":")])
    func `a spoilt file is refused`(text: String, spoilt: String) throws {
        let whole = try RepositoryFile.text("share/rules/judging-values.json")
        let place = try #require(whole.range(of: text))
        let broken = Array(whole.replacingCharacters(in: place, with: spoilt).utf8)
        #expect(throws: DecodingError.self) { try JudgingFigures(json: broken) }
    }
}
