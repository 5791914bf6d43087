import Kernel

extension ReviewVerdict {
    /// What the office says, in words.
    var phrase: Phrase {
        switch self {
        case .accepted: Phrase("审核通过", "accepted")
        case .returned: Phrase("退回补充", "returned")
        }
    }
}
