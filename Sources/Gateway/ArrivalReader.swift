import HJ212
import Kernel

/// Makes arrivals of the bytes of one line. A canonical frame is read once, in place, and asks the heap for the room of
/// its bytes; a test counts that its fields and items ask for nothing.
struct ArrivalReader {
    private let remote: String
    private var scanner: FrameScanner

    init(remote: String, keys: (any AreaKeys)?) {
        self.remote = remote
        scanner = FrameScanner(keys: keys)
    }

    /// Bytes received and not yet decided.
    var bufferedCount: Int { scanner.bufferedCount }

    /// Takes the next bytes of the line.
    mutating func append(_ bytes: some Sequence<UInt8>) {
        scanner.append(bytes)
    }

    /// The next arrival that the bytes complete; nil when more are needed.
    mutating func next(at receivedAt: Instant) -> Arrival? {
        switch scanner.nextTokens() {
        case .canonical(let tokens): Arrival(HeardFrame(tokens), receivedAt: receivedAt, remote: remote)
        case .other(let event): Arrival(event: event, receivedAt: receivedAt, remote: remote)
        case nil: nil
        }
    }

    /// What is left when the line ends.
    mutating func finish(at receivedAt: Instant) -> [Arrival] {
        scanner.finish().map { Arrival(event: $0, receivedAt: receivedAt, remote: remote) }
    }
}
