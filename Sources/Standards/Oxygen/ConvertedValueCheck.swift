public import Facts
import FoundationEssentials
public import Kernel

/// Checks what a device converted (`ZsAvg`) against our own conversion of what it measured (`Avg`).
///
/// A check only: the device's value is judged. It converts minute by minute, so a small difference is no sign of
/// anything; a large one is a suspicion.
public enum ConvertedValueCheck {
    /// What came of it.
    public enum Outcome: Codable, Sendable, Equatable {
        /// Within the tolerance of our own value.
        case agrees(own: DecimalNumber)
        /// Farther away than that: by so much in the value's unit, above zero when the device says more than we find.
        case differs(own: DecimalNumber, by: DecimalNumber)
        /// There is nothing to compare with.
        case cannotBeChecked(OxygenConversion.Reason)
    }

    /// How many digits behind the point are told of our own value. Design value.
    public static let shownDigits = 4

    /// Checks one hour.
    public static func check(
        device: DecimalNumber, hour: OxygenConversion.Hour, reference: ReferenceOxygen, figures: ConversionFigures
    ) -> Ruling<Outcome> {
        let conversion = OxygenConversion.convert(hour, to: reference, figures: figures)
        let own: ExactQuotient
        switch conversion.outcome {
        case .converted(let quotient): own = quotient
        case .asMeasured(let value): own = ExactQuotient(value)
        case .notConverted(let reason):
            let step = Phrase("设备折算值不能复核", "the device's converted value cannot be checked")
            return Ruling(outcome: .cannotBeChecked(reason), steps: conversion.steps + [step])
        }
        // (device − own) × denominator, so that nothing is divided.
        let excess = device.value * own.denominator.value - own.numerator.value
        let distance = excess < 0 ? -excess : excess
        let size = own.numerator.value < 0 ? -own.numerator.value : own.numerator.value
        let isWithinShare = 100 * distance <= figures.differencePercentMax.value.value * size
        let isWithinUnit = distance <= figures.differenceMax.value.value * own.denominator.value
        let shown = own.rounded(fractionDigits: shownDigits)
        let limits = tolerance(figures)
        guard !isWithinShare, !isWithinUnit else {
            let step = Phrase(
                "设备折算值 \(device) 与复算值 \(shown) 一致（\(limits.zh)）",
                "the device's \(device) agrees with our own \(shown) (\(limits.en))")
            return Ruling(outcome: .agrees(own: shown), steps: conversion.steps + [step])
        }
        let difference = ExactQuotient(DecimalNumber(excess), over: own.denominator)
            .rounded(fractionDigits: shownDigits)
        let step = Phrase(
            "设备折算值 \(device) 与复算值 \(shown) 相差 \(difference)，超出\(limits.zh)",
            "the device's \(device) differs from our own \(shown) by \(difference), more than \(limits.en)")
        return Ruling(outcome: .differs(own: shown, by: difference), steps: conversion.steps + [step])
    }

    private static func tolerance(_ figures: ConversionFigures) -> Phrase {
        let (share, unit) = (figures.differencePercentMax, figures.differenceMax)
        let shown = share.shown(unit: "%")
        return Phrase("允许差 \(shown.zh) 或 \(unit.value)", "a tolerance of \(shown.en) or \(unit.value)")
    }
}
