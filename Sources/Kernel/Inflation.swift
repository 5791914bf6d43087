import CZlib

/// Takes apart what was compressed as a zlib stream (RFC 1950), by the system's zlib; never holds what comes out.
public enum Inflation {
    /// How it ended.
    public enum End: Sendable, Equatable {
        /// The stream ended by itself, and its checksum is right.
        case complete
        /// More bytes were expected.
        case truncated
        /// More came out than was allowed; the rest was not looked at.
        case beyond
        /// These bytes are no such stream, or were changed.
        case damaged
    }

    private static let pieceBytes = 64 * 1_024

    /// Hands on what comes out, piece by piece, until `bytesMax` bytes came.
    public static func inflate(_ bytes: [UInt8], bytesMax: Int, _ body: ([UInt8]) -> Void) -> End {
        var stream = z_stream()
        guard inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return .damaged }
        defer { inflateEnd(&stream) }
        var input = bytes
        var left = bytesMax
        return input.withUnsafeMutableBufferPointer { source in
            stream.next_in = source.baseAddress
            stream.avail_in = UInt32(source.count)
            while true {
                var (status, came) = (Z_OK, 0)
                // Laid down once and not filled first: many small streams would cost little else.
                let piece = [UInt8](unsafeUninitializedCapacity: min(pieceBytes, left + 1)) { target, count in
                    stream.next_out = target.baseAddress
                    stream.avail_out = UInt32(target.count)
                    let room = target.count
                    status = CZlib.inflate(&stream, Z_NO_FLUSH)
                    came = room - Int(stream.avail_out)
                    count = min(came, left)
                }
                body(piece)
                guard came <= left else { return .beyond }
                left -= came
                switch status {
                case Z_STREAM_END: return .complete
                case Z_OK: continue
                case Z_BUF_ERROR: return .truncated
                default: return .damaged
                }
            }
        }
    }
}
