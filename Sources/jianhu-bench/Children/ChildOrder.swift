import Foundation

/// What a child process of a benchmark is to do; handed over as JSON on its standard input.
enum ChildOrder: Codable, Sendable {
    /// Be loggers and send, as fast as answers come.
    case load(LoadOrder)
    /// Send bytes to an echo and wait for as many.
    case echo(EchoOrder)
    /// Serve an installation until killed.
    case serve(ServeOrder)
    /// Watch the live desk and send exceedances.
    case watch(WatchOrder)
    /// Visit pages at a pace.
    case visit(VisitOrder)

    /// Does what standard input orders.
    static func carryOutFromStandardInput() async throws {
        let input = try FileHandle.standardInput.readToEnd() ?? Data()
        try await JSONDecoder().decode(ChildOrder.self, from: input).carryOut()
    }

    /// Does what is ordered.
    private func carryOut() async throws {
        switch self {
        case .load(let order): try await order.carryOut()
        case .echo(let order): try await order.carryOut()
        case .serve(let order): try await order.carryOut()
        case .watch(let order): try await order.carryOut()
        case .visit(let order): try await order.carryOut()
        }
    }

    /// One line of JSON to the parent.
    static func report(_ message: some Encodable) throws {
        let line = try JSONEncoder().encode(message) + Data("\n".utf8)
        FileHandle.standardOutput.write(line)
    }
}
