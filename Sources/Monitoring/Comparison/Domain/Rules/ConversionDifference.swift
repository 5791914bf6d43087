import Facts
import Kernel
import Standards

/// MON-29: a device's converted hours are not what its measured values and its oxygen convert to.
struct ConversionDifference: DecisionRule {
    struct Input: Codable, Sendable, Equatable {
        /// The outlet looked at.
        let outlet: OutletID
        /// The factor.
        let pollutant: PollutantCode
        /// Each valid hour of the day with a measured and a converted value, in order.
        let hours: [Hour]
        /// To what is converted; nil where the limit does not tell the kind of furnace: nothing is checked then.
        let reference: ReferenceOxygen?
        /// Merkle root over the SHA-256 of each frame, in the order of the hours.
        let framesRoot: Digest256
        /// How converting is checked.
        let conversion: ConversionFigures
        /// From when it is a sign.
        let figures: ConvertedDifferenceFigures

        /// One hour.
        struct Hour: Codable, Sendable, Equatable {
            /// The start of the hour.
            let hour: Instant
            /// As measured.
            let measured: DecimalNumber
            /// The valid oxygen content, per cent; nil without one.
            let oxygen: DecimalNumber?
            /// As the device converted it.
            let converted: DecimalNumber
        }
    }

    typealias Outcome = SignOutcome

    static let descriptor = RuleDescriptor(
        code: "MON-29", version: 1,
        title: Phrase(
            "折算值不符：设备折算值与按基准含氧量复算的数值不一致",
            "converted values differ: the device's are not what reference oxygen gives"),
        basis: Phrase(
            "折算公式见 GB 13271、GB 18484、GB 18485 等；允许差与小时数为设计值；设备折算值用于判定，复算只作核对",
            "the formula of GB 13271, GB 18484, GB 18485; tolerance and hours are design values; the device's value "
                + "decides, ours only checks"),
        validFrom: CivilDate(dayNumber: 18_262), validTo: nil, certainty: .designValue)

    static func decide(_ input: Input) -> Ruling<Outcome> {
        guard let reference = input.reference else {
            return .nothing(
                Phrase(
                    "限值来源未说明炉型，无法确定基准含氧量，不作核对",
                    "the limit's source does not tell the kind of furnace: no reference oxygen, nothing checked"))
        }
        let checked = input.hours.map { ($0, check($0, reference, input.conversion)) }
        let comparable = checked.count { if case .cannotBeChecked = $0.1 { false } else { true } }
        let differing = checked.compactMap { hour, outcome -> (Input.Hour, DecimalNumber)? in
            guard case .differs(let own, by: _) = outcome else { return nil }
            return (hour, own)
        }
        let words = Phrase(
            "基准含氧量 \(reference.percent) %（\(reference.furnace.zh)）：可核对 \(comparable) 小时，不一致 \(differing.count) 小时"
                + "（至少 \(input.figures.hoursMin.value) 小时）",
            "reference oxygen \(reference.percent) % (\(reference.furnace.en)): \(comparable) h can be checked, "
                + "\(differing.count) differ (at least \(input.figures.hoursMin.value))")
        guard let first = differing.first, let last = differing.last,
            differing.count >= input.figures.hoursMin.value
        else { return .nothing(words) }
        let sign = FoundSign(
            firstHour: first.0.hour, lastHour: last.0.hour,
            figures: [
                "hours": "\(differing.count)", "compared": "\(comparable)",
                "reference_percent": "\(reference.percent)", "converted": "\(first.0.converted)",
                "own": "\(first.1)",
            ])
        return Ruling(outcome: Outcome(sign: sign), steps: [words])
    }

    /// One hour checked.
    static func check(
        _ hour: Input.Hour, _ reference: ReferenceOxygen, _ figures: ConversionFigures
    ) -> ConvertedValueCheck.Outcome {
        ConvertedValueCheck.check(
            device: hour.converted,
            hour: OxygenConversion.Hour(measured: hour.measured, oxygen: hour.oxygen), reference: reference,
            figures: figures
        ).outcome
    }
}
