import Hummingbird

/// Headers of every reply, errors and assets included.
enum SecurityHeaders {
    /// Nothing is loaded from elsewhere, nothing inline runs, nobody may frame us.
    static let contentSecurityPolicy = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'",
        "connect-src 'self'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'",
    ].joined(separator: "; ")

    private static let always = [
        ("Content-Security-Policy", contentSecurityPolicy),
        ("X-Content-Type-Options", "nosniff"),
        // Same-origin rather than none: the origin check reads it where a browser sends no Origin.
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ]

    /// Adds them.
    static func add(to response: inout Response, settings: WebSettings) {
        // A file that somebody sent brings a stricter policy of its own.
        for (name, value) in always where !response.has(name) { response.set(name, value) }
        if settings.isSecure { response.set("Strict-Transport-Security", "max-age=31536000") }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    }
}

extension Response {
    /// Whether a header is set.
    func has(_ name: String) -> Bool {
        HTTPFields.Element.Name(name).map { headers[$0] != nil } ?? false
    }

    /// Sets a header by name.
    mutating func set(_ name: String, _ value: String) {
        guard let field = HTTPFields.Element.Name(name) else {
            preconditionFailure("\(name) is no name of a header")
        }
        headers[field] = value
    }
}
