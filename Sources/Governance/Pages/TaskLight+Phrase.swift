import Kernel

extension TaskLight {
    /// The light in words.
    var phrase: Phrase {
        switch self {
        case .red: Phrase("红灯", "red")
        case .amber: Phrase("黄灯", "amber")
        case .green: Phrase("绿灯", "green")
        case .grey: Phrase("灰灯", "grey")
        }
    }

    /// The look of the light: each has a shape of its own beside its colour.
    var tag: String {
        switch self {
        case .red: "red"
        case .amber: "yellow"
        case .green: "done"
        case .grey: "neutral"
        }
    }
}
