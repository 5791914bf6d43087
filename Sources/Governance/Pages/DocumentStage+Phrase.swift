import Kernel

extension DocumentStage {
    /// The stage in words.
    var phrase: Phrase {
        switch self {
        case .draft: Phrase("起草", "draft")
        case .opinion: Phrase("征求意见", "opinions asked for")
        case .legality: Phrase("合法性审核", "legality reviewed")
        case .issued: Phrase("印发", "issued")
        case .filed: Phrase("备案", "filed")
        case .reviewed: Phrase("实施评估", "reviewed")
        case .repealed: Phrase("废止", "repealed")
        case .withdrawn: Phrase("撤回（误登记）", "withdrawn (entered by mistake)")
        }
    }
}

extension ReformDocument.Lateness {
    /// What is late, in words.
    var phrase: Phrase {
        switch self {
        case .issue: Phrase("逾期未印发", "not issued in time")
        case .stage: Phrase("本阶段超期", "too long at its stage")
        case .filing: Phrase("逾期未备案", "not filed in time")
        case .review: Phrase("逾期未评估", "not reviewed in time")
        }
    }
}

extension ProjectRecord.Source {
    /// The source in words.
    var phrase: Phrase {
        switch self {
        case .bonds: Phrase("专项债券", "special bonds")
        case .government: Phrase("财政资金", "government")
        case .social: Phrase("社会资本", "social capital")
        case .bank: Phrase("银行贷款", "bank loans")
        }
    }
}
