public import Facts
public import Kernel

/// Which marked hours of a waste incinerator are not judged, by counting what its marks have used up.
///
/// Counted in event time: the order in which marks arrive changes nothing. Every marked hour counts, exempt or not,
/// because the rules limit how long a condition may last, not how often it helped.
public enum IncineratorExemptions {
    /// What a furnace's or an analyser's mark says.
    public enum Condition: String, Codable, Sendable, CaseIterable {
        /// 启炉, 停炉, 故障, 事故.
        case starting, stopping, fault, accident
        /// 烘炉, 停炉降温: no waste in the furnace.
        case warming, cooling
        /// CEMS 维护.
        case maintenance
    }

    /// One marked hour.
    public struct MarkedHour: Codable, Sendable, Equatable {
        /// Start of the hour.
        public let hour: Instant
        /// What the mark says.
        public let condition: Condition
        /// The hourly mean of particulate matter, mg/m³; nil when it was not measured.
        public let particulate: DecimalNumber?

        /// A marked hour.
        public init(hour: Instant, condition: Condition, particulate: DecimalNumber? = nil) {
            self.hour = hour
            self.condition = condition
            self.particulate = particulate
        }
    }

    /// Why a marked hour is judged all the same.
    public enum Refusal: String, Codable, Sendable, CaseIterable {
        case yearUsedUp = "year-used-up"
        case quarterUsedUp = "quarter-used-up"
        case tooLongInARow = "too-long-in-a-row"
        case particulateMissing = "particulate-missing"
        case particulateTooHigh = "particulate-too-high"
    }

    /// What holds for one hour.
    public struct Answer: Codable, Sendable, Equatable {
        /// Start of the hour.
        public let hour: Instant
        /// Why it is judged; nil when it is exempt.
        public let refusal: Refusal?
        /// How many hours of its kind the year (the quarter) and the row have up to this one.
        public let used: Used
    }

    /// Hours counted, this one included.
    public struct Used: Codable, Sendable, Equatable {
        /// Of the calendar year, for maintenance of the calendar quarter.
        public let inPeriod: Int
        /// One after the other in the same condition.
        public let inARow: Int
    }

    /// The answers for all marked hours of a furnace, oldest first; the hours of its years must all be given. An hour
    /// given twice counts once, with its first condition in the order of `Condition`.
    public static func judge(_ hours: [MarkedHour], figures: ExemptionFigures) -> Ruling<[Answer]> {
        var counted: [Period: Int] = [:]
        var previous: MarkedHour?
        var inARow = 0
        var answers: [Answer] = []
        for marked in inOrder(hours) {
            let continues = previous.map {
                $0.condition == marked.condition && $0.hour.adding(hours: 1) == marked.hour
            }
            inARow = continues == true ? inARow + 1 : 1
            previous = marked
            let period = Period(marked)
            counted[period, default: 0] += 1
            let used = Used(inPeriod: counted[period, default: 0], inARow: inARow)
            answers.append(
                Answer(
                    hour: marked.hour, refusal: refusal(of: marked, used: used, figures: figures), used: used))
        }
        let steps = zip(inOrder(hours), answers).map { marked, answer in
            step(marked, answer, limit: limit(of: marked.condition.kind, figures: figures))
        }
        return Ruling(outcome: answers, steps: steps)
    }

    /// Conditions that share a count.
    fileprivate enum Kind {
        case irregular, withoutWaste, maintenance
    }

    /// What is counted together.
    private struct Period: Hashable {
        let kind: Kind
        let year: Int
        /// 0…3 where quarters are counted, else 0.
        let quarter: Int

        init(_ marked: MarkedHour) {
            let date = marked.hour.civil.date.parts
            kind = marked.condition.kind
            year = date.year
            quarter = kind == .maintenance ? (date.month - 1) / 3 : 0
        }
    }

