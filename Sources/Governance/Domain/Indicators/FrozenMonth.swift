import Kernel

/// The figures of a month as they stood when the office closed it. Its bytes never change.
struct FrozenMonth: Codable, Sendable, Equatable {
    let month: CivilMonth
    /// By indicator, then the city before its districts.
    let figures: [IndicatorFigure]

    func figure(_ indicator: IndicatorCode, _ region: RegionCode?) -> IndicatorFigure? {
        figures.first { $0.indicator == indicator && $0.region == region }
    }
}
