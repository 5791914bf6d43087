import Facts
import Kernel
import Standards

extension EpisodeEvidence {
    /// Low five-minute means that are told one by one; the furnace's page has all of them. Design value.
    private static let lowMeansTold = 12

    /// The days of a furnace that a decision read, each by the mean that decides it, with its low means.
    static func furnaceDays(_ read: LowFurnaceTemperature.Input) -> [Hour] {
        read.days.sorted { $0.day < $1.day }.map { day in
            let limit = read.limits.inForce(on: day.day, of: .day)
            let counted = LowFurnaceTemperature.count(day, limits: read.limits, figures: read.figures)?.outcome
            let low = limit.map { day.lowWindows(below: $0.limit).map(LowMean.init) } ?? []
            return Hour(
                hour: Instant(startOf: day.day), value: day.deciding(lowMax: read.figures.lowWindowsMax.value),
                measured: nil, lowest: day.lowest, limit: limit?.limit, inForce: limit, mark: nil,
                exceeds: counted?.isViolation ?? false, isJudged: counted != nil,
                remark: counted.map { remark($0, low) },
                frame: day.framesRoot, page: "/outlets/\(read.outlet)/furnace/\(day.day)", lowMeans: low)
        }
    }

    private static func remark(_ counted: LowTemperatureDay.Outcome, _ low: [LowMean]) -> Phrase {
        let told = low.prefix(lowMeansTold).map { "\($0.start.civil.minuteText.suffix(5)) \($0.mean)" }
        let (zh, en) = (told.joined(separator: "、"), told.joined(separator: ", "))
        let more = low.count - told.count
        let counts = Phrase(
            "5分钟均值低于限值 \(counted.low) 次，缺 \(counted.missing) 次，标记豁免 \(counted.exempt) 次",
            "five-minute means below the limit: \(counted.low), missing: \(counted.missing), "
                + "taken out by a mark: \(counted.exempt)")
        guard !told.isEmpty else { return counts }
        return Phrase(
            counts.zh + "：\(zh)\(more > 0 ? " 等" : "") ℃",
            counts.en + "; \(en)\(more > 0 ? " and \(more) more" : "") °C")
    }
}
