import Kernel

extension AnalysisKind {
    /// What such a report is called.
    var phrase: Phrase {
        switch self {
        case .quarter: Phrase("环保经济形势分析", "Environment and economy: analysis of a quarter")
        case .year: Phrase("环境状况和环境保护目标完成情况报告", "Yearly report on the environment to the people's congress")
        }
    }
}

extension AnalysisPeriod {
    /// What its report is called.
    ///
    /// - Parameter district: The district that it is about; nil for the whole city.
    func title(of district: Phrase?) -> Phrase {
        guard let quarter else {
            return Phrase(
                "关于\(district?.zh ?? "")\(year)年度环境状况和环境保护目标完成情况的报告",
                "State of the environment and its goals in \(district.map { "\($0.en), " } ?? "")\(year)")
        }
        let words = ["一", "二", "三", "四"]
        return Phrase(
            "\(year)年第\(words[quarter - 1])季度环保经济形势分析", "Environment and economy in quarter \(quarter) of \(year)")
    }

    /// Who signs its report: the congress hears the government, a quarter's analysis is the office's.
    ///
    /// - Parameter district: The district that it is about; nil for the whole city.
    func signer(of district: Phrase?) -> Phrase {
        if let district {
            return Phrase("\(district.zh)人民政府", "People's Government of \(district.en)")
        }
        return switch kind {
        case .quarter: Phrase("政策落实领导小组办公室", "Office of the leading group")
        case .year: Phrase("绍兴市人民政府", "People's Government of Shaoxing")
        }
    }

    /// The number of its report, as documents write it, counted by its signer within the year after which it is named:
    /// 环经分析〔2026〕3号 for the third quarter, 环境报告〔2026〕1号 for the year.
    var documentNumber: Phrase {
        quarter.map { Phrase("环经分析〔\(year)〕\($0)号", "Analysis \(year)/\($0)") }
            ?? Phrase("环境报告〔\(year)〕1号", "Report on the environment \(year)/1")
    }

    /// The page of its report.
    var address: String { "/governance/analyses/\(self)" }

    /// The page on which anybody reads its report once it is issued.
    var publicAddress: String { "/policy/reports/\(self)" }
}

extension AnalysisPart {
    /// The heading of the part.
    var phrase: Phrase {
        switch self {
        case .situation: Phrase("总体形势", "The situation as a whole")
        case .environment: Phrase("生态环境质量", "The environment")
        case .economy: Phrase("绿色发展和投资", "The economy and investment")
        case .problems: Phrase("存在问题", "What goes wrong")
        case .measures: Phrase("下一步措施", "What comes next")
        }
    }
}
