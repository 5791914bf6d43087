/// The four answers of the standard, written for the frame they answer.
///
/// 2017 and 2025 repeat the QN in the header and leave the data area to the result; 2005 puts the answered QN (and in a
/// 9014 the command and packet numbers) into the data area. ST is 91, MN and PW are those of the frame, Flag keeps only
/// its version bits, and the CRC is of the variant that the device uses. Edition and CRC are those of the device's
/// manners where they are known, else those that the frame shows.
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
        encode(.notificationAnswer, [], to: HeardFrame(frame))
    }

    /// 9013, to a device whose manners are known.
    public static func notificationAnswer(to heard: HeardFrame, in manners: Manners) -> [UInt8]? {
        encode(.notificationAnswer, [], to: heard, in: manners)
    }

    /// 9014: data were received. To be sent only when the frame is durable.
    public static func dataAnswer(to frame: Frame) -> [UInt8]? {
        let heard = HeardFrame(frame)
        return dataAnswer(to: heard, in: heard.manners)
    }

    /// 9014, to a device whose manners are known. To be sent only when the frame is durable.
    public static func dataAnswer(to heard: HeardFrame, in manners: Manners) -> [UInt8]? {
        guard manners.dialect == .hjt2005 else { return encode(.dataAnswer, [], to: heard, in: manners) }
        let answered = [HeaderName.cn, .pno, .pnum].compactMap { name in
            heard[name].map { [Item(key: name.rawValue, value: $0)] }
        }
        return encode(.dataAnswer, answered, to: heard, in: manners)
    }

    private static func encode(_ command: Command, _ groups: [[Item]], to heard: HeardFrame) -> [UInt8]? {
        encode(command, groups, to: heard, in: heard.manners)
    }

    private static func encode(
        _ command: Command, _ groups: [[Item]], to heard: HeardFrame, in manners: Manners
    ) -> [UInt8]? {
        guard let qn = heard.qn, let mn = heard.mn ?? emptyMN(of: heard, for: command) else { return nil }
        let namesInArea = manners.dialect == .hjt2005
        let header = Header(
            qn: namesInArea ? nil : qn, st: "91", cn: command, pw: heard[.pw], mn: mn,
            flag: heard.flag?.versionOnly ?? Flag(manners.dialect.versionBits << 2))
        let named = namesInArea ? [[Item(key: "QN", value: qn.text)]] : []
        return try? FrameEncoder.encode(
            header: header, items: named + groups, crc: manners.crc.isForeign ? manners.crc : .hj212)
    }

    private static func emptyMN(of heard: HeardFrame, for answer: Command) -> String? {
        let isRegistration = heard.cn == 1001 && heard.dialect == .hj2025
        return isRegistration && answer == .notificationAnswer ? "" : nil
    }
}
