import Facts
import FoundationEssentials
import Kernel
import Standards

/// MON-29, version 2: a device's converted hours are missing, are the measured ones again, or are not what its measured
/// values and its oxygen convert to.
struct ConversionDoubt: DecisionRule {
    struct Input: Codable, Sendable, Equatable {
        /// The outlet looked at.
        let outlet: OutletID
        /// The factor.
        let pollutant: PollutantCode
        /// Each valid hour of the day with a measured value, in order.
        let hours: [Hour]
        /// To what is converted; nil where the limit does not tell the kind of furnace: nothing is checked then.
        let reference: ReferenceOxygen?
        /// Merkle root over the SHA-256 of each frame, in the order of the hours.
        let framesRoot: Digest256
        /// How converting is checked.
        let conversion: ConversionFigures
        /// From when it is a sign.
        let figures: ConversionDoubtFigures

        /// One hour.
        struct Hour: Codable, Sendable, Equatable {
            /// The start of the hour.
            let hour: Instant
            /// As measured.
            let measured: DecimalNumber
            /// The valid oxygen content, per cent; nil without one.
            let oxygen: DecimalNumber?
            /// As the device converted it; nil when it sent nothing.
            let converted: DecimalNumber?
        }
    }

    typealias Outcome = SignOutcome

    static let descriptor = RuleDescriptor(
        code: ConversionDifference.descriptor.code, version: 2,
        title: Phrase(
            "折算值缺失、照抄实测值或与按基准含氧量复算的数值不一致",
            "converted values are missing, are the measured ones again, or are not what reference oxygen gives"),
        basis: ConversionDifference.descriptor.basis, validFrom: ConversionDifference.descriptor.validFrom,
        validTo: nil,
        certainty: .designValue)

    /// What is doubtful about an hour.
    enum Doubt: Equatable {
        /// Nothing was converted, though it could be.
        case missing
        /// The device's value lies beyond the tolerance of our own.
        case differs(own: DecimalNumber)
        /// The measured value to the last digit, where converting would give another or cannot be checked.
        case repeated
    }

    static func decide(_ input: Input) -> Ruling<Outcome> {
        guard let reference = input.reference else {
            return .nothing(
                Phrase(
                    "限值来源未说明炉型，无法确定基准含氧量，不作核对",
                    "the limit's source does not tell the kind of furnace: no reference oxygen, nothing checked"))
        }
        let doubts = input.hours.compactMap { hour in
            doubt(hour, reference, input.conversion, input.figures).map { (hour, $0) }
        }
        let missing = doubts.count { $0.1 == .missing }
        let repeated = doubts.count { $0.1 == .repeated }
        let plain = doubts.count - repeated
        let figures = input.figures
        let (base, needs) = ("\(reference.percent) %", (figures.hoursMin.value, figures.equalHoursMin.value))
        let words = Phrase(
            "基准含氧量 \(base)（\(reference.furnace.zh)）：有效 \(input.hours.count) 小时，缺折算值 \(missing) 小时，"
                + "不一致 \(plain - missing) 小时（合计至少 \(needs.0) 小时）；照抄实测值 \(repeated) 小时（至少 \(needs.1) 小时）",
            "reference oxygen \(base) (\(reference.furnace.en)): \(input.hours.count) valid h, "
                + "\(missing) not converted, \(plain - missing) differ (together at least \(needs.0)); "
                + "\(repeated) repeat the measured value (at least \(needs.1))")
        let isSign = plain >= figures.hoursMin.value || repeated >= figures.equalHoursMin.value
        guard isSign, let first = doubts.first?.0, let last = doubts.last?.0 else { return .nothing(words) }
        let differing = doubts.compactMap { hour, doubt -> (Input.Hour, DecimalNumber)? in
            guard case .differs(let own) = doubt else { return nil }
            return (hour, own)
        }.first
        let sign = FoundSign(
            firstHour: first.hour, lastHour: last.hour,
            figures: [
                "hours": "\(plain - missing)", "missing": "\(missing)", "repeated": "\(repeated)",
                "compared": "\(input.hours.count)", "reference_percent": "\(reference.percent)",
                "converted": differing?.0.converted?.description ?? "–", "own": differing?.1.description ?? "–",
            ])
        return Ruling(outcome: Outcome(sign: sign), steps: [words])
    }

    /// What is doubtful about an hour; nil for nothing. Where a furnace stood still nothing can be converted.
    static func doubt(
        _ hour: Input.Hour, _ reference: ReferenceOxygen, _ conversion: ConversionFigures,
        _ figures: ConversionDoubtFigures
    ) -> Doubt? {
        let sent = OxygenConversion.Hour(measured: hour.measured, oxygen: hour.oxygen)
        guard let converted = hour.converted else {
            switch OxygenConversion.convert(sent, to: reference, figures: conversion).outcome {
            case .notConverted(.furnaceStopped), .notConverted(.oxygenOfAir): return nil
            case .converted, .asMeasured, .notConverted: return .missing
            }
        }
        let checked = ConvertedValueCheck.check(
            device: converted, hour: sent, reference: reference, figures: conversion
        ).outcome
        let steps = abs(converted.value / converted.lastPlace)
        switch checked {
        case .differs(let own, by: _): return .differs(own: own)
        case .agrees(let own):
            let distance = abs(own.value - converted.value)
            let isFar = distance > Decimal(figures.stepsMax.value) * converted.lastPlace
            return converted == hour.measured && isFar ? .repeated : nil
        case .cannotBeChecked(.oxygenMissing), .cannotBeChecked(.oxygenBelowZero):
            // A coarse value may convert to itself honestly.
            return converted == hour.measured && steps >= Decimal(figures.stepsMin.value) ? .repeated : nil
        case .cannotBeChecked: return nil
        }
    }
}

extension DecimalNumber {
    /// One of the last digits that were written, as the distance it stands for.
    var lastPlace: Decimal {
        let digits = description.split(separator: ".").dropFirst().first?.count ?? 0
        return Decimal(sign: .plus, exponent: -digits, significand: 1)
    }
}
