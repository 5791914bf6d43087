public import Facts
import FoundationEssentials
public import Kernel

/// Conversion of a measured concentration to the reference oxygen content (折算; GB 13271-2014 5.2, GB 4915-2013 4.1.4,
/// GB 31572-2015 5.1.5, GB 18484-2020).
///
/// Each hour by itself, then averaged: the mean of converted values is not the converted mean.
public enum OxygenConversion {
    /// One hour of a furnace.
    public struct Hour: Codable, Sendable, Equatable {
        /// The concentration as measured: dry, 273 K, 101.325 kPa.
        public let measured: DecimalNumber
        /// The oxygen content of the same gas, per cent; nil when it was not measured.
        public let oxygen: DecimalNumber?
        /// How the fire gets its oxygen.
        public let combustion: Combustion
        /// Whether the furnace burnt at all.
        public let state: FurnaceState

        /// An hour of a furnace.
        public init(
            measured: DecimalNumber, oxygen: DecimalNumber?, combustion: Combustion = .air,
            state: FurnaceState = .running
        ) {
            self.measured = measured
            self.oxygen = oxygen
            self.combustion = combustion
            self.state = state
        }
    }

    /// How a fire gets its oxygen.
    public enum Combustion: Codable, Sendable, Equatable {
        /// From air with 21 %.
        case air
        /// From air with more oxygen than that, per cent.
        case enrichedAir(oxygen: DecimalNumber)
        /// From the waste gas itself (GB 37822-2019 10.3.3), with its oxygen content where it enters, per cent.
        case wasteGas(inletOxygen: DecimalNumber?)
    }

    /// Whether a furnace burns.
    public enum FurnaceState: String, Codable, Sendable, CaseIterable {
        case running, stopped
    }

    /// What came of it.
    public enum Outcome: Codable, Sendable, Equatable {
        /// The converted concentration, in the unit of the measured one.
        case converted(ExactQuotient)
        /// The measured concentration is judged as it is.
        case asMeasured(DecimalNumber)
        /// Nothing can be judged.
        case notConverted(Reason)
    }

    /// Why nothing is converted.
    public enum Reason: String, Codable, Sendable, CaseIterable {
        case oxygenMissing = "oxygen-missing"
        /// Below zero per cent: the instrument is wrong.
        case oxygenBelowZero = "oxygen-below-zero"
        /// As much oxygen as in the air that goes in, or more: there is no fire, and the formula has no answer.
        case oxygenOfAir = "oxygen-of-air"
        case furnaceStopped = "furnace-stopped"
        case inletOxygenMissing = "inlet-oxygen-missing"
        /// The furnace's standard gives no formula for enriched air, or the air is not enriched.
        case noFormulaForThisAir = "no-formula-for-this-air"

        /// The words of steps.
        public var phrase: Phrase {
            switch self {
            case .oxygenMissing: Phrase("无含氧量，不能折算", "no oxygen content: cannot be converted")
            case .oxygenBelowZero: Phrase("含氧量为负，不能折算", "the oxygen content is below zero: cannot be converted")
            case .oxygenOfAir:
                Phrase("含氧量不低于助燃空气，不折算，视为未生产", "as much oxygen as in air: not converted, counts as not running")
            case .furnaceStopped: Phrase("停炉，不折算", "the furnace stood still: not converted")
            case .inletOxygenMissing: Phrase("无进口含氧量，不能判断", "no oxygen content at the inlet: cannot be told")
            case .noFormulaForThisAir:
                Phrase("该炉型标准无此助燃空气的折算公式", "the furnace's standard has no formula for this air")
            }
        }
    }

    private static let airPercent = DecimalNumber(21)

    /// Converts one hour.
    public static func convert(
        _ hour: Hour, to reference: ReferenceOxygen, figures: ConversionFigures
    ) -> Ruling<Outcome> {
        guard hour.state == .running else { return refusal(.furnaceStopped) }
        guard let oxygen = hour.oxygen else { return refusal(.oxygenMissing) }
        guard oxygen >= DecimalNumber(0) else { return refusal(.oxygenBelowZero) }
        switch hour.combustion {
        case .air:
            return convert(hour.measured, oxygen: oxygen, of: airPercent, to: reference, figures: figures)
        case .enrichedAir(let supplied):
            guard reference.knowsEnrichedAir, supplied >= airPercent else { return refusal(.noFormulaForThisAir) }
            return convert(hour.measured, oxygen: oxygen, of: supplied, to: reference, figures: figures)
        case .wasteGas(let inlet):
            guard let inlet else { return refusal(.inletOxygenMissing) }
            guard oxygen > inlet else {
                let step = Phrase(
                    "无需补充空气，出口含氧量 \(oxygen) % ≤ 进口 \(inlet) %，"
                        + "以实测浓度 \(hour.measured) 判定（GB 37822-2019 10.3.3）",
                    "no air is added, oxygen \(oxygen) % ≤ \(inlet) % at the inlet: judged as measured, "
                        + "\(hour.measured) (GB 37822-2019 10.3.3)")
                return Ruling(outcome: .asMeasured(hour.measured), steps: [step])
            }
            return convert(hour.measured, oxygen: oxygen, of: airPercent, to: reference, figures: figures)
        }
    }

    /// C × (21 − reference) ÷ (supplied − measured oxygen). The dividend stays 21 − reference with enriched air too:
    /// GB 18484-2020 formula (6) has the constant 10.
    private static func convert(
        _ measured: DecimalNumber, oxygen: DecimalNumber, of supplied: DecimalNumber, to reference: ReferenceOxygen,
        figures: ConversionFigures
    ) -> Ruling<Outcome> {
        guard oxygen < supplied else { return refusal(.oxygenOfAir) }
        let stopped = figures.stoppedFromPercent
        guard supplied > airPercent || oxygen < stopped.value else {
            let limit = stopped.shown(unit: "%")
            let step = Phrase(
                "含氧量 \(oxygen) % ≥ \(limit.zh)，视为停炉", "oxygen \(oxygen) % ≥ \(limit.en): counts as stopped")
            return Ruling(outcome: .notConverted(.furnaceStopped), steps: [step])
        }
        let above = DecimalNumber(airPercent.value - reference.percent.value)
        let below = DecimalNumber(supplied.value - oxygen.value)
        let converted = ExactQuotient(DecimalNumber(measured.value * above.value), over: below)
        let formula = "\(measured) × \(above) ÷ (\(supplied) − \(oxygen)) = \(converted.text)"
        let base = Phrase(
            "基准含氧量 \(reference.percent) %（\(reference.furnace.zh)，\(reference.certainty.phrase.zh)）",
            "reference oxygen \(reference.percent) % (\(reference.furnace.en), \(reference.certainty.phrase.en))")
        return Ruling(
            outcome: .converted(converted),
            steps: [base, Phrase("折算浓度 = \(formula)", "converted = \(formula)")])
    }

    private static func refusal(_ reason: Reason) -> Ruling<Outcome> {
        Ruling(outcome: .notConverted(reason), steps: [reason.phrase])
    }
}
