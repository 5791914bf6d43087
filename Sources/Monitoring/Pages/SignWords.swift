import Kernel

/// What a sign is called, what it means, and how often honest values show it.
enum SignWords {
    static func name(of sign: SignKind) -> Phrase {
        switch sign {
        case .flatLine: Phrase("恒值", "flat line")
        case .repeatedDigits: Phrase("尾数异常", "repeated digits")
        case .clippedRange: Phrase("削顶", "clipped range")
        case .copiedCurve: Phrase("复制曲线", "copied curve")
        case .timelyCalibration: Phrase("适时校准", "timely calibration")
        case .belowLimit: Phrase("贴限", "stopping below the limit")
        case .rewrittenHours: Phrase("改写历史", "rewritten history")
        case .clockDrift: Phrase("时钟偏差", "clock drift")
        case .computedDifference: Phrase("上传值与计算值不符", "uploaded and computed means differ")
        case .convertedDifference: Phrase("折算值缺失或不符", "converted values missing or differing")
        }
    }

    /// A share that is kept in whole thousandths: 987 is 98.7 %, 1000 is 100 %.
    private static func percent(_ figure: String?) -> String {
        guard let thousandths = figure.flatMap({ Int($0) }) else { return "–" }
        return "\(thousandths / 10)\(thousandths % 10 == 0 ? "" : ".\(thousandths % 10)") %"
    }

    /// What was seen, in one sentence with its figures.
    static func sentence(_ sign: SignKind, _ figures: [String: String]) -> Phrase {
        func figure(_ name: String) -> String { figures[name] ?? "–" }
        let determination = Self.percent(figures["determination_permille"])
        return switch sign {
        case .flatLine:
            Phrase(
                "数值 \(figure("value")) 连续 \(figure("hours")) 小时一字不变。",
                "The value \(figure("value")) stayed the same to the last digit for \(figure("hours")) h.")
        case .repeatedDigits:
            Phrase(
                "\(figure("values")) 个数值中，尾数 \(figure("digits")) 占 \(figure("share_percent")) %；随机约 22 %。",
                "Of \(figure("values")) values \(figure("share_percent")) % end in \(figure("digits")); chance gives "
                    + "22 %.")
        case .clippedRange:
            Phrase(
                "曲线 \(figure("times")) 次停在 \(figure("ceiling"))，共 \(figure("hours")) 小时，从未更高。",
                "The curve stopped at \(figure("ceiling")) \(figure("times")) times, \(figure("hours")) h in all, and "
                    + "never rose above.")
        case .copiedCurve:
            Phrase(
                "与 \(figure("otherOutlet")) 在 \(figure("lag_h")) 小时前的曲线几乎完全一致：\(figure("line"))，"
                    + "共同 \(figure("hours")) 小时，决定系数 \(determination)。",
                "Follows the curve of \(figure("otherOutlet")) of \(figure("lag_h")) h earlier: \(figure("line")), "
                    + "\(figure("hours")) h in common, coefficient of determination \(determination)."
            )
        case .timelyCalibration:
            Phrase(
                "\(figure("calibrations")) 次校准中 \(figure("timely")) 次紧邻高值；\(figure("validHours")) 个有效小时中仅 "
                    + "\(figure("highHours")) 个如此高。",
                "\(figure("timely")) of \(figure("calibrations")) calibrations stand beside a high value; of "
                    + "\(figure("validHours")) valid hours only \(figure("highHours")) are that high.")
        case .belowLimit:
            Phrase(
                "限值 \(figure("limit")) 之下紧贴 \(figure("belowHours")) 小时，其上仅 \(figure("aboveHours")) 小时。",
                "\(figure("belowHours")) h stand just below the limit \(figure("limit")), just above it "
                    + "\(figure("aboveHours")) h.")
        case .rewrittenHours:
            Phrase(
                "\(figure("lowered")) 个小时再次上传且更低，其中 \(figure("fromAboveLimit")) 个由超标变为达标。",
                "\(figure("lowered")) h were sent again, lower; \(figure("fromAboveLimit")) of them came from above "
                    + "the limit to below.")
        case .clockDrift:
            Phrase(
                "\(figure("frames")) 条小时报文的收到时间与设备时间相差 \(figure("drift_s")) 秒（中位数）。",
                "\(figure("frames")) hour frames came \(figure("drift_s")) s off the device's time (in the middle).")
        case .computedDifference, .convertedDifference: difference(sign, figure)
        }
    }

