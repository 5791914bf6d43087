public import Kernel

extension WarningLevel {
    /// The level as people read it.
    public var phrase: Phrase {
        switch self {
        case .blue: Phrase("蓝色", "blue")
        case .yellow: Phrase("黄色", "yellow")
        case .orange: Phrase("橙色", "orange")
        case .red: Phrase("红色", "red")
        }
    }
}
