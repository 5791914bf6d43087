import Facts
import Kernel

/// A figure of a device with its meaning: how it is reckoned, from what, and how sure its limit is.
struct HealthFigure: Sendable {
    let name: Phrase
    let value: String
    /// How it comes about, with this device's own numbers.
    let meaning: Phrase
    let certainty: Certainty

    /// Receipt − QN in seconds with its sign, `+12 s`.
    static func drift(_ milliseconds: Int64?) -> String {
        guard let milliseconds else { return "–" }
        let tenths = abs(milliseconds) / 100
        let sign = tenths == 0 ? "" : milliseconds < 0 ? "−" : "+"
        return "\(sign)\(tenths / 10).\(tenths % 10) s"
    }

    /// All figures of a device in the order of its page.
    static func all(of standing: DeviceStanding, limits: HealthLimits) -> [HealthFigure] {
        [
            lastSeen(standing, limits), drift(standing, limits), minutes(standing, limits), hours(standing, limits),
            failures(standing, limits), repeats(standing), resent(standing), dialect(standing),
        ]
    }

    private static func lastSeen(_ standing: DeviceStanding, _ limits: HealthLimits) -> HealthFigure {
        HealthFigure(
            name: Phrase("最后通信", "Last seen"), value: standing.lastSeenAt?.civil.secondText ?? "–",
            meaning: Phrase(
                "最后一条入库报文的接收时间。超过 \(limits.silenceMinutesMax) 分钟无报文为离线：标准规定实时数据间隔最长 3600 秒，另加 10 分钟。",
                """
                When the last stored frame came. Offline after \(limits.silenceMinutesMax) minutes: real-time \
                values come at least every 3,600 s by the standard, and ten minutes more.
                """), certainty: .designValue)
    }

    private static func drift(_ standing: DeviceStanding, _ limits: HealthLimits) -> HealthFigure {
        HealthFigure(
            name: Phrase("时钟偏差", "Clock drift"), value: drift(standing.drift),
            meaning: Phrase(
                "最近一个有报文的小时内，各报文“接收时间 − QN”的中位数；正值表示设备时钟慢或传输延迟。超过 ±\(limits.driftSecondsMax) 秒为问题。",
                """
                The median of receipt minus QN over the frames of the newest hour that has any; positive when the \
                device's clock is slow or the line late. A finding beyond ±\(limits.driftSecondsMax) s.
                """), certainty: .designValue)
    }

    private static func minutes(_ standing: DeviceStanding, _ limits: HealthLimits) -> HealthFigure {
        let (received, expected) = (standing.minutes?.received ?? 0, standing.minutes?.expected ?? 0)
        return HealthFigure(
            name: Phrase("分钟数据捕集率", "Minute values received"), value: standing.minutes?.text ?? "–",
            meaning: Phrase(
                """
                实收 \(received) 个时段 ÷ 应收 \(expected) 个（步长 \(standing.minuteStep) 分钟，最近24个完整小时，首条分钟报文之前不计）。\
                低于 \(limits.minuteCapturePermilleMin / 10) % 为问题：一小时须有45个有效分钟（共60个；HJ 75-2017，\
                条文未核对；至2025年另有 HJ 212-2017 附录D）。
                """,
                """
                \(received) periods came of \(expected) expected (step \(standing.minuteStep) min, last 24 \
                complete hours, none before the first minute frame). A finding below \
                \(limits.minuteCapturePermilleMin / 10) %: an hour needs 45 of 60 valid minutes \
                (HJ 75-2017, its clause not checked; until 2025 also HJ 212-2017 appendix D).
                """), certainty: .fromMemory)
    }

    private static func hours(_ standing: DeviceStanding, _ limits: HealthLimits) -> HealthFigure {
        let (received, expected) = (standing.hours?.received ?? 0, standing.hours?.expected ?? 0)
        return HealthFigure(
            name: Phrase("小时数据捕集率", "Hourly values received"), value: standing.hours?.text ?? "–",
            meaning: Phrase(
                """
                实收 \(received) 个小时 ÷ 应收 \(expected) 个。低于 \(limits.hourCapturePermilleMin / 10)\
                 % 为问题（日均值须有20个有效小时：HJ 75-2017，条文未核对）。
                """,
                """
                \(received) hours came of \(expected) expected. A finding below \
                \(limits.hourCapturePermilleMin / 10) % (a daily mean needs 20 of 24 valid \
                hours: HJ 75-2017, its clause not checked).
                """), certainty: .designValue)
    }

    private static func failures(_ standing: DeviceStanding, _ limits: HealthLimits) -> HealthFigure {
        let all = standing.frames + standing.failures
        return HealthFigure(
            name: Phrase("CRC 失败", "CRC failures"), value: "\(standing.failures) / \(all)",
            meaning: Phrase(
                """
                隔离区中声称为本设备且 CRC 不符的 \(standing.failures) 次 ÷（该数 + 入库 \(standing.frames)\
                 条）。至少 \(limits.failuresMin) 次且超过 \(limits.failurePermilleMax)‰ 为问题。
                """,
                """
                \(standing.failures) stretches in quarantine that claim this device and have a wrong CRC, beside \
                \(standing.frames) stored frames. A finding from \(limits.failuresMin) on and above \
                \(limits.failurePermilleMax)‰.
                """), certainty: .designValue)
    }

    private static func repeats(_ standing: DeviceStanding) -> HealthFigure {
        HealthFigure(
            name: Phrase("重复报文", "Duplicates"), value: "\(standing.repeated)",
            meaning: Phrase(
                "字节完全相同、再次收到的报文。多为设备没有收到应答；程序重启会丢失最近一分钟的计数。",
                """
                Frames that came again with the same bytes, mostly because the device did not hear the answer. \
                A restart loses the last minute of this count.
                """), certainty: .designValue)
    }

    private static func resent(_ standing: DeviceStanding) -> HealthFigure {
        HealthFigure(
            name: Phrase("重发的不同版本 / 变低", "Sent again otherwise / lower"),
            value: "\(standing.resent) / \(standing.lowered)",
            meaning: Phrase(
                "同一命令、数据时间和包号的不同版本数，及其中数值变低的个数（按 QN 先后）。变低是线索，不是结论。",
                """
                Versions of the same command, data time and packet with other bytes, and how many values became \
                lower (in the order of QN). A lower value is a suspicion, no conclusion.
                """), certainty: .designValue)
    }

    private static func dialect(_ standing: DeviceStanding) -> HealthFigure {
        HealthFigure(
            name: Phrase("协议版本", "Edition seen"), value: standing.dialect.map { "HJ 212-\($0)" } ?? "–",
            meaning: Phrase(
                "由最近一条报文的标志、MN 形式、QN 位置等判断。",
                "Told from the signs of the last frame: Flag, form of the MN, place of QN."),
            certainty: .designValue)
    }
}
