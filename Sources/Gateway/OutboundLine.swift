import NIOCore
import Synchronization

/// The sending side of a line, for what the platform says unasked. Answers go their own way; both are whole frames, so
/// that neither can stand inside the other.
final class OutboundLine: Sendable {
    /// Bytes that may wait for a device that does not read. Design value: eight requests of 1,036 bytes.
    static let waitingBytesMax = 8_288

    private struct Sending {
        var waitingBytes = 0
        var isClosing = false
    }

    /// Order in which lines were opened; the greater is the newer.
    let number: Int
    let remote: String
    private let channel: any Channel
    /// What is under way; guarded by the mutex.
    private let sending = Mutex(Sending())

    init(_ line: AdmittedLine, number: Int) {
        self.number = number
        remote = line.remote
        channel = line.channel
    }

    /// Sends nothing from now on.
    func beginClosing() {
        sending.withLock { $0.isClosing = true }
    }

    /// Hands bytes to the network, or says at once why not. Never waits for the peer.
    func send(_ bytes: [UInt8]) async -> SendOutcome {
        let refusal: SendOutcome? = sending.withLock { sending in
            if sending.isClosing { return .closing }
            guard channel.isWritable || !channel.isActive,
                sending.waitingBytes == 0 || sending.waitingBytes + bytes.count <= Self.waitingBytesMax
            else { return .busy }
            sending.waitingBytes += bytes.count
            return nil
        }
        if let refusal { return refusal }
        let isHandedOver = try? await channel.eventLoop.submit { [channel, self] in
            guard channel.isActive else {
                free(bytes.count)
                return false
            }
            channel.writeAndFlush(ByteBuffer(bytes: bytes)).whenComplete { _ in self.free(bytes.count) }
            return true
        }.get()
        return isHandedOver == true ? .sent : .closing
    }

    private func free(_ count: Int) {
        sending.withLock { $0.waitingBytes -= count }
    }
}
