extension PlatformRequest {
    /// The bytes to send to a device, head to tail, not encrypted.
    ///
    /// - Parameters:
    ///   - st: system code of the device, such as 31 for a stack.
    ///   - pw: password of the device.
    ///   - mn: its number; empty for a logger of 2025 that is not activated yet.
    ///   - edition: how it is spoken to; 2017 when unknown.
    ///   - wantsAnswer: sets bit 0 of Flag; without it the device says nothing.
    public func frame(
        qn: QN, st: String, pw: String, mn: String, edition dialect: Dialect, wantsAnswer: Bool = true
    ) throws(RequestRefusal) -> [UInt8] {
        let edition = dialect.spokenEdition
        guard editions.contains(edition) else { throw .notInEdition(command, edition) }
        if let refusal = refusal(in: edition) { throw refusal }
        let header = Header(
            qn: qn, st: st, cn: command, pw: pw, mn: mn, flag: Flag(dialect.versionBits << 2 | (wantsAnswer ? 1 : 0)))
        do {
            return try FrameEncoder.encode(header: header, items: area(in: edition))
        } catch {
            throw .unwritable(error)
        }
    }
}
