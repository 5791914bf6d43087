/// What a logger of 2025 registers with before it has a device number (1001): site information i23005 to i23008.
public struct LoggerHardware: Sendable, Hashable {
    /// i23005.
    public let id: String
    /// i23006: serial number of the processor.
    public let cpuID: String?
    /// i23007 and i23008: addresses of the network cards, at most two.
    public let macAddresses: [String]

    /// Hardware of a logger.
    public init(id: String, cpuID: String? = nil, macAddresses: [String] = []) {
        self.id = id
        self.cpuID = cpuID
        self.macAddresses = macAddresses
    }

    var pairs: [(String, String)] {
        let macs = zip(["i23007-Info", "i23008-Info"], macAddresses).map { ($0, $1) }
        return [("i23005-Info", id)] + (cpuID.map { [("i23006-Info", $0)] } ?? []) + macs
    }

    init?(_ fields: AreaFields) {
        guard let id = fields["i23005-Info"] else { return nil }
        self.init(
            id: id, cpuID: fields["i23006-Info"],
            macAddresses: ["i23007-Info", "i23008-Info"].compactMap { fields[$0] })
    }
}
