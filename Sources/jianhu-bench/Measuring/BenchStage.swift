import App
import Foundation
import Gateway
import Kernel
import Logging
import SQLitePersistence

/// An installation in a folder of its own, with the outlets of a simulated city in its register; gone afterwards.
struct BenchStage {
    let platform: Platform
    let file: String
    let share: String

    /// Lends a stage.
    static func with<Value>(
        outlets: Int, limit: DecimalNumber? = nil, _ body: (BenchStage) async throws -> Value
    ) async throws -> Value {
        try await TemporaryFolder.with { folder in
            let share = try BenchShare.folder(in: folder)
            let file = folder + "/bench.sqlite"
            let platform = try await Platform.open(
                file: file, share: share, clock: SystemClock(), entropy: SystemEntropy(), logger: logger)
            try await BenchSources.enter(outlets, limit: limit, into: platform)
            return try await body(BenchStage(platform: platform, file: file, share: share))
        }
    }

    /// Only what is wrong.
    static var logger: Logger {
        var logger = Logger(label: "jianhu-bench") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .warning
        return logger
    }

    /// Settings under which the gateway lets a whole city in from one address.
    static func gatewaySettings() throws -> GatewaySettings {
        try GatewaySettings(
            port: 0, connectionsMax: 12_000, connectionsPerAddressMax: 12_000,
            connectionsPerAddressPerMinuteMax: 24_000)
    }

    /// Lends a gateway that stores into the platform.
    func withGateway<Value: Sendable>(_ body: (GatewayServer) async throws -> Value) async throws -> Value {
        let gateway = GatewayServer(
            settings: try Self.gatewaySettings(), intake: platform.intake, clock: SystemClock(), logger: Self.logger)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await gateway.run() }
            let value = try await body(gateway)
            // What is under way is finished first; a line that does not end is cut off.
            let patience = ContinuousClock.now + .seconds(5)
            while gateway.metrics.counts.connectionsOpen > 0, ContinuousClock.now < patience {
                try await Task.sleep(for: .milliseconds(10))
            }
            group.cancelAll()
            return value
        }
    }

    /// Folds the log into the file and ends all connections.
    func close() throws { try (platform.database as? SQLiteDatabase)?.close() }

    /// SQLite's `synchronous` as the writer has it: 2 is FULL.
    func synchronousSetting() throws -> Int {
        try (platform.database as? SQLiteDatabase)?.synchronousSetting() ?? -1
    }

    /// Bytes of the database file, or of another that belongs to it (`-wal`).
    func fileBytes(_ ending: String = "") -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file + ending)
        return (attributes?[.size] as? Int) ?? 0
    }
}
