import HJ212
import Synchronization
import TestMaterial

/// Many devices that send at once, each with many frames in flight, and write down every answer.
final class DeviceCrowd: Sendable {
    private struct Book {
        var answered: Set<String> = []
        var hasFired = false
    }

    /// Who was answered; guarded by the mutex.
    private let book = Mutex(Book())
    private let port: Int
    private let inFlight: Int

    init(port: Int, inFlight: Int = 24) {
        self.port = port
        self.inFlight = inFlight
    }

    /// The names of the frames answered so far.
    var answered: Set<String> { book.withLock { $0.answered } }

    /// Sends everything over one line for each group, until all is answered or the lines break.
    ///
    /// - Parameter onAnswers: Called once, after so many answers in all, while frames flow.
    func send(_ groups: [[SentFrame]], after count: Int = .max, onAnswers: @escaping @Sendable () -> Void = {}) async {
        await withTaskGroup(of: Void.self) { tasks in
            for group in groups {
                tasks.addTask { [self] in
                    try? await OffPool.run { try self.send(group, after: count, onAnswers) }
                }
            }
        }
    }

    private func send(_ frames: [SentFrame], after count: Int, _ onAnswers: () -> Void) throws {
        let line = try LoopbackLine(port: port, timeoutS: 10)
        var scanner = FrameScanner()
        var waiting = 0
        var rest = frames[...]
        while true {
            let next = rest.prefix(inFlight - waiting)
            rest = rest.dropFirst(next.count)
            waiting += next.count
            guard waiting > 0, line.send(next.flatMap(\.bytes)), let bytes = line.receive() else { return }
            scanner.append(bytes)
            while let event = scanner.next() {
                guard case .accepted(let answer) = event, answer.header.cn == .dataAnswer else { continue }
                waiting -= 1
                if note(answer, count) { onAnswers() }
            }
        }
    }

    /// Whether this was the answer that was waited for.
    private func note(_ answer: Frame, _ count: Int) -> Bool {
        book.withLock { book in
            book.answered.insert("\(answer.header.mn ?? "")/\(answer.answeredQN?.text ?? "")")
            guard !book.hasFired, book.answered.count >= count else { return false }
            book.hasFired = true
            return true
        }
    }
}
