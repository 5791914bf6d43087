import Foundation

/// A plain TCP connection to a port of this computer whose calls block.
final class PlainLine {
    private let descriptor: Int32
    private var unread = ""

    init(port: Int, timeoutS: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var patience = timeval(tv_sec: timeoutS, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        address.sin_port = UInt16(port).bigEndian
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isConnected else { throw BenchFault("nothing listens on port \(port) of this computer") }
    }

    deinit {
        close(descriptor)
    }

    /// Hands all bytes over.
    func send(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.send(descriptor, $0.baseAddress, $0.count, 0) }
            guard count > 0 else { throw BenchFault("a connection to this computer broke; look at the lines above") }
            rest = rest.dropFirst(count)
        }
    }

    /// Reads on until a text has come; false when the line ended or nothing came for too long.
    func read(until text: String) -> Bool {
        while true {
            if let place = unread.firstRange(of: text) {
                unread = String(unread[place.upperBound...])
                return true
            }
            guard let more = receive() else { return false }
            unread += more
        }
    }

    /// Everything until the end.
    func readToEnd() -> String {
        while let more = receive() { unread += more }
        return unread
    }

    private func receive() -> String? { receiveBytes().map { String(decoding: $0, as: UTF8.self) } }

    /// What comes next; nil when the line ended or nothing came for too long.
    func receiveBytes() -> ArraySlice<UInt8>? {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        return count > 0 ? buffer.prefix(count) : nil
    }
}
