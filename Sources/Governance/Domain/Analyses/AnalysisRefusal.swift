import Kernel

/// Why something about a report on environment and economy was not taken.
enum AnalysisRefusal: Error, Equatable {
    case unknownPeriod
    case notBegun
    case unknownRegion(RegionCode)
    case openedTwice(AnalysisPeriod)
    case noSuchAnalysis
    case isIssued
    case monthsOpen([CivilMonth])
    case textMissing(AnalysisPart)
}
