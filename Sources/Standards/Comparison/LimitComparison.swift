public import Facts
public import Kernel

/// STD-01: a value put beside a discharge limit, by the whole-value or the rounded-value method of GB/T 8170.
public enum LimitComparison: DecisionRule {
    /// What is compared.
    public struct Input: Codable, Sendable, Equatable {
        /// The value, in the limit's unit.
        public let value: ExactQuotient
        /// The limit.
        public let limit: DischargeLimit
        /// How it is put beside the limit.
        public let method: ComparisonMethod
        /// The detection limit of the method of measuring, in the limit's unit; only "not detectable" asks for it.
        public let detectionLimit: DecimalNumber?

        /// What is compared.
        public init(
            value: ExactQuotient, limit: DischargeLimit, method: ComparisonMethod = .wholeValue,
            detectionLimit: DecimalNumber? = nil
        ) {
            self.value = value
            self.limit = limit
            self.method = method
            self.detectionLimit = detectionLimit
        }
    }

    /// What came of it.
    public enum Outcome: Codable, Sendable, Equatable {
        /// The value meets the limit; a value equal to it does.
        case complies
        /// It does not; the multiple is nil for pH, temperature, minima and "not detectable".
        case exceeds(multiple: DecimalNumber?)
        /// It cannot be compared.
        case notComparable(Reason)
    }

    /// Why a value cannot be compared.
    public enum Reason: String, Codable, Sendable, CaseIterable {
        /// "Not detectable" means below the detection limit, and that was not given.
        case detectionLimitMissing = "detection-limit-missing"
    }

    public static let descriptor = RuleDescriptor(
        code: "STD-01", version: 1,
        title: Phrase(
            "监测值与排放限值比较：等于限值为达标；默认采用全数值比较法",
            "a value beside a discharge limit: equal to it complies; by the whole-value method unless said otherwise"),
        basis: Phrase("GB/T 8170-2008 第4.3条；各排放标准", "GB/T 8170-2008 clause 4.3; the discharge standards"),
        validFrom: CivilDate(dayNumber: 14_245), validTo: nil, certainty: .fromMemory)

    public static func decide(_ input: Input) -> Ruling<Outcome> {
        let source = Phrase(
            "依据 \(input.limit.clause.zh)（\(input.limit.certainty.phrase.zh)），\(input.method.phrase.zh)",
            "by \(input.limit.clause.en) (\(input.limit.certainty.phrase.en)), \(input.method.phrase.en)")
        let bare = compare(
            input.value, with: input.limit.bound, unit: input.limit.unit, method: input.method,
            detectionLimit: input.detectionLimit)
        return Ruling(outcome: bare.outcome, steps: [source] + bare.steps + [input.limit.remark].compactMap { $0 })
    }

    /// Compares a value with a bound in the same unit, without a source for the bound.
    public static func compare(
        _ value: ExactQuotient, with bound: LimitBound, unit: String, method: ComparisonMethod = .wholeValue,
        detectionLimit: DecimalNumber? = nil
    ) -> Ruling<Outcome> {
        switch bound {
        case .atMost(let limit):
            let compared = compared(value, to: limit, method: method)
            let hasMultiple = limit.value > DecimalNumber(0) && !unitsWithoutMultiple.contains(unit)
            let outcome: Outcome =
                compared.value > ExactQuotient(limit.value)
                ? .exceeds(multiple: hasMultiple ? ExceedMultiple.of(compared.value, over: limit.value) : nil)
                : .complies
            return ruling(outcome, compared, sign: ("≤", ">"), limit: "\(limit)", unit: unit)
        case .atLeast(let limit):
            let compared = compared(value, to: limit, method: method)
            let outcome: Outcome =
                compared.value < ExactQuotient(limit.value) ? .exceeds(multiple: nil) : .complies
            return ruling(outcome, compared, sign: ("≥", "<"), limit: "\(limit)", unit: unit)
        case .within(let lower, let upper):
            let low = compared(value, to: lower, method: method)
            let high = compared(value, to: upper, method: method)
            let isInside = low.value >= ExactQuotient(lower.value) && high.value <= ExactQuotient(upper.value)
            return ruling(
                isInside ? .complies : .exceeds(multiple: nil), low, sign: ("∈", "∉"), limit: "\(lower)–\(upper)",
                unit: unit)
        case .notDetectable:
            guard let detectionLimit else {
                let step = Phrase(
                    "不得检出：未给出方法检出限，不作判定", "not detectable: the method's detection limit is missing, not judged")
                return Ruling(outcome: .notComparable(.detectionLimitMissing), steps: [step])
            }
            let isDetected = value >= ExactQuotient(detectionLimit)
            return ruling(
                isDetected ? .exceeds(multiple: nil) : .complies, (value, value.text), sign: ("<", "≥"),
                limit: "\(detectionLimit)", unit: unit)
        }
    }

    /// The value that is put beside the limit, and how it is told.
    private static func compared(
        _ value: ExactQuotient, to limit: PrintedNumber, method: ComparisonMethod
    ) -> (value: ExactQuotient, text: String) {
        switch method {
        case .wholeValue: return (value, value.text)
        case .roundedValue:
            let rounded = value.rounded(fractionDigits: limit.fractionDigits)
            return (ExactQuotient(rounded), "\(value.text) → \(rounded)")
        }
    }

    /// pH, degrees and grades of smoke know no "times over".
    private static let unitsWithoutMultiple: Set = ["1", "degC"]

    private static func ruling(
        _ outcome: Outcome, _ compared: (value: ExactQuotient, text: String), sign: (meets: String, fails: String),
        limit: String, unit: String
    ) -> Ruling<Outcome> {
        let shownUnit = MeasurementUnit(unit)?.symbol ?? unit
        let behind = shownUnit.isEmpty ? "" : " \(shownUnit)"
        let step: Phrase
        switch outcome {
        case .complies:
            step = Phrase(
                "\(compared.text) \(sign.meets) \(limit)\(behind)，达标",
                "\(compared.text) \(sign.meets) \(limit)\(behind), complies")
        case .exceeds(let multiple):
            let times = multiple.map { Phrase(" \($0) 倍", ", \($0) times over") } ?? Phrase("，不计倍数", ", no multiple")
            step = Phrase(
                "\(compared.text) \(sign.fails) \(limit)\(behind)，超标\(times.zh)",
                "\(compared.text) \(sign.fails) \(limit)\(behind), exceeds\(times.en)")
        case .notComparable:
            step = Phrase("不作判定", "not judged")
        }
        return Ruling(outcome: outcome, steps: [step])
    }
}
