import Foundation
import Gateway
import Kernel
import Monitoring
import Notices
import Persistence
import Web

extension Platform {
    /// What tells an operator whether the installation is well; `docs/operations.md` says how to read each.
    func metrics(_ server: GatewayServer) -> MetricsRegistry {
        let registry = MetricsRegistry()
        let (gateway, lines) = (server.metrics, server.lines)
        registry.addGauge("jianhu_gateway_devices_connected", help: "Devices that proved themselves on open lines.") {
            lines.connectedCount
        }
        registry.addCounter("jianhu_gateway_connections_refused_total", help: "Connections refused since the start.") {
            gateway.counts.connectionsRefused
        }
        // Frames are judged in the transaction that stores them, so this is how far judging is behind as well.
        registry.addGauge("jianhu_gateway_reads_waiting", help: "Reads that wait to be stored and judged.") {
            gateway.counts.handInsWaiting
        }
        registry.addGauge("jianhu_gateway_connections_open", help: "Open HJ 212 connections.") {
            gateway.counts.connectionsOpen
        }
        registry.addCounter("jianhu_gateway_frames_stored_total", help: "Frames stored since the start.") {
            gateway.counts.framesStored
        }
        registry.addCounter(
            "jianhu_gateway_frames_repeated_total", help: "Frames that were stored before, since the start."
        ) {
            gateway.counts.framesRepeated
        }
        registry.addCounter(
            "jianhu_gateway_arrivals_noted_total", help: "Frames of registering loggers since the start."
        ) {
            gateway.counts.arrivalsNoted
        }
        registry.addCounter("jianhu_gateway_arrivals_quarantined_total", help: "Stretches set aside since the start.") {
            gateway.counts.arrivalsQuarantined
        }
        registry.addLookup { [database, clock, delivery, file] in
            Self.files(file) + ((try? await Self.rows(database, delivery, now: clock.now())) ?? [])
        }
        return registry
    }

    private static func files(_ file: String) -> [MetricsRegistry.Reading] {
        func bytes(_ path: String) -> Int {
            ((try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? NSNumber)?.intValue ?? 0
        }
        return [
            .init("jianhu_database_bytes", help: "Size of the database file.", bytes(file)),
            .init("jianhu_database_log_bytes", help: "Size of the write-ahead log.", bytes(file + "-wal")),
        ]
    }

    private static func rows(
        _ database: any Database, _ delivery: JournalDelivery, now: Instant
    ) async throws -> [MetricsRegistry.Reading] {
        try await database.read { access in
            let duties = try DutyBook.counts(at: now, in: access)
            let notices = try NoticesRoom.backlog(in: access)
            return [
                .init("jianhu_journal_facts", help: "Facts in the journal.", Int(try Journal.lastSequence(access))),
                .init(
                    "jianhu_journal_facts_undelivered", help: "Facts that the slowest subscriber has still to take.",
                    try delivery.undelivered(in: access)),
                .init("jianhu_notices_waiting", help: "Notices on their way to other programs.", notices.waiting),
                .init("jianhu_notices_given_up", help: "Notices given up after a day of attempts.", notices.givenUp),
                .init(
                    "jianhu_judging_hours_left",
                    help: "Hours that wait to be judged or read again after a limit or a unit changed.",
                    try MonitoringRoom.hoursLeftToJudge(in: access)),
                .init("jianhu_duties_open", help: "Open duties.", duties.open),
                .init("jianhu_duties_overdue", help: "Open duties whose clock has run out.", duties.overdue),
            ]
        }
    }
}
