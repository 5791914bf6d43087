import HJ212
import Kernel

extension QuarantineWords {
    /// What exactly a scanner found wrong.
    static func particulars(of reason: RejectionReason) -> Phrase {
        return Phrase(chinese(reason) ?? reason.description, reason.description)
    }

    /// Nil for a reason that has no words of its own here yet: its description serves both languages.
    private static func chinese(_ reason: RejectionReason) -> String? {
        if case .noFrameHead = reason { return "此处没有 ##、长度和报文头字段" }
        if case .noClosingMark(let length) = reason {
            return "声明长度 \(length)，该处和下一条报文之前都没有 && 与 CRC"
        }
        if case .streamEnded(let length) = reason { return "声明长度 \(length)，报文未完连接即结束" }
        if case .crcMismatch(let received, let computed) = reason {
            return "报文所带 CRC 为 \(hexadecimal(received))，按数据段计算为 \(hexadecimal(computed))"
        }
        if case .foreignCRC(let variant) = reason { return "CRC 属于 \(variant.rawValue)，不是 HJ 212 的算法" }
        if case .noDataArea = reason { return "数据段中没有 CP=&&" }
        return nil
    }

    private static func hexadecimal(_ value: UInt16) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}
