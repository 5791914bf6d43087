#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A device's side of a line as the system gives it, for manners that a network library would not show.
final class RawLine: Sendable {
    struct Refused: Error {}

    private let descriptor: Int32

    /// - Parameter receiveBufferBytes: What the kernel keeps for a device that does not read; its own choice when nil.
    /// - Parameter sendBufferBytes: What the kernel keeps of bytes that the gateway does not take; the same.
    init(port: Int, receiveBufferBytes: Int? = nil, sendBufferBytes: Int? = nil) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw Refused() }
        var patience = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
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
    func send(_ bytes: [UInt8]) -> Bool {
        sentCount(of: bytes) == bytes.count
    }

    /// How many bytes the system took, waiting for the gateway as long as it takes some within a second.
    func sentCountUntilBlocked(of bytes: [UInt8]) -> Int {
        var patience = timeval(tv_sec: 1, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        return sentCount(of: bytes)
    }

    /// How many bytes the system took at once.
    func sendAtOnce(_ bytes: [UInt8]) -> Int {
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
    func finishSending() {
        shutdown(descriptor, Int32(SHUT_WR))
    }

    /// What the kernel keeps of bytes that were sent and not taken.
    var sendBufferBytes: Int {
        var count: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        getsockopt(descriptor, SOL_SOCKET, SO_SNDBUF, &count, &size)
        return Int(count)
    }

    /// The next bytes; nil at the end, or when none came in time.
    func receive() -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        return count > 0 ? Array(buffer.prefix(count)) : nil
    }

    /// Makes closing break the line (RST) instead of ending it.
    func breakWhenClosed() {
        var abruptly = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &abruptly, socklen_t(MemoryLayout<linger>.size))
    }
}
