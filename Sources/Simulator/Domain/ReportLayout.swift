/// The data area of one kind of report with its values left out: the same bytes in every frame of an outlet.
struct ReportLayout: Sendable {
    /// What stands before one value.
    struct Cell: Sendable {
        /// Separator, key and `=`.
        let lead: [UInt8]
        let figure: Figure
        /// Which factor of the medium it is about.
        let factor: Int
        /// Decimal places.
        let decimals: Int
    }

    /// Which value of a factor.
    enum Figure: String, Sendable {
        case min = "Min"
        case avg = "Avg"
        case max = "Max"
        case zsMin = "ZsMin"
        case zsAvg = "ZsAvg"
        case zsMax = "ZsMax"
        case cou = "Cou"
        case rtd = "Rtd"
        case zsRtd = "ZsRtd"
        case flag = "Flag"
    }

    /// The cells of each packet: one of them, or two when the outlet splits this report.
    let packets: [[Cell]]
    /// How many numbers each packet holds: marks and times are none.
    let pointCounts: [Int]

    init(_ kind: ReportKind, medium: OutletMedium, edition: LoggerEdition, isSplit: Bool) {
        let groups = medium.factors.enumerated().map { index, factor -> [Cell] in
            let code = edition == .hjt2005 ? factor.code2005 : factor.code
            let figures = kind == .realTime ? factor.figures.ofMoment : factor.figures.ofPeriod(edition)
            return (figures + [.flag]).enumerated().map { place, figure in
                Cell(
                    lead: Array("\(place == 0 ? ";" : ",")\(code)-\(figure.rawValue)=".utf8), figure: figure,
                    factor: index, decimals: figure == .cou ? 3 : factor.decimals)
            }
        }
        let half = (groups.count + 1) / 2
        packets =
            isSplit ? [Array(groups[..<half].joined()), Array(groups[half...].joined())] : [Array(groups.joined())]
        pointCounts = packets.map { cells in cells.count { $0.figure != .flag } }
    }
}
