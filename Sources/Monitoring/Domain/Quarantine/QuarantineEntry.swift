import Kernel

/// A stretch of bytes that was set aside, once for all the times it came.
struct QuarantineEntry: Sendable, Equatable {
    /// SHA-256 of the bytes; names the entry.
    let digest: Digest256
    /// Why it was set aside the last time, as a stable code.
    let reason: String
    /// The device number that the bytes claim; nil when they name none. Nothing proves it.
    let device: DeviceNumber?
    /// Who sent it first, without the port: the bound for each address counts it there.
    let address: String
    /// Who sent it last, with the port.
    let remote: String
    let firstReceivedAt: Instant
    let lastReceivedAt: Instant
    /// How often it came.
    let times: Int
    let byteCount: Int
}

extension QuarantineEntry {
    /// The address of a sender without its port. (`192.0.2.7:51000`, `2001:db8::7:51000`; what has no colon stays.)
    static func address(of remote: String) -> String {
        guard let colon = remote.lastIndex(of: ":") else { return remote }
        let port = remote[remote.index(after: colon)...]
        return !port.isEmpty && port.allSatisfy(\.isNumber) ? String(remote[..<colon]) : remote
    }
}
