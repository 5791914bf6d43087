import HJ212
import NIOCore
import NIOPosix

/// Sends frames one after the other over one connection, waiting for the answer of each that wants one.
struct FrameSender {
    let place: SocketPlace
    let timeoutSeconds: Int
    /// Called with everything that comes back.
    let report: (ScanEvent) throws -> Void

    private typealias Connection = NIOAsyncChannel<ByteBuffer, ByteBuffer>

    func send(_ frames: [Frame]) async throws {
        let connection = try await connect()
        try await connection.executeThenClose { inbound, outbound in
            var incoming = inbound.makeAsyncIterator()
            var scanner = FrameScanner(options: ScanOptions(crc: .any))
            for frame in frames {
                do {
                    try await outbound.write(ByteBuffer(bytes: frame.bytes))
                } catch {
                    throw CommandFault(
                        "\(place) closed the connection before \(name(frame)) was sent; look at its log.")
                }
                guard frame.wantsAnswer else { continue }
                let alarm = connection.channel.eventLoop.scheduleTask(in: .seconds(Int64(timeoutSeconds))) {
                    connection.channel.close(promise: nil)
                }
                let answer = try await self.answer(to: frame, &incoming, &scanner)
                alarm.cancel()
                let isTimeOver = (try? await alarm.futureResult.get()) != nil
                try check(answer, to: frame, isTimeOver: isTimeOver)
            }
        }
    }

    private func connect() async throws -> Connection {
        do {
            return try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connectTimeout(.seconds(Int64(timeoutSeconds)))
                .connect(host: place.host, port: place.port) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try Connection(wrappingChannelSynchronously: channel)
                    }
                }
        } catch {
            throw CommandFault(
                "cannot connect to \(place) (\(Self.cause(of: error))); "
                    + "check the address and whether a gateway listens.")
        }
    }

    /// The frame that answers; nil when the connection ended first.
    private func answer(
        to frame: Frame, _ incoming: inout NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator,
        _ scanner: inout FrameScanner
    ) async throws -> Frame? {
        while true {
            while let event = scanner.next() {
                try report(event)
                if case .accepted(let answer) = event, let qn = answer.answeredQN, qn == frame.header.qn {
                    return answer
                }
            }
            // A broken connection and a closed one are the same to the sender: no answer will come.
            guard let buffer = try? await incoming.next() else { return nil }
            scanner.append(buffer.readableBytesView)
        }
    }

    private func check(_ answer: Frame?, to frame: Frame, isTimeOver: Bool) throws {
        guard let answer else {
            throw CommandFault(
                isTimeOver
                    ? "\(place) gave no answer to \(name(frame)) within \(timeoutSeconds) s; "
                        + "check MN and PW, and look into its quarantine."
                    : "\(place) closed the connection without answering \(name(frame)); look at its log.")
        }
        if let result = answer.qnRtn, result != .ready {
            throw CommandFault(
                "\(place) refused \(name(frame)) with QnRtn=\(result.code) (\(result)); mend the frame and send again.")
        }
    }

    private func name(_ frame: Frame) -> String {
        frame.header.qn.map { "QN=\($0.text)" } ?? "the frame at byte \(frame.offset)"
    }

    private static func cause(of error: any Error) -> String {
        switch error {
        case let error as NIOConnectionError:
            if let first = error.connectionErrors.first { return cause(of: first.error) }
            return "the host name is not known"
        case let error as IOError:
            return SystemError.words(for: error.errnoCode)
        case ChannelError.connectTimeout:
            return "no reply in time"
        default:
            return String(describing: error)
        }
    }
}
