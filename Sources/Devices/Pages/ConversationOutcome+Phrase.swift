import HJ212
import Kernel

extension ConversationOutcome {
    /// Why a conversation ended, as people read it.
    var phrase: Phrase {
        switch self {
        case .answer(let code): Self.answer(QnRtn(code: code))
        case .execution(let code): Self.execution(ExeRtn(code: code))
        case .notified: Phrase("设备已确认通知（9013）", "the device confirmed the notification (9013)")
        case .answeredNotification:
            Phrase(
                "设备以 9011 应答通知（非标准写法，视为成功）",
                "the device answered the notification by 9011 (not by the book; taken as success)")
        case .resultMissing: Phrase("数据已到，设备没有发执行结果（9012）", "data came, but no result frame (9012)")
        case .silence: Phrase("设备受理后没有下文", "nothing was heard after the device accepted")
        case .noAnswer: Phrase("重发后仍无应答", "no answer after all repetitions")
        case .noLine:
            Phrase(
                "\(Conversation.queuedHoursMax) 小时内设备没有上线",
                "the device did not come back within \(Conversation.queuedHoursMax) hours")
        case .superseded: Phrase("同类新指令已取代", "a newer request of the same kind took its place")
        case .stopped: Phrase("平台停机时正在进行，可重新下达", "the platform stopped while it ran; it may be asked again")
        case .unwritable: Phrase("设备的协议版本没有这条指令", "the device's edition has no such request")
        }
    }

    private static func answer(_ answer: QnRtn) -> Phrase {
        switch answer {
        case .ready: Phrase("准备执行", "ready")
        case .refused: Phrase("请求被拒绝", "the request was refused")
        case .wrongPassword: Phrase("设备认为密码错误", "the device finds the password wrong")
        case .wrongMN: Phrase("设备认为 MN 错误", "the device finds the MN wrong")
        case .wrongST: Phrase("设备认为系统编码 ST 错误", "the device finds the system code wrong")
        case .wrongFlag: Phrase("设备认为 Flag 错误", "the device finds the Flag wrong")
        case .wrongQN: Phrase("设备认为请求编码 QN 错误", "the device finds the QN wrong")
        case .wrongCN: Phrase("设备不支持该命令", "the device does not know the command")
        case .wrongCRC: Phrase("设备认为校验错误", "the device finds the CRC wrong")
        case .unknownError: Phrase("设备报告未知错误", "the device reports an unknown error")
        case .other(let code): Phrase("设备返回未知代码 \(code)", "the device returned the unknown code \(code)")
        }
    }

    private static func execution(_ result: ExeRtn) -> Phrase {
        switch result {
        case .success: Phrase("执行成功", "carried out")
        case .failure: Phrase("执行失败，原因不明", "failed for an unknown reason")
        case .badCondition: Phrase("执行失败：请求条件错误", "failed: the condition of the request is wrong")
        case .timeout: Phrase("执行失败：设备内部通信超时", "failed: the device timed out inside")
        case .busy: Phrase("执行失败：系统繁忙", "failed: the device is busy")
        case .systemFault: Phrase("执行失败：设备系统故障", "failed: fault of the device")
        case .noData: Phrase("设备没有所要的数据", "the device has no such data")
        case .other(let code): Phrase("设备返回未知结果 \(code)", "the device returned the unknown result \(code)")
        }
    }
}
