import Facts
import Kernel

/// MON-02: a daily mean of waste water that breaks the limit of its day. The clause is known from memory only, so the
/// rule decides nothing but on days for which an authority recorded that it adopts it.
struct WaterDayExceedance: DecisionRule {
    struct Input: Codable, Sendable, Equatable {
        /// The outlet judged.
        let outlet: OutletID
        /// The factor judged.
        let pollutant: PollutantCode
        /// The effective uploaded daily values of the window.
        let readings: [HourReading]
        /// The limits recorded for this outlet and factor.
        let limits: [DatedLimit]
        /// The figures of the rule.
        let parameters: JudgingParameters
        /// When the decision was taken.
        let now: Instant
        /// What the authority adopted.
        let adoptions: [RuleAdoption]
    }

    typealias Outcome = StackHourExceedance.Outcome

    static let code = "MON-02"
    static let descriptor = RuleDescriptor(
        code: code, version: 1,
        title: Phrase(
            "废水：自动监测日均值不符合排放限值即为超标；小时值超限只作预警",
            "waste water: an automatic daily mean that breaks its limit is an exceedance; an hour only warns"),
        basis: Phrase(
            "GB 18918-2002、GB 8978-1996（日均值）；HJ 356-2019（条文凭记忆，未核对）；仅在主管部门登记采用后判定",
            "GB 18918-2002 and GB 8978-1996 (daily mean); HJ 356-2019 (from memory, clause not checked); decides only "
                + "where the authority recorded that it adopts it"),
        validFrom: StackHourExceedance.descriptor.validFrom, validTo: nil, certainty: .fromMemory)

    static func decide(_ input: Input) -> Ruling<Outcome> {
        let adopted = input.readings.adopted(by: input.adoptions)
        let episodes = ExceedanceSpans.find(
            in: adopted, limits: input.limits, parameters: input.parameters, now: input.now, period: .day)
        let papers = input.adoptions.map(\.step)
        let days = input.readings.sorted { $0.hour < $1.hour }.map { reading in
            adopted.contains(reading)
                ? MeanSteps.step(
                    for: reading, limits: input.limits, parameters: input.parameters, now: input.now, period: .day)
                : Phrase(
                    "\(reading.hour.civil.date)：当日未采用本规则，不作判定",
                    "\(reading.hour.civil.date): the rule was not adopted for this day, not judged")
        }
        return Ruling(
            outcome: Outcome(episodes: episodes),
            steps: papers + days + [MeanSteps.conclusion(episodes, period: .day)])
    }
}
