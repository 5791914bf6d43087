import Facts
import Kernel
import Persistence

/// Sends what waits. A notice is noted as taken only after the answer, so that one may arrive twice after a crash and
/// none gets lost: receivers tell repetitions by `fact`.
public struct NoticeWatch: Sendable {
    let database: any Database
    let sender: any NoticeSender
    let secrets: SecretBox
    let clock: any WallClock
    /// How many facts behind the newest a taken notice is kept for.
    private static let keptFacts: Int64 = 100_000

    /// Sends what is due, one notice for each subscription; returns how many were taken.
    @discardableResult
    public func look() async throws -> Int {
        let now = clock.now()
        let due = try await database.read { access in
            try NoticeStore.due(at: now, in: access).map { waiting in
                let entry = try Journal.entry(waiting.sequence, in: access)
                return (waiting, entry, try NoticeStore.sealedSecret(of: waiting.subscription, in: access))
            }
        }
        guard !due.isEmpty else { return 0 }
        let addresses = try await database.read { access in
            Dictionary(
                try NoticeStore.subscriptions(access).map { ($0.id, $0.address) }, uniquingKeysWith: { $1 })
        }
        return try await withThrowingTaskGroup(of: Bool.self) { group in
            for (waiting, entry, sealed) in due {
                guard let entry, let sealed, let address = addresses[waiting.subscription] else { continue }
                group.addTask { try await send(entry, waiting, to: address, sealed: sealed) }
            }
            return try await group.reduce(into: 0) { count, isTaken in count += isTaken ? 1 : 0 }
        }
    }

    private func send(
        _ entry: JournalEntry, _ waiting: NoticeStore.Waiting, to address: NoticeAddress, sealed: [UInt8]
    ) async throws -> Bool {
        let message = try NoticeMessage(entry)
        let secret = try secrets.open(sealed, for: NoticeDesk.identity(of: waiting.subscription))
        let sentAt = clock.now()
        let headers = [
            ("Content-Type", "application/json"), ("Jianhu-Fact", entry.factID),
            ("Jianhu-Signature", message.signature(at: sentAt, secret: secret)),
        ]
        let answer: String
        var isTaken = false
        do {
            let status = try await sender.post(message.body, to: address, headers: headers)
            isTaken = (200..<300).contains(status)
            answer = "\(status)"
        } catch {
            try Task.checkCancellation()
            answer = "\(error)"
        }
        let (now, taken) = (clock.now(), isTaken)
        try await database.write { access in
            try NoticeStore.note(waiting, isTaken: taken, answer: answer, at: now, in: access)
            let last = try Journal.lastSequence(access)
            try NoticeStore.forget(
                takenBefore: last - Self.keptFacts, by: waiting.subscription, in: access)
        }
        return isTaken
    }

    /// Sends until the task is cancelled: at once while notices are taken, else after `interval`.
    public func run(every interval: Duration, reporting report: @Sendable (any Error) -> Void) async throws {
        while !Task.isCancelled {
            var taken = 0
            do { taken = try await look() } catch {
                try Task.checkCancellation()
                report(error)
            }
            if taken == 0 { try await Task.sleep(for: interval) }
        }
    }
}
