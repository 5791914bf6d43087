import Kernel

extension ConditionDefect {
    /// What is wrong, in words.
    var phrase: Phrase {
        switch self {
        case .notHoursOfWasteGas:
            Phrase(
                "本案含日均值或废水超标，启停不能作为排除超标的工况",
                "the case has means of a day, or waste water: starting or stopping excuses neither")
        case .windowMissing:
            Phrase(
                "须选定本企业行业可用、适用于本案因子的启停类型",
                "a kind of start or stop is needed that the trade may claim, for all factors of the case")
        case .tooLong(let hours, let max):
            Phrase(
                "本案从第一个超标小时到最后一个（含告知本案而其后不再成立的）共 \(hours) 小时，超过该启停类型允许的 \(max) 小时",
                "the case lasts \(Counted.english(hours, "hour")) from the first it was told of to the last, standing "
                    + "or not; this kind of start or stop excuses \(max)")
        }
    }

    /// What helps.
    var remedy: Phrase {
        switch self {
        case .notHoursOfWasteGas: Phrase("请另作定性", "qualify it otherwise")
        case .tooLong:
            Phrase(
                "请另作定性；因数据重新上传而缩短且经核查属实的，请选“采信新数据”并写明理由",
                "qualify it otherwise; where values sent again made it shorter and are true, take them and say why")
        case .windowMissing:
            Phrase("请选择启停类型；没有适用类型的请另作定性", "choose the kind; where none fits, qualify it otherwise")
        }
    }

    /// The field of the form that it stands beside.
    var field: String {
        switch self {
        case .notHoursOfWasteGas, .tooLong: "qualification"
        case .windowMissing: StatedCondition.field
        }
    }
}