    /// What two means of the same hours differ by.
    private static func difference(_ sign: SignKind, _ figure: (String) -> String) -> Phrase {
        if sign == .computedDifference {
            return Phrase(
                "可比较的 \(figure("compared")) 小时中 \(figure("hours")) 小时与分钟均值不符，最大相差 "
                    + "\(figure("largest_percent")) %；日均值（上传 / 计算）：\(figure("day"))。",
                "Of \(figure("compared")) h \(figure("hours")) are not the mean of their minutes, by at most "
                    + "\(figure("largest_percent")) %; daily mean (uploaded / computed): \(figure("day")).")
        }
        return Phrase(
            "\(figure("compared")) 个有效小时（基准含氧量 \(figure("reference_percent")) %）中：缺折算值 "
                + "\(figure("missing")) 小时，照抄实测值 \(figure("repeated")) 小时，与复算不符 \(figure("hours")) 小时"
                + "（例如 \(figure("converted")) 对 \(figure("own"))）。",
            "Of \(figure("compared")) valid h (reference oxygen \(figure("reference_percent")) %) "
                + "\(figure("missing")) came without a converted value, \(figure("repeated")) repeat the "
                + "measured one, \(figure("hours")) differ from our own (for example "
                + "\(figure("converted")) against \(figure("own"))).")
    }

    /// What honest reasons there are, and how often honest values showed it where that was measured.
    static func honestly(_ sign: SignKind) -> Phrase {
        let reason = honestReason(for: sign)
        let rate =
            SignRates.measured(sign)?.phrase ?? SignRates.standIn(sign)
            ?? Phrase(
                "没有可用的真实数据，误报率未测。", "No real data at hand could show it: the rate of false alarms is not measured.")
        return Phrase("诚实的原因：\(reason.zh)。\(rate.zh)", "Honest reasons: \(reason.en). \(rate.en)")
    }

    private static func honestReason(for sign: SignKind) -> Phrase {
        switch sign {
        case .flatLine:
            Phrase(
                "低于检出限、工况稳定、仪器故障后保持末值",
                "below detection, a steady process, a fault that holds the last value")
        case .repeatedDigits: Phrase("换算或修约留下的固定尾数", "digits that a conversion or rounding leaves")
        case .clippedRange: Phrase("超出仪器满量程", "the analyser's full scale was reached")
        case .copiedCurve: Phrase("两个排放口共用一台设备或同一股烟气", "two outlets share a device or the same gas")
        case .belowLimit: Phrase("治理设施按限值自动调节", "treatment that is controlled toward the limit")
        case .timelyCalibration: Phrase("校准按固定钟点进行，恰逢生产高峰", "calibrations at a fixed hour that is also the busy one")
        case .rewrittenHours:
            Phrase("设备重算小时值、审核后更正", "a device computes an hour anew, a value is corrected after review")
        case .clockDrift: Phrase("时钟电池老化、从未校时", "an old battery, a clock never set")
        case .computedDifference:
            Phrase(
                "设备按更细的原始数据平均、分钟数据未全部上传、按流量加权",
                "the device averages finer raw data, minutes were not all sent, means weighted with the flow")
        case .convertedDifference:
            Phrase(
                "含氧量接近空气时折算放大误差、富氧燃烧、炉型登记有误、该炉型或工序无需折算",
                "oxygen close to that of air magnifies errors, enriched air, the kind of furnace recorded wrongly, a "
                    + "process that needs no conversion")
        }
    }
}
