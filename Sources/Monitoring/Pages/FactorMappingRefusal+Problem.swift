import Kernel
import Standards
import Web

extension FactorMappingRefusal: DescribedRefusal {
    /// The refusal in words.
    var problem: Problem {
        switch self {
        case .notFound: Problem.notFound
        case .unknownSentCode:
            Self.of(
                "MON-FACTOR-SENT", "code",
                Phrase("设备编码须为 1 至 24 个字母、数字或 - _ .", "a sent code has 1 to 24 letters, digits or - _ ."),
                Phrase("请从本页列出的编码中选择", "choose one of the codes listed on this page"))
        case .unknownTarget:
            Self.of(
                "MON-FACTOR-TARGET", "target", Phrase("因子表中没有这个编码", "the factor is in no table"),
                Phrase("请在因子目录中查找，写全六位编码（如 a21026）", "look it up in the catalogue; give all six characters (a21026)"))
        case .severalMeanings(let code):
            Self.of(
                "MON-FACTOR-TWO-MEANINGS", "target",
                Phrase("\(code) 在标准中有两种含义", "\(code) has two meanings in the standard"),
                Phrase("请写 \(code).1 或 \(code).2", "write \(code).1 or \(code).2"))
        case .unitMissing:
            Self.of(
                "MON-FACTOR-UNIT", "unit", Phrase("请选择设备所发的单位", "the unit that the device sends is missing"),
                Phrase("请按设备说明书或现场核对结果选择", "choose it by the device's manual or by looking"))
        case .unitNotWanted:
            Self.of(
                "MON-FACTOR-UNIT", "unit", Phrase("该因子没有单位", "this factor has no unit"),
                Phrase("请把单位留空", "leave the unit empty"))
        case .unitRefused(let refusal): refusal.problem
        case .multiplierOutOfRange:
            Self.of(
                "MON-FACTOR-MULTIPLIER", "multiplier",
                Phrase(
                    "倍数须大于 0、不超过 999999，最多 6 位小数",
                    "the multiplier is above 0, at most 999999, with at most 6 decimals"),
                Phrase("不需要倍数时请填 1", "give 1 where none is needed"))
        case .dayOutOfRange(let field, let from, let to):
            Self.of(
                "MON-FACTOR-DAYS", field, Phrase("日期不在允许范围内", "the day lies outside what is allowed"),
                Phrase("请填写 \(from) 至 \(to) 之间的日期", "give a day from \(from) to \(to)"))
        case .recordedAlready:
            Self.of(
                "MON-FACTOR-SAME", nil, Phrase("同样的映射已经登记", "the same mapping is recorded already"),
                Phrase("无需再次提交", "it need not be sent again"), status: 409)
        case .tooMany(let max):
            Self.of(
                "MON-FACTOR-MANY", nil, Phrase("该设备已有 \(max) 条映射", "the device has \(max) mappings"),
                Phrase("请先检查设备为何频繁变更", "find out first why the device changes so often"), status: 409)
        }
    }

    private static func of(
        _ rule: String, _ field: String?, _ what: Phrase, _ remedy: Phrase, status: Int = 422
    ) -> Problem {
        Problem(status: status, rule: rule, field: field, what: what, remedy: remedy)
    }
}

extension UnitRefusal {
    fileprivate var problem: Problem {
        let what: Phrase
        let remedy: Phrase
        switch self {
        case .dimensionsDiffer(let from, let to):
            what = Phrase(
                "\(from.shown) 与平台单位 \(to.shown) 量纲不同，不能换算",
                "\(from.shown) does not lead to the platform's \(to.shown): they measure different things")
            remedy = Phrase("请核对因子与单位", "check factor and unit")
        case .molarMassUnknown(let from, let to):
            what = Phrase(
                "\(from.shown) 换算为 \(to.shown) 需要摩尔质量，该因子没有",
                "\(from.shown) becomes \(to.shown) by a molar mass, which this factor has none of")
            remedy = Phrase("请让设备改发质量浓度", "have the device send a mass concentration")
        case .factorTooLong:
            what = Phrase("换算系数位数过多", "the factor has too many digits")
            remedy = Phrase("请缩短倍数", "shorten the multiplier")
        }
        return Problem(status: 422, rule: "MON-FACTOR-UNIT", field: "unit", what: what, remedy: remedy)
    }
}

extension MeasurementUnit {
    /// The symbol; a dash for plain numbers.
    var shown: String { shown(.chinese) }

    /// In a reader's language.
    func shown(_ language: Language) -> String {
        symbol.isEmpty ? "–" : MeasurementUnit.shown(symbol, language)
    }
}
