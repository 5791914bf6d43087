public import Facts
public import Kernel
import Standards

/// An hour or a day of a case of which another value, or the same with another mark, was sent later.
public struct ReplacedValue: Sendable, Equatable {
    /// One version in which it was sent.
    public struct Version: Sendable, Equatable {
        /// The value judged, in the unit of the limit; nil where none was sent.
        public let value: DecimalNumber?
        /// As measured, where the value is converted from it; nil elsewhere.
        public let measured: DecimalNumber?
        /// The data mark as sent; nil when there was none.
        public let mark: String?
        /// The data time of its frame: of a day's, anywhere in the day.
        public let dataTime: Instant
        /// The frame it came in.
        public let frame: Digest256
        /// When that was received.
        public let receivedAt: Instant

        /// One version.
        public init(
            value: DecimalNumber?, measured: DecimalNumber?, mark: String?, dataTime: Instant, frame: Digest256,
            receivedAt: Instant
        ) {
            self.value = value
            self.measured = measured
            self.mark = mark
            self.dataTime = dataTime
            self.frame = frame
            self.receivedAt = receivedAt
        }

        /// The value with all that may have been changed of it.
        fileprivate var phrase: Phrase {
            let zh = [measured.map { "实测 \($0)" }, mark.map { "标记 \($0)" } ?? "无标记"].compactMap(\.self)
            let en = [measured.map { "measured \($0)" }, mark.map { "mark \($0)" } ?? "no mark"].compactMap(\.self)
            return Phrase(
                "\(value?.description ?? "无值")（\(zh.joined(separator: "，"))）",
                "\(value?.description ?? "no value") (\(en.joined(separator: ", ")))")
        }
    }

    /// The factor.
    public let pollutant: PollutantCode
    /// Start of the hour or the day.
    public let start: Instant
    /// What it is a mean of.
    public let period: MeanPeriod
    /// What was sent, in the order in which versions count: two or more, the last one stands.
    public let versions: [Version]
    /// The sign of rewritten values that was seen of it; nil for none.
    public let sign: SuspicionID?

    /// An hour or a day that was sent again otherwise.
    public init(
        pollutant: PollutantCode, start: Instant, period: MeanPeriod, versions: [Version], sign: SuspicionID? = nil
    ) {
        self.pollutant = pollutant
        self.start = start
        self.period = period
        self.versions = versions
        self.sign = sign
    }

    /// As many versions are told in words; of more the first and the last ones. Design value.
    private static let toldMax = 6

    /// The versions that are told: a device that sends one hour a hundred times fills no paper.
    var told: [Version] {
        versions.count <= Self.toldMax
            ? versions : versions.prefix(Self.toldMax / 2) + versions.suffix(Self.toldMax / 2)
    }

    /// Value and mark before and now, with the moment, in words.
    var phrase: Phrase { phrase { $0.phrase } }

    /// The same with the beginning of each frame's SHA-256, for a paper.
    var citation: Phrase {
        phrase { version in
            let (words, frame) = (version.phrase, version.frame.hex.prefix(16))
            return Phrase("\(words.zh)〔报文 \(frame)〕", "\(words.en) [frame \(frame)]")
        }
    }

    private func phrase(_ words: (Version) -> Phrase) -> Phrase {
        let name = Pollutant(pollutant).name
        let when =
            period == .day
            ? Phrase("\(start.civil.date) 日均值", "\(start.civil.date), daily mean")
            : Phrase(start.civil.minuteText, start.civil.minuteText)
        let parts = told.map(words)
        let left = versions.count - parts.count
        let more = left > 0 ? Phrase("，另有 \(left) 个版本", ", and \(left) more versions") : Phrase("", "")
        let at = versions.last?.receivedAt.civil.minuteText ?? "–"
        return Phrase(
            "\(name.zh) \(when.zh)：\(parts.map(\.zh).joined(separator: " → "))\(more.zh)（\(at) 收到）",
            "\(name.en) \(when.en): \(parts.map(\.en).joined(separator: " → "))\(more.en) (received at \(at))")
    }
}
