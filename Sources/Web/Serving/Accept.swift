/// What a visitor can read, by the Accept header (RFC 9110 §12.5.1).
enum Accept {
    /// Whether JSON rather than a page is wanted. Without any preference people come first.
    static func prefersJSON(_ header: String?) -> Bool {
        guard let header, !header.isEmpty else { return false }
        let html = quality(of: "text/html", in: header)
        let json = max(
            quality(of: "application/json", in: header), quality(of: "application/problem+json", in: header))
        // Neither: something that reads no page at all, such as an event stream.
        return json > html || html == 0
    }

    /// The quality of a media type, by its most exact range.
    private static func quality(of type: String, in header: String) -> Double {
        let major = type.split(separator: "/")[0]
        var best: (exactness: Int, quality: Double) = (-1, 0)
        for part in header.lowercased().split(separator: ",").prefix(32) {
            let pieces = part.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
            guard let range = pieces.first else { continue }
            let exactness = range == type ? 2 : range == "\(major)/*" ? 1 : range == "*/*" ? 0 : -1
            guard exactness > best.exactness else { continue }
            let quality = pieces.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            best = (exactness, quality)
        }
        return best.quality
    }
}
