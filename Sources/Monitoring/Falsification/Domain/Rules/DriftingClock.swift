import Facts
import Kernel
import Standards

/// MON-27: the device's clock stands so far off that its values may belong to other hours.
struct DriftingClock: DecisionRule {
    struct Input: Codable, Sendable, Equatable {
        /// The outlet looked at.
        let outlet: OutletID
        /// Of each hour frame of the day, in order: its data hour, and receipt minus QN in milliseconds.
        let receipts: [Receipt]
        /// From when it is a sign.
        let figures: ClockDriftFigures

        /// One hour frame.
        struct Receipt: Codable, Sendable, Equatable {
            /// The start of its data hour.
            let hour: Instant
            /// Receipt − QN, milliseconds.
            let drift: Int64
            /// The frame.
            let frame: Digest256
        }
    }

    typealias Outcome = SignOutcome

    static let descriptor = RuleDescriptor(
        code: "MON-27", version: 1,
        title: Phrase("时钟偏差：设备时钟被拨离标准时间", "clock drift: the device's clock stands off"),
        basis: Phrase(
            "自动监测数据造假迹象；无公开阈值，均为设计值", "a sign of made values; no public source fixes a threshold"),
        validFrom: CivilDate(dayNumber: 18_262), validTo: nil, certainty: .designValue)

    static func decide(_ input: Input) -> Ruling<Outcome> {
        let drifts = input.receipts.map(\.drift).sorted()
        guard let first = input.receipts.map(\.hour).min(), let last = input.receipts.map(\.hour).max(),
            drifts.count >= input.figures.framesMin.value
        else { return .nothing(Phrase("小时报文太少", "too few hour frames")) }
        let seconds = drifts[drifts.count / 2] / 1_000
        let words = Phrase(
            "\(drifts.count) 条小时报文，收到时间与 QN 之差的中位数 \(seconds) 秒（至少 \(input.figures.secondsMin.value) 秒）",
            "\(drifts.count) hour frames, receipt minus QN \(seconds) s in the middle (at least "
                + "\(input.figures.secondsMin.value) s)")
        guard seconds.magnitude >= UInt64(max(0, input.figures.secondsMin.value)) else { return .nothing(words) }
        let sign = FoundSign(
            firstHour: first, lastHour: last, figures: ["frames": "\(drifts.count)", "drift_s": "\(seconds)"])
        return Ruling(outcome: Outcome(sign: sign), steps: [words])
    }
}
