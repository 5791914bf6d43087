import Kernel

extension ProjectStage {
    /// How far it is, in words.
    var phrase: Phrase {
        switch self {
        case .unknown: Phrase("尚无填报", "nothing reported")
        case .preparing: Phrase("前期", "in preparation")
        case .building: Phrase("在建", "being built")
        case .built: Phrase("建成", "built")
        }
    }

    /// The look of it.
    var tag: String {
        switch self {
        case .unknown, .preparing: "neutral"
        case .building: "open"
        case .built: "done"
        }
    }
}
