import Kernel

extension Fund.Sort {
    /// What an entry does, in words.
    var phrase: Phrase {
        switch self {
        case .budget: Phrase("预算", "budget")
        case .allocation: Phrase("分配", "allocation")
        case .use: Phrase("使用", "use")
        case .counter: Phrase("冲销", "counter entry")
        }
    }

    /// The look of it.
    var tag: String {
        switch self {
        case .budget: "blue"
        case .allocation: "open"
        case .use: "done"
        case .counter: "orange"
        }
    }
}

extension FundTarget.Sort {
    /// What kind of thing an allocation is for, in words.
    var phrase: Phrase {
        switch self {
        case .project: Phrase("重点项目", "key project")
        case .task: Phrase("政策任务", "task")
        case .enterprise: Phrase("搬迁企业", "enterprise that moves")
        case .other: Phrase("其他用途", "other purpose")
        }
    }
}
