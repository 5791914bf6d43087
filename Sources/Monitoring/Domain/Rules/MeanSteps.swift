import Facts
import Kernel

/// The steps of rules that put hourly or daily means beside limits, in words.
enum MeanSteps {
    /// What came of one mean, and why.
    static func step(
        for reading: HourReading, limits: [DatedLimit], parameters: JudgingParameters, now: Instant,
        period: MeanPeriod
    ) -> Phrase {
        let at = period == .hour ? reading.hour.civil.minuteText : reading.hour.civil.date.description
        guard let value = reading.judged else {
            return Phrase("\(at)：无\(period.phrase.zh)，不作判定", "\(at): no \(period.phrase.en), not judged")
        }
        guard reading.isValid else {
            let mark = reading.mark ?? ""
            return Phrase("\(at)：标记 \(mark)，不作判定", "\(at): marked \(mark), not judged")
        }
        guard let limit = limits.inForce(on: reading.hour.civil.date, of: period) else {
            return Phrase("\(at)：当日无有效限值，不作判定", "\(at): no limit in force, not judged")
        }
        let judged = JudgedHour(reading, limits: limits, parameters: parameters, now: now, period: period)
        let kind =
            reading.converted == nil
            ? Phrase("实测值", "measured value") : Phrase("折算值", "converted value")
        let beside = Phrase(
            "\(at)：\(kind.zh) \(value)\(limit.unitBehind)，限值 \(limit.text)（\(limit.sourceText.zh)）",
            "\(at): \(kind.en) \(value)\(limit.unitBehind), limit \(limit.text) (\(limit.sourceText.en))")
        switch judged.verdict {
        case .unjudged:
            return Phrase("\(at)：该时段尚未结束，暂不判定", "\(at): this time is not over yet, not judged")
        case .exceeds: return Phrase("\(beside.zh)，超标", "\(beside.en), exceeds")
        case .complies: return Phrase("\(beside.zh)，达标", "\(beside.en), complies")
        }
    }

    /// What follows from all of them.
    static func conclusion(_ episodes: [ExceedanceExtent], period: MeanPeriod) -> Phrase {
        guard let episode = episodes.first else {
            return Phrase("结论：不构成超标", "conclusion: no exceedance")
        }
        let count =
            period == .hour
            ? Phrase("\(episode.hours) 小时", "\(episode.hours) hours")
            : Phrase("\(episode.hours) 天", "\(episode.hours) days")
        // Replaying compares these words with those of old decisions, which count a multiple of 0 as one.
        let times =
            episode.unit != "1" && episode.unit != "degC"
            ? Phrase("超标 \(episode.multiple) 倍", "\(episode.multiple) times over") : Phrase("不计倍数", "no multiple")
        return Phrase(
            "结论：超标 \(count.zh)，最远离限值的为 \(episode.peak)，\(times.zh)",
            "conclusion: \(count.en) beyond the limit, farthest \(episode.peak), \(times.en)")
    }
}
