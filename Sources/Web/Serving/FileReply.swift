import Foundation
import Hummingbird
import NIOCore
import NIOPosix

/// Hands files out: stored ones in pieces, never as a whole in memory; made ones as they are.
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
        return response(body, contentType: file.contentType, place: file.isShown ? "inline" : "attachment", file.name)
    }

    /// The reply that hands out a file made for the visitor.
    static func response(to download: Download) -> Response {
        response(
            ResponseBody(byteBuffer: ByteBuffer(bytes: download.bytes)), contentType: download.contentType,
            place: "attachment", download.name)
    }

    private static func response(
        _ body: ResponseBody, contentType: String, place: String, _ name: String
    ) -> Response {
        var response = Response(status: .ok, body: body)
        response.headers[.contentType] = contentType
        response.set("Content-Security-Policy", policy)
        response.set("Content-Disposition", "\(place); filename*=UTF-8''\(PercentCoding.encode(name))")
        response.headers[.cacheControl] = "private, no-store"
        return response
    }
}
