import CLibssl

/// Whom TLS connections of this program believe: the authorities of the system, or those of a file alone. At least TLS
/// 1.2; a certificate is always asked for and checked against the host's name.
final class TLSTrust: @unchecked Sendable {
    /// A file of authorities that cannot be read, or OpenSSL without memory.
    struct Unusable: Error, CustomStringConvertible {
        let description: String
    }

    /// A new connection's settings; freed with this object. OpenSSL counts references to it under its own lock and it
    /// is not changed after `init`, which is why several event loops may take connections from it.
    let context: OpaquePointer

    /// - Parameter authorities: A file of certificates (PEM) to believe instead of the system's. `SSL_CERT_FILE` and
    ///   `SSL_CERT_DIR` say where the system's are.
    init(authorities: String? = nil) throws(Unusable) {
        guard let context = SSL_CTX_new(TLS_client_method()) else {
            throw Unusable(description: "OpenSSL gives no context")
        }
        self.context = context
        SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nil)
        let isRead =
            authorities.map { SSL_CTX_load_verify_locations(context, $0, nil) }
            ?? SSL_CTX_set_default_verify_paths(context)
        guard tls_demand_1_2(context) == 1, isRead == 1 else {
            throw Unusable(description: "the authorities \(authorities ?? "of the system") cannot be read")
        }
    }

    deinit { SSL_CTX_free(context) }
}
