import Kernel

/// How often honest values showed a sign when it was measured: on four years of hourly air values of a station, six
/// factors (`docs/method/falsification-signs.md`). A test measures again.
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
}
