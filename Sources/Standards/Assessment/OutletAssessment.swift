import Facts
public import Kernel

/// Puts single values beside the default limits of their day: trade to table, table to limit, water to the reference
/// volume where it is known, unit to unit, then rule STD-01.
public struct OutletAssessment: Sendable {
    private let limits: DischargeLimits
    private let standards: IndustryStandards
    private let volumes: [ReferenceWaterVolume]

    /// An assessment over these tables.
    public init(limits: DischargeLimits, standards: IndustryStandards, volumes: [ReferenceWaterVolume] = []) {
        self.limits = limits
        self.standards = standards
        self.volumes = volumes
    }

    /// What came of a value.
    public struct Answer: Sendable, Equatable {
        /// The limit it was put beside; nil when there was none, or more than one.
        public let limit: DischargeLimit?
        /// What came of it.
        public let verdict: Verdict
        /// Each step in words.
        public let steps: [Phrase]
    }

    /// What came of it.
    public enum Verdict: Sendable, Equatable {
        case complies
        /// Above the limit; the multiple is nil where there is none.
        case exceeds(multiple: DecimalNumber?)
        case notJudged(Reason)
    }

    /// Why a value was not judged.
    public enum Reason: String, Sendable, CaseIterable {
        /// The trade has no table of ours: the permit decides.
        case permitDecides = "permit-decides"
        /// The table is not in force on the day, or there is no such table.
        case tableNotInForce = "table-not-in-force"
        /// The table does not limit this factor over this time.
        case noLimit = "no-limit"
        /// Several lines are possible; water temperature or day of construction is missing.
        case circumstancesMissing = "circumstances-missing"
        /// The value's unit does not convert into the limit's.
        case unitsDiffer = "units-differ"
        case detectionLimitMissing = "detection-limit-missing"
        /// The table knows no reference volume of a product on the day.
        case referenceVolumeMissing = "reference-volume-missing"

        /// The words of steps.
        public var phrase: Phrase {
            switch self {
            case .permitDecides: Phrase("无默认标准，以排污许可证为准", "no default: the permit decides")
            case .tableNotInForce: Phrase("该表当日不适用", "the table is not in force on that day")
            case .noLimit: Phrase("该表未对此因子和时段规定限值", "the table has no limit for this factor and period")
            case .circumstancesMissing:
                Phrase("缺少水温或建设日期，不能确定限值", "water temperature or day of construction is missing")
            case .unitsDiffer: Phrase("单位不能换算为限值单位", "the unit does not convert into the limit's")
            case .referenceVolumeMissing:
                Phrase("该表当日没有此产品的基准排水量", "the table has no reference volume of a product on that day")
            case .detectionLimitMissing: Phrase("缺少方法检出限", "the method's detection limit is missing")
            }
        }
    }

    /// Puts a value beside its default limit.
    public func assess(_ value: OutletValue, method: ComparisonMethod = .wholeValue) -> Answer {
        var steps: [Phrase] = []
        let day = value.circumstances.day
        let name: DischargeTable.Name
        switch value.place {
        case .table(let given): name = given
        case .trade(let industry, let discharge):
            guard let row = standards.defaults(for: industry, discharge: discharge, on: day).first else {
                return refusal(.permitDecides, steps)
            }
            steps += [IndustryStandards.notice, row.remark]
            guard let table = row.table else { return refusal(.permitDecides, steps) }
            name = table
        }
        guard let table = limits.table(name), !limits.limits(of: name, on: day).isEmpty else {
            return refusal(.tableNotInForce, steps)
        }
        steps.append(Phrase("\(name.standard) \(table.title.zh)", "\(name.standard) \(table.title.en)"))
        if table.datesCertainty != .verified {
            let doubt = table.datesCertainty.phrase
            steps.append(Phrase("适用日期：\(doubt.zh)", "its days: \(doubt.en)"))
        }
        steps += [table.remark].compactMap { $0 }
        let findings = limits.findings(of: name, for: value.factor, in: value.circumstances)
            .filter { $0.limits[0].averaging.judges(value.period) }
        switch findings.first {
        case nil: return refusal(.noLimit, steps)
        case .depends(let several):
            let conditions = several.map { limit in
                let words = limit.condition.phrase ?? Phrase("", "")
                return Phrase("\(limit.bound)：\(words.zh)", "\(limit.bound): \(words.en)")
            }
            return refusal(.circumstancesMissing, steps + conditions)
        case .one(let limit):
            guard let undiluted = Self.undiluted(value, in: name, volumes: volumes) else {
                return refusal(.referenceVolumeMissing, steps, limit: limit)
            }
            return compare(
                value, undiluted.outcome, with: limit, method: method, behind: steps + undiluted.steps)
        }
    }

    private func compare(
        _ value: OutletValue, _ number: ExactQuotient, with limit: DischargeLimit, method: ComparisonMethod,
        behind steps: [Phrase]
    ) -> Answer {
        guard let unit = limit.measurementUnit, let ratio = try? UnitConversion.ratio(from: value.unit, to: unit),
            let converted = ratio.applied(to: number.numerator)
        else { return refusal(.unitsDiffer, steps, limit: limit) }
        let ruling = LimitComparison.decide(
            LimitComparison.Input(
                value: ExactQuotient(converted, over: number.denominator), limit: limit, method: method,
                detectionLimit: value.detectionLimit.flatMap(ratio.applied)))
        let verdict: Verdict =
            switch ruling.outcome {
            case .complies: .complies
            case .exceeds(let multiple): .exceeds(multiple: multiple)
            case .notComparable(.detectionLimitMissing): .notJudged(.detectionLimitMissing)
            }
        return Answer(limit: limit, verdict: verdict, steps: steps + ruling.steps)
    }

    private func refusal(_ reason: Reason, _ steps: [Phrase], limit: DischargeLimit? = nil) -> Answer {
        Answer(limit: limit, verdict: .notJudged(reason), steps: steps + [reason.phrase])
    }
}
