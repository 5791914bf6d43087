import HJ212
import Kernel

/// What a device said, in words where the field is known, else as it said it.
enum AnswerPhrase {
    /// The phrases of a stored answer, `key=value` parted by `; `.
    static func phrases(of answer: String, askedAt: Instant?) -> [Phrase] {
        answer.split(separator: "; ").map { part in
            let halves = part.split(separator: "=", maxSplits: 1).map(String.init)
            guard halves.count == 2 else { return Phrase(String(part), String(part)) }
            return phrase(halves[0], halves[1], askedAt) ?? Phrase(String(part), String(part))
        }
    }

    private static func phrase(_ key: String, _ value: String, _ askedAt: Instant?) -> Phrase? {
        switch key {
        case "SystemTime": return CivilStamp(value).map { time($0, askedAt) }
        case "RtdInterval": return Phrase("实时数据间隔 \(value) 秒", "real-time interval \(value) s")
        case "MinInterval": return Phrase("分钟数据间隔 \(value) 分钟", "minute interval \(value) min")
        default: return nil
        }
    }

    /// The device's time, and how far it is from ours; the way there and back is in that difference.
    private static func time(_ stamp: CivilStamp, _ askedAt: Instant?) -> Phrase {
        let shown = Instant(milliseconds: stamp.millisecondsSince1970)
        let text = shown.civil.secondText
        guard let askedAt else { return Phrase("设备时间 \(text)", "its time \(text)") }
        let lead = shown.milliseconds(since: askedAt) / 1_000
        return Phrase("设备时间 \(text)，与平台相差 \(lead) 秒", "its time \(text), \(lead) s from ours")
    }
}
