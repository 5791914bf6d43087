import Kernel

/// How a value came about that the platform computed for an hour without one that may decide.
struct ComputedGround: Codable, Sendable, Equatable {
    /// The start of the hour.
    let hour: Instant
    /// What was missing.
    let lack: Lack
    /// From so many valid minutes; nil for an uploaded hour.
    let minutes: Int?
    /// The measured value that was converted; nil where the device converted, or nothing is converted.
    let measured: DecimalNumber?
    /// With this oxygen content, per cent.
    let oxygen: DecimalNumber?
    /// To this reference oxygen, per cent.
    let reference: DecimalNumber?
    /// From so many valid hours; nil but for a day.
    var hours: Int?

    /// What an hour lacked.
    enum Lack: String, Codable, Sendable {
        /// No hourly value was uploaded; its minutes were.
        case hour
        /// The uploaded hour has no converted value, though its limit is at a reference oxygen.
        case conversion
        /// Nothing: the hour was uploaded, but only the day decides.
        case decision
        /// No daily mean was uploaded; its hours were.
        case day
        /// A measurement: the value was set or entered by hand.
        case measurement
    }

    /// Of a value that was set by hand.
    init(handSet hour: Instant) {
        self.init(hour: hour, lack: .measurement, minutes: nil, measured: nil, oxygen: nil, reference: nil)
    }

    init(
        hour: Instant, lack: Lack, minutes: Int?, measured: DecimalNumber?, oxygen: DecimalNumber?,
        reference: DecimalNumber?, hours: Int? = nil
    ) {
        (self.hour, self.lack, self.minutes, self.measured) = (hour, lack, minutes, measured)
        (self.oxygen, self.reference, self.hours) = (oxygen, reference, hours)
    }

    /// What is missing and how the value was computed.
    var phrase: Phrase {
        let own =
            measured.map { measured in
                Phrase(
                    "实测 \(measured) 按含氧量 \(oxygen?.description ?? "–") % 折算至 \(reference?.description ?? "–") %",
                    "measured \(measured) at \(oxygen?.description ?? "–") % oxygen converted to "
                        + "\(reference?.description ?? "–") %")
            } ?? Phrase("", "")
        switch lack {
        case .hour:
            let base = Phrase(
                "未上传小时值，由 \(minutes ?? 0) 分钟计算", "no hour was uploaded, computed from \(minutes ?? 0) min")
            return measured == nil ? base : Phrase("\(base.zh)，\(own.zh)", "\(base.en), \(own.en)")
        case .decision:
            return Phrase("已上传小时值，但以日均值判定", "the hour was uploaded, but the day decides")
        case .day:
            return Phrase(
                "未上传日均值，由 \(hours ?? 0) 个有效小时计算", "no daily mean was uploaded, computed from \(hours ?? 0) valid h")
        case .measurement:
            return Phrase("标记 S，手工设定，不判定", "mark S, set by hand, which decides nothing")
        case .conversion:
            return Phrase("未上传折算值，\(own.zh)", "no converted value was uploaded, \(own.en)")
        }
    }
}
