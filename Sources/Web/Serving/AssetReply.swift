import Hummingbird
import NIOCore

/// Serves the files that were read at start, and nothing else: an address is a key of a table, never a path of a disk.
struct AssetReply: Sendable {
    static let prefix = "/assets/"

    let share: ShareFolder

    /// The reply to a request below `/assets/`; nil when there is no such file.
    func response(to request: Request) -> Response? {
        let name = String(request.uri.path.dropFirst(Self.prefix.count))
        guard let asset = share.assets[name] else { return nil }
        let tag = "\"\(asset.version)\""
        let isPinned = request.uri.query == "v=\(asset.version)"
        var response = Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
        if request.headers[.ifNoneMatch] == tag { response = Response(status: .notModified) }
        response.headers[.contentType] = asset.contentType
        response.headers[.eTag] = tag
        // A versioned address names its content, so it may be kept for good; a bare one is asked for again.
        response.headers[.cacheControl] = isPinned ? "public, max-age=31536000, immutable" : "no-cache"
        return response
    }
}
