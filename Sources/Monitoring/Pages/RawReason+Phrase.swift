import Kernel

extension RawReason {
    /// Why the code stays raw, as people read it.
    var phrase: Phrase {
        switch self {
        case .unknownCode: Phrase("编码不在标准表中", "in no table of the standard")
        case .editionNotSettled: Phrase("2005 年编码，但报文不是 2005 年版", "a code of 2005 in a frame that is not of 2005")
        case .twoMeanings: Phrase("标准中一码两义，须指定其一", "two meanings in the standard; one has to be named")
        case .meaningUnconfirmed: Phrase("含义未确认", "meaning not confirmed")
        case .unitNotSettled: Phrase("单位未确定", "unit not settled")
        case .setAside: Phrase("已搁置，不作读取", "set aside, not read")
        }
    }
}
