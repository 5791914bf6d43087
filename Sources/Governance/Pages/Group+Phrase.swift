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
