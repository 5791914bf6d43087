import Hummingbird
import NIOCore

/// The line broke while a body came in: whoever sent it has left, or was too slow for a proxy. Nobody hears the answer,
/// and nothing of ours failed.
struct SenderLeft: Error, CustomStringConvertible {
    let cause: any Error
    var description: String { "\(cause)" }
}

extension RequestBody.AsyncIterator {
    /// The next piece of a body; nil at its end. Throws `SenderLeft`, also when the visit was cancelled.
    mutating func nextPiece() async throws(SenderLeft) -> ByteBuffer? {
        do { return try await next() } catch { throw SenderLeft(cause: error) }
    }
}
