import Kernel

extension Indicator.Group {
    /// What it tells of, in words.
    var phrase: Phrase {
        switch self {
        case .environment: Phrase("环境", "environment")
        case .economy: Phrase("经济", "economy")
        case .service: Phrase("服务", "service")
        }
    }
}

extension Indicator.Frequency {
    /// How often, in words.
    var phrase: Phrase {
        switch self {
        case .month: Phrase("每月", "month")
        case .quarter: Phrase("每季", "quarter")
        case .year: Phrase("每年", "year")
        }
    }
}

extension Indicator.Direction {
    /// Which way is better, in words.
    var phrase: Phrase {
        switch self {
        case .higher: Phrase("越高越好", "more is better")
        case .lower: Phrase("越低越好", "less is better")
        }
    }

    /// The sign between a value and its goal.
    var sign: String {
        switch self {
        case .higher: "≥"
        case .lower: "≤"
        }
    }
}

extension Indicator.Way {
    /// Where a value comes from, in words.
    var phrase: Phrase {
        switch self {
        case .filed: Phrase("责任单位填报", "filed by its owner")
        case .formula: Phrase("由公式计算", "computed by a formula")
        case .counted: Phrase("由本系统记录计数", "counted from this system's facts")
        }
    }
}

extension DualQuadrant {
    /// Where both stand, in words.
    var phrase: Phrase {
        switch self {
        case .both: Phrase("环境良好、经济良好", "both good")
        case .environment: Phrase("环境良好、经济待提升", "good environment, weak economy")
        case .economy: Phrase("经济良好、环境待提升", "good economy, weak environment")
        case .neither: Phrase("环境、经济均待提升", "both weak")
        }
    }

    /// The look of it.
    var tag: String {
        switch self {
        case .both: "done"
        case .environment: "blue"
        case .economy: "yellow"
        case .neither: "red"
        }
    }
}
