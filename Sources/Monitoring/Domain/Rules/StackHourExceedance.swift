import Facts
import Kernel

/// MON-01: a stack's hourly mean of a pollutant, device-converted first, stands above the limit of its day.
///
/// The input is the window around one suspected episode; the outcome is the episode in it, or none when the effective
/// values no longer carry one.
struct StackHourExceedance: DecisionRule {
    struct Input: Codable, Sendable, Equatable {
        /// The outlet judged.
        let outlet: OutletID
        /// The factor judged.
        let pollutant: PollutantCode
        /// The effective hourly values of the window, with their marks and frames.
        let readings: [HourReading]
        /// The limits recorded for this outlet and factor.
        let limits: [DatedLimit]
        /// The figures of the rule.
        let parameters: JudgingParameters
        /// When the decision was taken.
        let now: Instant
    }

    struct Outcome: Codable, Sendable, Equatable {
        /// The episodes found, oldest first; a window around one episode holds at most that one.
        let episodes: [ExceedanceExtent]
    }

    static let descriptor = RuleDescriptor(
        code: "MON-01", version: 1,
        title: Phrase(
            "固定污染源废气：自动监测小时均值（折算值优先）超过排放限值即为超标",
            "stack emissions: an automatic hourly mean (converted value first) above the limit is an exceedance"),
        basis: Phrase(
            "浙江省大气污染防治条例第十七条（小时均值判定）；标记规则（公告2022年第21号）；预警分级为设计值",
            "Zhejiang air pollution regulation art. 17 (hourly mean decides); marking rules (notice 2022 no. 21); "
                + "warning levels are design values"),
        validFrom: CivilDate(dayNumber: 18_262), validTo: nil, certainty: .fromMemory)

    static func decide(_ input: Input) -> Ruling<Outcome> {
        let episodes = ExceedanceSpans.find(
            in: input.readings, limits: input.limits, parameters: input.parameters, now: input.now)
        let hours = input.readings.sorted { $0.hour < $1.hour }.map { reading in
            step(for: reading, in: input)
        }
        return Ruling(outcome: Outcome(episodes: episodes), steps: hours + [conclusion(episodes)])
    }

    private static func step(for reading: HourReading, in input: Input) -> Phrase {
        let hour = reading.hour.civil.minuteText
        guard let value = reading.judged else {
            return Phrase("\(hour)：无小时值，不作判定", "\(hour): no hourly value, not judged")
        }
        guard reading.isValid else {
            let mark = reading.mark ?? ""
            return Phrase("\(hour)：标记 \(mark)，不作判定", "\(hour): marked \(mark), not judged")
        }
        guard let limit = input.limits.inForce(on: reading.hour.civil.date) else {
            return Phrase("\(hour)：当日无有效限值，不作判定", "\(hour): no limit in force, not judged")
        }
        let judged = JudgedHour(reading, limits: input.limits, parameters: input.parameters, now: input.now)
        let kind =
            reading.converted == nil
            ? Phrase("实测值", "measured value") : Phrase("折算值", "converted value")
        switch judged.verdict {
        case .unjudged:
            return Phrase("\(hour)：该小时尚未结束，暂不判定", "\(hour): the hour is not over yet, not judged")
        case .exceeds:
            return Phrase(
                "\(hour)：\(kind.zh) \(value) > 限值 \(limit.limit) mg/m³（\(limit.source)），超标",
                "\(hour): \(kind.en) \(value) > limit \(limit.limit) mg/m³ (\(limit.source)), exceeds")
        case .complies:
            return Phrase(
                "\(hour)：\(kind.zh) \(value) ≤ 限值 \(limit.limit) mg/m³（\(limit.source)），达标",
                "\(hour): \(kind.en) \(value) ≤ limit \(limit.limit) mg/m³ (\(limit.source)), complies")
        }
    }

    private static func conclusion(_ episodes: [ExceedanceExtent]) -> Phrase {
        guard let episode = episodes.first else {
            return Phrase("结论：不构成超标", "conclusion: no exceedance")
        }
        return Phrase(
            "结论：超标 \(episode.hours) 小时，最高 \(episode.peak) mg/m³，超标 \(episode.multiple) 倍",
            "conclusion: \(episode.hours) hours above the limit, peak \(episode.peak) mg/m³, "
                + "\(episode.multiple) times over")
    }
}
