import Foundation
import Hummingbird
import NIOCore
import NIOPosix

/// Hands a stored file out in pieces, never as a whole in memory.
enum FileReply {
    private static let pieceBytes = 64 * 1_024
    /// Whatever the bytes are, they run nothing and load nothing.
    private static let policy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'"

    /// The reply; fails when the file cannot be opened.
    static func response(to file: StoredFile) throws -> Response {
        let size = try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int
        guard let size, let handle = FileHandle(forReadingAtPath: file.path) else { throw FileFault(path: file.path) }
        let body = ResponseBody(contentLength: size) { writer in
            while let piece = try await NIOThreadPool.singleton.runIfActive({
                try handle.read(upToCount: pieceBytes)
            }), !piece.isEmpty {
                try await writer.write(ByteBuffer(bytes: piece))
            }
            try await NIOThreadPool.singleton.runIfActive { try handle.close() }
            try await writer.finish(nil)
        }
        var response = Response(status: .ok, body: body)
        response.headers[.contentType] = file.contentType
        response.set("Content-Security-Policy", policy)
        let place = file.isShown ? "inline" : "attachment"
        response.set("Content-Disposition", "\(place); filename*=UTF-8''\(PercentCoding.encode(file.name))")
        response.headers[.cacheControl] = "private, no-store"
        return response
    }
}
