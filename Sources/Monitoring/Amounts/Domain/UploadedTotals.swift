import Facts
import Kernel
import Standards

/// Hourly totals (Cou) that a device uploaded, beside concentration times flow. They check; they never decide.
struct UploadedTotals: Sendable {
    /// Hours in which there are both.
    let compared: Int
    /// Those in which they differ by more than the figure allows.
    let differing: Int
    let step: Phrase

    init(_ uploaded: [EmittedMass?], against states: [EmissionHours.State], figures: AmountFigures) {
        let percent = Int64(figures.uploadedDifferencePercentMax.value)
        let pairs = zip(uploaded, states).compactMap { total, state -> (Int64, Int64)? in
            guard let total, case .measured(let mass) = state else { return nil }
            return (total.milligrams, mass.milligrams)
        }
        compared = pairs.count
        differing = pairs.count { 100 * (max($0, $1) - min($0, $1)) > percent * $1 }
        let limit = figures.uploadedDifferencePercentMax.shown(unit: "%")
        step = Phrase(
            "上传的小时累计值（Cou）可比对 \(compared) 小时，相差超过 \(limit.zh) 的 \(differing) 小时；仅核对，不作核算",
            "uploaded hourly totals (Cou) compared in \(compared) h, \(differing) h differ by more than \(limit.en); "
                + "they check and are not counted")
    }
}