    private static func refusal(of marked: MarkedHour, used: Used, figures: ExemptionFigures) -> Refusal? {
        let kind = marked.condition.kind
        let isUsedUp = used.inPeriod > limit(of: kind, figures: figures).value
        switch kind {
        case .irregular:
            if isUsedUp { return .yearUsedUp }
            if let most = inARow(of: marked.condition, figures: figures), used.inARow > most.value {
                return .tooLongInARow
            }
            guard let particulate = marked.particulate else { return .particulateMissing }
            return particulate > DecimalNumber(figures.particulateMax.value) ? .particulateTooHigh : nil
        case .withoutWaste: return isUsedUp ? .yearUsedUp : nil
        case .maintenance: return isUsedUp ? .quarterUsedUp : nil
        }
    }

    /// How long a condition may last; nil where the texts give no length, such as for stopping.
    private static func inARow(of condition: Condition, figures: ExemptionFigures) -> RuleFigure<Int>? {
        switch condition {
        case .starting: figures.startingHoursInARowMax
        case .fault, .accident: figures.irregularHoursInARowMax
        case .stopping, .warming, .cooling, .maintenance: nil
        }
    }

    private static func limit(of kind: Kind, figures: ExemptionFigures) -> RuleFigure<Int> {
        switch kind {
        case .irregular: figures.irregularHoursPerYearMax
        case .withoutWaste: figures.warmingHoursPerYearMax
        case .maintenance: figures.maintenanceHoursPerQuarterMax
        }
    }

    private static func inOrder(_ hours: [MarkedHour]) -> [MarkedHour] {
        let rank = Dictionary(uniqueKeysWithValues: zip(Condition.allCases, 0...))
        let sorted = hours.sorted { left, right in
            (left.hour, rank[left.condition] ?? 0) < (right.hour, rank[right.condition] ?? 0)
        }
        var seen: Set<Instant> = []
        return sorted.filter { seen.insert($0.hour).inserted }
    }

    private static func step(_ marked: MarkedHour, _ answer: Answer, limit: RuleFigure<Int>) -> Phrase {
        let (name, time) = (marked.condition.phrase, marked.hour.civil.minuteText)
        let (used, most) = (answer.used, limit.shown())
        let verdict = answer.refusal?.phrase ?? Phrase("不参与判定", "not judged")
        return Phrase(
            "\(time)：\(name.zh)，累计 \(used.inPeriod) 小时，上限 \(most.zh)，连续 \(used.inARow) 小时：\(verdict.zh)",
            "\(time): \(name.en), \(used.inPeriod) h counted of \(most.en), \(used.inARow) h in a row: \(verdict.en)")
    }
}

extension IncineratorExemptions.Condition {
    fileprivate var kind: IncineratorExemptions.Kind {
        switch self {
        case .starting, .stopping, .fault, .accident: .irregular
        case .warming, .cooling: .withoutWaste
        case .maintenance: .maintenance
        }
    }

    /// The words of pages.
    public var phrase: Phrase {
        switch self {
        case .starting: Phrase("启炉", "starting")
        case .stopping: Phrase("停炉", "stopping")
        case .fault: Phrase("故障", "fault")
        case .accident: Phrase("事故", "accident")
        case .warming: Phrase("烘炉", "warming")
        case .cooling: Phrase("停炉降温", "cooling")
        case .maintenance: Phrase("CEMS维护", "maintenance of the analysers")
        }
    }
}

extension IncineratorExemptions.Refusal {
    /// The words of steps.
    public var phrase: Phrase {
        switch self {
        case .yearUsedUp: Phrase("年度时长已用完，参与判定", "the year's hours are used up: judged")
        case .quarterUsedUp: Phrase("季度时长已用完，参与判定", "the quarter's hours are used up: judged")
        case .tooLongInARow: Phrase("单次持续过长，参与判定", "too long in a row: judged")
        case .particulateMissing: Phrase("无颗粒物小时值，参与判定", "no hourly mean of particulate matter: judged")
        case .particulateTooHigh: Phrase("颗粒物超过上限，参与判定", "too much particulate matter: judged")
        }
    }
}
