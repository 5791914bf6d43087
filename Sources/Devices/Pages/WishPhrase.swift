import Kernel

/// What devices ask for, and what becomes of it, in words.
enum WishPhrase {
    static func wish(_ command: Int) -> Phrase {
        switch command {
        case 1013: Phrase("请求校时", "asks for the time")
        case 1014: Phrase("请求新密钥", "asks for a new key")
        default: Phrase("请求", "asks")
        }
    }

    static func answer(_ text: String) -> Phrase {
        switch DeviceWishes.Answer(rawValue: text) {
        case .timeSet: Phrase("已安排设置时间", "a time-set was put into the queue")
        case .timeLimit: Phrase("今天设置时间已达上限，不再下达", "its time was set as often as is allowed today")
        case .keyWaits: Phrase("等待人员决定", "waits for a person's decision")
        case .keySet: Phrase("已生成新密钥，排队下发", "a new key was drawn and waits in the queue")
        case .keyRefused:
            Phrase("暂不能下发：今天已达上限，或没有现用密钥", "none can be sent now: the day's limit, or no key in force")
        case .noKeys: Phrase("拒绝：密钥在登记处更换，不经线路下发", "refused: keys are changed in the register, not over the line")
        case nil: Phrase(text, text)
        }
    }
}
