import CLibssl
import NIOCore

/// The client's end of TLS in a channel's pipeline, by the system's OpenSSL over buffers in memory: what comes in is
/// decrypted, what goes out encrypted, and nothing is sent before the certificate was believed.
final class TLSClientHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// Why a connection is none.
    enum Fault: Error, Equatable, CustomStringConvertible {
        /// The certificate is not believed: why.
        case certificate(String)
        /// TLS was spoken wrongly, or not at all.
        case protocolBroken(String)

        var description: String {
            switch self {
            case .certificate(let why): "its certificate is not believed: \(why)"
            case .protocolBroken(let why): "TLS failed: \(why)"
            }
        }
    }

    private let connection: OpaquePointer
    /// What came and is to be decrypted; owned by the connection.
    private let incoming: OpaquePointer
    /// What was encrypted and is to be sent; owned by the connection.
    private let outgoing: OpaquePointer
    private var isOpen = false
    private var waiting: [(buffer: ByteBuffer, promise: EventLoopPromise<Void>?)] = []

    /// A connection to a host, by its name or IPv4 address, whose certificate has to bear that.
    init(to host: String, trust: TLSTrust) throws {
        guard let connection = SSL_new(trust.context) else { throw Fault.protocolBroken("OpenSSL is out of memory") }
        guard let incoming = BIO_new(BIO_s_mem()), let outgoing = BIO_new(BIO_s_mem()) else {
            SSL_free(connection)
            throw Fault.protocolBroken("OpenSSL is out of memory")
        }
        (self.connection, self.incoming, self.outgoing) = (connection, incoming, outgoing)
        SSL_set_bio(connection, incoming, outgoing)
        SSL_set_connect_state(connection)
        // An address is checked as one and is never sent as a name (RFC 6066 §3).
        if X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(connection), host) != 1 {
            guard SSL_set1_host(connection, host) == 1, tls_name_server(connection, host) == 1 else {
                throw Fault.protocolBroken("\(host) is no host name")
            }
        }
    }

    deinit { SSL_free(connection) }

    func channelActive(context: ChannelHandlerContext) {
        proceed(context)
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        _ = unwrapInboundIn(data).withUnsafeReadableBytes { bytes in
            BIO_write(incoming, bytes.baseAddress, Int32(bytes.count))
        }
        proceed(context)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        waiting.append((unwrapOutboundIn(data), promise))
    }

    func flush(context: ChannelHandlerContext) { proceed(context) }

    func channelInactive(context: ChannelHandlerContext) {
        for write in waiting { write.promise?.fail(ChannelError.ioOnClosedChannel) }
        waiting = []
        context.fireChannelInactive()
    }

    /// Goes on as far as what came allows.
    private func proceed(_ context: ChannelHandlerContext) {
        do {
            try shakeHands()
            let decrypted = isOpen ? try exchange(context.channel.allocator) : nil
            send(context)
            if let decrypted, decrypted.readableBytes > 0 { context.fireChannelRead(wrapInboundOut(decrypted)) }
        } catch {
            // An alert says to the other side why.
            send(context)
            context.fireErrorCaught(error)
            context.close(promise: nil)
        }
    }

    private func shakeHands() throws {
        guard !isOpen else { return }
        ERR_clear_error()
        let result = SSL_do_handshake(connection)
        isOpen = result == 1
        if !isOpen { try check(result) }
    }

    /// Encrypts what waits, and decrypts what came.
    private func exchange(_ allocator: ByteBufferAllocator) throws -> ByteBuffer {
        for write in waiting {
            let written = write.buffer.withUnsafeReadableBytes { bytes in
                bytes.isEmpty ? 1 : SSL_write(connection, bytes.baseAddress, Int32(bytes.count))
            }
            if written <= 0 { try check(written) }
            write.promise?.succeed(())
        }
        waiting = []
        var decrypted = allocator.buffer(capacity: 4_096)
        while true {
            ERR_clear_error()
            let count = decrypted.writeWithUnsafeMutableBytes(minimumWritableBytes: 4_096) { bytes in
                max(0, Int(SSL_read(connection, bytes.baseAddress, Int32(bytes.count))))
            }
            guard count > 0 else { break }
        }
        return decrypted
    }

    private func send(_ context: ChannelHandlerContext) {
        let count = BIO_ctrl_pending(outgoing)
        guard count > 0 else { return }
        var encrypted = context.channel.allocator.buffer(capacity: count)
        encrypted.writeWithUnsafeMutableBytes(minimumWritableBytes: count) { bytes in
            max(0, Int(BIO_read(outgoing, bytes.baseAddress, Int32(count))))
        }
        context.writeAndFlush(wrapOutboundOut(encrypted), promise: nil)
    }

    /// Throws for every result but one that waits for more to come.
    private func check(_ result: Int32) throws {
        guard SSL_get_error(connection, result) != SSL_ERROR_WANT_READ else { return }
        let verified = SSL_get_verify_result(connection)
        guard verified == 0 else {
            throw Fault.certificate(String(cString: X509_verify_cert_error_string(verified)))
        }
        let code = ERR_get_error()
        throw Fault.protocolBroken(ERR_reason_error_string(code).map { String(cString: $0) } ?? "no TLS")
    }
}
