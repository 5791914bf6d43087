/// Where the gateway listens and how much it lets others take. Every limit exists because somebody will try it.
///
/// Memory that lines can claim is at most `connectionsMax` × (`bufferedBytesMax` + 12 × `readBytesMax`), 207 MB as set:
/// one read in hand, two ahead and what the kernel holds of incoming bytes (twice what it is asked for); for a peer
/// that does not read, its answers to one read (at most twice as long), one more before writing stops, and twice the
/// kernel's part again.
public struct GatewaySettings: Sendable, Equatable {
    /// Address or host name to listen on. This machine only, unless somebody decides otherwise.
    public let host: String
    /// TCP port; 0 takes any free one.
    public let port: Int
    /// Lines served at once. A city has some hundreds of loggers; each line also costs a file descriptor.
    public let connectionsMax: Int
    /// Lines of one address at once. Mobile carriers put many loggers behind one address, so this is not small; but one
    /// address never takes all.
    public let connectionsPerAddressMax: Int
    /// New lines of one address in a minute; further ones are closed at once. All loggers behind a carrier's address
    /// may come back in one minute; a logger that reconnects in a loop may not. Design value.
    public let connectionsPerAddressPerMinuteMax: Int
    /// Who may connect; everybody when empty. Loggers with fixed addresses, or those of a private network.
    public let allowed: [AddressRange]
    /// How long a line may go without a frame that was stored. The longest interval of the standard is 3,600 s
    /// (RtdInterval), and ten minutes are for clocks and retries.
    public let idleTimeoutS: Int
    /// How long a new line may take until its first stored frame. Minute values come every ten minutes at the latest
    /// in practice; a line of which nothing is known should not hold its place longer. At most `idleTimeoutS`.
    public let firstFrameTimeoutS: Int
    /// How long a line whose reading has ended may take to accept its answers.
    public let closingGraceS: Int
    /// Bytes taken by one read. Larger reads cost memory on each line, smaller ones cost speed.
    public let readBytesMax: Int
    /// Bytes of an unfinished frame kept for a line. As set, the longest frame that four digits can declare (9,999
    /// and its frame) fits.
    public let bufferedBytesMax: Int
    /// Quarantined arrivals in a row after which a line is closed, so that nobody fills the quarantine over one line.
    /// Foreign traffic between good frames stays below this.
    public let rejectedInARowMax: Int
    /// Arrivals that share a transaction. With ten values a frame and 200,000 rows a second (measured), a full one
    /// takes 50 ms: far below 5 s, the shortest time a device waits for its answer.
    public let arrivalsPerCommitMax: Int

    /// Settings, each within its range.
    public init(
        host: String = "127.0.0.1",
        port: Int = 9212,
        connectionsMax: Int = 1_000,
        connectionsPerAddressMax: Int = 500,
        connectionsPerAddressPerMinuteMax: Int = 1_000,
        allowed: [AddressRange] = [],
        idleTimeoutS: Int = 4_200,
        firstFrameTimeoutS: Int = 600,
        closingGraceS: Int = 10,
        readBytesMax: Int = 16_384,
        bufferedBytesMax: Int = 10_240,
        rejectedInARowMax: Int = 64,
        arrivalsPerCommitMax: Int = 1_000
    ) throws(GatewaySettingOutOfRange) {
        func checked(_ name: String, _ value: Int, _ range: ClosedRange<Int>) throws(GatewaySettingOutOfRange) -> Int {
            guard range.contains(value) else {
                throw GatewaySettingOutOfRange(setting: name, value: value, range: range)
            }
            return value
        }
        self.host = host
        self.port = try checked("port", port, 0...65_535)
        self.connectionsMax = try checked("connectionsMax", connectionsMax, 1...100_000)
        self.connectionsPerAddressMax = try checked("connectionsPerAddressMax", connectionsPerAddressMax, 1...100_000)
        self.connectionsPerAddressPerMinuteMax = try checked(
            "connectionsPerAddressPerMinuteMax", connectionsPerAddressPerMinuteMax, 1...1_000_000)
        self.allowed = allowed
        self.idleTimeoutS = try checked("idleTimeoutS", idleTimeoutS, 1...86_400)
        self.firstFrameTimeoutS = try checked("firstFrameTimeoutS", firstFrameTimeoutS, 1...idleTimeoutS)
        self.closingGraceS = try checked("closingGraceS", closingGraceS, 1...300)
        self.readBytesMax = try checked("readBytesMax", readBytesMax, 1_024...1_048_576)
        self.bufferedBytesMax = try checked("bufferedBytesMax", bufferedBytesMax, 1_100...10_240)
        self.rejectedInARowMax = try checked("rejectedInARowMax", rejectedInARowMax, 1...100_000)
        self.arrivalsPerCommitMax = try checked("arrivalsPerCommitMax", arrivalsPerCommitMax, 1...100_000)
    }
}
