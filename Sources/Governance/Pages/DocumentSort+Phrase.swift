import Kernel

extension DocumentSort {
    /// The kind of document in words.
    var phrase: Phrase {
        switch self {
        case .system: Phrase("制度", "system")
        case .scheme: Phrase("方案", "scheme")
        case .list: Phrase("清单", "list")
        case .measure: Phrase("举措", "measure")
        }
    }
}

extension DocumentState {
    /// How a document stands, in words.
    var phrase: Phrase {
        switch self {
        case .making: Phrase("制定中", "in the making")
        case .inForce: Phrase("现行有效", "in force")
        case .repealed: Phrase("已废止", "repealed")
        case .withdrawn: Phrase("已撤回", "withdrawn")
        }
    }

    /// Its look.
    var tag: String {
        switch self {
        case .making: "open"
        case .inForce: "done"
        case .repealed, .withdrawn: "neutral"
        }
    }
}
