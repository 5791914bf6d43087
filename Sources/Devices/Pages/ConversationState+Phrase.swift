import Kernel

extension ConversationState {
    /// The state as people read it.
    var phrase: Phrase {
        switch self {
        case .queued: Phrase("等待下达", "waiting")
        case .sent: Phrase("已下达，等待应答", "sent")
        case .accepted: Phrase("设备已受理", "accepted")
        case .receiving: Phrase("正在接收数据", "receiving data")
        case .done: Phrase("已完成", "done")
        case .refused: Phrase("设备拒绝", "refused")
        case .failed: Phrase("执行失败", "failed")
        case .unanswered: Phrase("无应答", "unanswered")
        case .interrupted: Phrase("平台重启而中断", "interrupted")
        case .superseded: Phrase("已被新指令取代", "superseded")
        case .expired: Phrase("等待过期", "expired")
        }
    }

    /// The name of its tag.
    var tag: String {
        switch self {
        case .queued: "neutral"
        case .sent, .accepted, .receiving: "open"
        case .done: "done"
        case .refused, .failed, .unanswered: "late"
        case .interrupted, .superseded, .expired: "neutral"
        }
    }
}
