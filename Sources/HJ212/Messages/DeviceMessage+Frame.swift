extension DeviceMessage {
    /// Its row of the catalogue; nil where the edition does not know the number from the device's side.
    public func entry(in edition: Edition) -> CommandEntry? {
        CommandCatalogue.entry(for: command, from: .device, in: edition)
    }

    /// The bytes that a device sends, head to tail, not encrypted.
    ///
    /// 2005 names the QN in uploads only when it wants an answer. A message of more than one packet is refused as too
    /// long: see `PacketSplitter`.
    ///
    /// - Parameters:
    ///   - st: system code of the device.
    ///   - pw: its password.
    ///   - mn: its number; empty before activation (2025).
    ///   - edition: whose manners it has; 2017 when unknown.
    ///   - wantsAnswer: sets bit 0 of Flag.
    ///   - isResent: RF=1, edition 2025 only.
    public func frame(
        qn: QN, st: String, pw: String, mn: String, edition dialect: Dialect, wantsAnswer: Bool = true,
        isResent: Bool = false
    ) throws(RequestRefusal) -> [UInt8] {
        let edition = dialect.spokenEdition
        guard entry(in: edition) != nil || command == .vendorLogin else { throw .notInEdition(command, edition) }
        if let refusal = refusal() { throw refusal }
        let header = Header(
            qn: edition == .hjt2005 && !wantsAnswer ? nil : qn, st: st, cn: command, pw: pw, mn: mn,
            flag: Flag(dialect.versionBits << 2 | (wantsAnswer ? 1 : 0)), resent: isResent && edition == .hj2025)
        do {
            return try FrameEncoder.encode(header: header, items: area)
        } catch {
            throw .unwritable(error)
        }
    }

    private func refusal() -> RequestRefusal? {
        switch self {
        case .keptSample(_, let bottle): .unless(1...99, "VaseNo", bottle)
        case .samplingPeriod(_, _, let hours): .unless(PlatformRequest.samplingHoursBounds, "CTime", hours)
        case .resultDelay(_, let minutes): .unless(0...120, "Stime", minutes)
        case .realTimeInterval(let seconds): .unless(PlatformRequest.realTimeIntervalBounds, "RtdInterval", seconds)
        case .minuteInterval(let minutes): .unlessMinutes(minutes)
        case .registration(let hardware): .unless(0...2, "i23007-Info count", hardware.macAddresses.count)
        case .alarmLimits(let limits):
            .unless(1...PlatformRequest.alarmLimitCountMax, "limit count", limits.count)
        case .instrumentNumber(_, let serial, _):
            serial.utf8.count == 24 && serial.utf8.allSatisfy { $0.hexDigit != nil }
                ? nil : .outOfBounds(field: "SN", value: serial, allowed: "24 hexadecimal digits")
        case .time, .wantsTime, .wantsKey, .platformAddress, .reportTime, .report, .alarm, .loggerStart,
            .siteInformation, .heartbeat, .vendorLogin:
            nil
        }
    }
}
