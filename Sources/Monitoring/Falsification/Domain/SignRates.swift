import Kernel

/// How often honest values showed a sign when it was measured: on four years of hourly air values of a station, six
/// factors (`docs/method/falsification-signs.md`). Tests measure again.
enum SignRates {
    /// Alarms in so many years of curves.
    struct Rate: Sendable, Equatable {
        let alarms: Int
        let curveYears: Int

        var phrase: Phrase {
            Phrase(
                "在 \(curveYears) 曲线·年的真实诚实数据（环境空气小时值）上共报警 \(alarms) 次。",
                "On \(curveYears) curve-years of real honest values (hourly, ambient air) it was seen \(alarms) times.")
        }
    }

    /// Nil where no real data at hand could show it.
    static func measured(_ sign: SignKind) -> Rate? {
        switch sign {
        case .flatLine: Rate(alarms: 3, curveYears: 23)
        case .repeatedDigits: Rate(alarms: 5, curveYears: 23)
        case .clippedRange: Rate(alarms: 2, curveYears: 23)
        case .copiedCurve: Rate(alarms: 0, curveYears: 23)
        case .belowLimit: Rate(alarms: 1, curveYears: 23)
        case .timelyCalibration, .rewrittenHours, .clockDrift, .computedDifference, .convertedDifference: nil
        }
    }

    /// What real values of another kind show in place of those that no sample holds; nil where nothing stands in.
    static func standIn(_ sign: SignKind) -> Phrase? {
        switch sign {
        case .timelyCalibration:
            Phrase(
                "无真实标记可测；以真实曲线中单台仪器的缺测小时代替校准，23 曲线·年中报警 1 次。",
                "No real marks could show it; with hours in which one analyser was silent for calibrations, it was "
                    + "seen once in 23 curve-years.")
        case .rewrittenHours:
            Phrase(
                "无真实重传可测；10,653 个同时公布原值与修约值的水质数据中，仅因修约出现 1 次；若限值恰为这些修约值之一，出现 17 次。",
                "No real re-sent hours could show it; of 10,653 water values published raw and rounded, rounding alone "
                    + "showed it once, and 17 times with a limit that is one of the rounded values.")
        case .computedDifference:
            Phrase(
                "无真实分钟值可测；真实曲线上仅因丢失 24 小时中的 4 小时，日均值有 6 % 不符，请先核对是否丢失数据。",
                "No real minutes could show it; on real curves the loss of 4 of 24 hours alone makes 6 % of the days "
                    + "differ: look for lost frames first.")
        case .convertedDifference:
            Phrase(
                "无真实含氧量可测；以真实曲线代替，逐分钟折算与按小时折算有 1 % 不符，无一小时照抄；缺折算值是事实而非推断，误报只在炉型登记有误时发生。",
                "No real oxygen could show it; on real curves in its place converting by minutes differs in 1 % of the "
                    + "hours and repeats none. That a converted value is missing is a fact; it is a false alarm only "
                    + "where the kind of furnace is recorded wrongly.")
        case .flatLine, .repeatedDigits, .clippedRange, .copiedCurve, .belowLimit, .clockDrift: nil
        }
    }
}
