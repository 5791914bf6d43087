import Kernel
import Standards

/// One month of one factor: recorded, or counted so far.
struct AmountLine: Sendable {
    let pollutant: PollutantCode
    let month: AmountMonth
    let amount: RecordedAmount
    /// Whether it is recorded; what is counted so far changes with every hour.
    let isRecorded: Bool

    /// Whether automatic data is the basis.
    enum Basis: String, Sendable {
        case automatic
        case cannotBe = "cannot-be"
        case notFilled = "gaps-not-filled"
        case nothing

        var phrase: Phrase {
            switch self {
            case .automatic: Phrase("自动监测数据", "automatic data")
            case .cannotBe:
                Phrase("自动监测数据不能作为核算依据", "automatic data cannot be the basis")
            case .notFilled: Phrase("缺失时段未能替代", "gaps are not filled")
            case .nothing: Phrase("无应测时段", "nothing was to be measured")
            }
        }
    }

    func basis(gapPercentMax: Int) -> Basis {
        if amount.expectedParts == 0 { return .nothing }
        if amount.total != nil { return .automatic }
        return 100 * amount.gapParts > gapPercentMax * amount.expectedParts ? .cannotBe : .notFilled
    }
}
