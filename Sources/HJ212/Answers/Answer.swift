/// The four answers of the standard, written for the frame they answer.
///
/// 2017 and 2025 repeat the QN in the header and leave the data area to the result; 2005 puts the answered QN (and in a
/// 9014 the command and packet numbers) into the data area. ST is 91, MN and PW are those of the frame, Flag keeps only
/// its version bits, and the CRC is of the variant that the device uses.
///
/// Each gives nil when the frame cannot be answered: without QN or MN nobody could tie the answer to it, and a QN,
/// MN or PW with characters that a frame cannot carry cannot be repeated. Only the registration of a 2025 logger (1001)
/// comes without MN and is answered without.
public enum Answer {
    /// 9011: whether a request will be carried out.
    public static func requestAnswer(_ result: QnRtn, to frame: Frame) -> [UInt8]? {
        encode(.requestAnswer, [[Item(key: "QnRtn", value: String(result.code))]], to: HeardFrame(frame))
    }

    /// 9012: how a request was carried out.
    public static func executionResult(_ result: ExeRtn, to frame: Frame) -> [UInt8]? {
        encode(.executionResult, [[Item(key: "ExeRtn", value: String(result.code))]], to: HeardFrame(frame))
    }

    /// 9013: a notification was received.
    public static func notificationAnswer(to frame: Frame) -> [UInt8]? {
        notificationAnswer(to: HeardFrame(frame))
    }

    /// 9013, to a frame that was read already.
    public static func notificationAnswer(to heard: HeardFrame) -> [UInt8]? {
        encode(.notificationAnswer, [], to: heard)
    }

    /// 9014: data were received. To be sent only when the frame is durable.
    public static func dataAnswer(to frame: Frame) -> [UInt8]? {
        dataAnswer(to: HeardFrame(frame))
    }

    /// 9014, to a frame that was read already. To be sent only when the frame is durable.
    public static func dataAnswer(to heard: HeardFrame) -> [UInt8]? {
        guard layout(for: heard) == .inDataArea else { return encode(.dataAnswer, [], to: heard) }
        let answered = ["CN", "PNO", "PNUM"].compactMap { name -> [Item]? in
            let field = heard.header.fields.first { $0.name.withoutOuterBlanks == name }
            return field.map { [Item(key: name, value: $0.value.withoutOuterBlanks)] }
        }
        return encode(.dataAnswer, answered, to: heard)
    }

    private enum Layout { case inHeader, inDataArea }

    private static func layout(for heard: HeardFrame) -> Layout {
        heard.dialect == .hjt2005 ? .inDataArea : .inHeader
    }

    private static func encode(_ command: Command, _ groups: [[Item]], to heard: HeardFrame) -> [UInt8]? {
        guard let qn = heard.header.qn, let mn = heard.header.mn ?? emptyMN(of: heard, for: command) else { return nil }
        let layout = layout(for: heard)
        let header = Header(
            qn: layout == .inHeader ? qn : nil, st: "91", cn: command, pw: heard.header.pw, mn: mn,
            flag: flag(for: heard))
        let named = layout == .inDataArea ? [[Item(key: "QN", value: qn.text)]] : []
        let crc = heard.frame.crc.isForeign ? heard.frame.crc : .hj212
        return try? FrameEncoder.encode(header: header, items: named + groups, crc: crc)
    }

    private static func emptyMN(of heard: HeardFrame, for answer: Command) -> String? {
        let isRegistration = heard.header.cn == 1001 && heard.dialect == .hj2025
        return isRegistration && answer == .notificationAnswer ? "" : nil
    }

    private static func flag(for heard: HeardFrame) -> Flag {
        if let flag = heard.header.flag { return flag.versionOnly }
        return Flag(heard.dialect.versionBits << 2)
    }
}
