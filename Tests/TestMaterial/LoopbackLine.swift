#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A plain TCP connection to a port of this computer as the system gives it, for manners that a network library would
/// not show. Calls block.
public final class LoopbackLine: Sendable {
    /// Nobody listens there.
    public struct Refused: Error {
        /// Nobody listens there.
        public init() {}
    }

    private let descriptor: Int32

    /// - Parameters:
    ///   - timeoutS: How long a read or a write may wait in vain.
    ///   - receiveBufferBytes: What the kernel keeps for a device that does not read; its own choice when nil.
    ///   - sendBufferBytes: What the kernel keeps of bytes that the server does not take; the same.
    public init(
        port: Int, timeoutS: Int = 20, receiveBufferBytes: Int? = nil, sendBufferBytes: Int? = nil
    ) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw Refused() }
        var patience = timeval(tv_sec: timeoutS, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(descriptor, SOL_SOCKET, option, &patience, socklen_t(MemoryLayout<timeval>.size))
        }
        for (option, bytes) in [(SO_RCVBUF, receiveBufferBytes), (SO_SNDBUF, sendBufferBytes)] {
            guard let bytes else { continue }
            var count = Int32(bytes)
            setsockopt(descriptor, SOL_SOCKET, option, &count, socklen_t(MemoryLayout<Int32>.size))
        }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        address.sin_port = UInt16(port).bigEndian
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isConnected else {
            close(descriptor)
            throw Refused()
        }
    }

    deinit {
        close(descriptor)
    }

    /// Whether all bytes could be handed over.
    @discardableResult
    public func send(_ bytes: some Sequence<UInt8>) -> Bool {
        let bytes = Array(bytes)
        return sentCount(of: bytes) == bytes.count
    }

    /// How many bytes the system took, waiting for the server as long as it takes some within a second.
    public func sentCountUntilBlocked(of bytes: [UInt8]) -> Int {
        var patience = timeval(tv_sec: 1, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        return sentCount(of: bytes)
    }

    /// How many bytes the system took at once.
    public func sendAtOnce(_ bytes: [UInt8]) -> Int {
        sentCount(of: bytes, flags: Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
    }

    private func sentCount(of bytes: [UInt8], flags: Int32 = Int32(MSG_NOSIGNAL)) -> Int {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { all in
                Glibc.send(descriptor, all.baseAddress?.advanced(by: sent), bytes.count - sent, flags)
            }
            guard count > 0 else { break }
            sent += count
        }
        return sent
    }

    /// Ends the sending side only.
    public func finishSending() {
        shutdown(descriptor, Int32(SHUT_WR))
    }

    /// What the kernel keeps of bytes that were sent and not taken.
    public var sendBufferBytes: Int {
        var count: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        getsockopt(descriptor, SOL_SOCKET, SO_SNDBUF, &count, &size)
        return Int(count)
    }

    /// The next bytes; nil at the end, or when none came in time.
    public func receive() -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        return count > 0 ? Array(buffer.prefix(count)) : nil
    }

    /// Makes closing break the line (RST) instead of ending it.
    public func breakWhenClosed() {
        var abruptly = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &abruptly, socklen_t(MemoryLayout<linger>.size))
    }

    /// Reads on until the text so far satisfies a condition; all of it, also when the line ended or nothing of the kind
    /// came for long.
    public func receive(until isEnough: (String) -> Bool) -> String {
        var bytes: [UInt8] = []
        let deadline = ContinuousClock.now + .seconds(30)
        while ContinuousClock.now < deadline, !isEnough(String(decoding: bytes, as: UTF8.self)) {
            guard let more = receive() else { break }
            bytes += more
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
