import Foundation
import HJ212

#if canImport(Glibc)
    import Glibc
#endif

/// A receiving platform for one connection on the loopback, on a thread of its own.
final class LoopbackPlatform: Sendable {
    let port: UInt16
    private let listener: Int32

    /// - Parameter reply: the bytes to send back for a frame; nil closes the connection.
    init(reply: @escaping @Sendable (Frame) -> [UInt8]?) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, size) == 0 && listen(listener, 1) == 0 && getsockname(listener, $0, &size) == 0
            }
        }
        guard isListening else { throw POSIXError(.EADDRNOTAVAIL) }
        self.listener = listener
        port = UInt16(bigEndian: address.sin_port)
        Thread { Self.serve(listener, reply) }.start()
    }

    deinit {
        // Closing alone would leave a waiting accept, and with it the port, alive.
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    private static func serve(_ listener: Int32, _ reply: (Frame) -> [UInt8]?) {
        let line = accept(listener, nil, nil)
        defer { close(line) }
        var scanner = FrameScanner()
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(line, &buffer, buffer.count)
            guard count > 0 else { return }
            scanner.append(buffer.prefix(count))
            while let event = scanner.next() {
                guard let frame = event.frame, let answer = reply(frame) else { return }
                _ = answer.withUnsafeBytes { Glibc.send(line, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            }
        }
    }
}
