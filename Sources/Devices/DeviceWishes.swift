import Facts
import Kernel
import Persistence

/// Answers what devices ask the platform for, within the storm limits. The gateway has answered the notification itself
/// (9013) already.
enum DeviceWishes {
    /// What becomes of a wish.
    enum Answer: String, Sendable {
        /// 1013: a time-set waits in the device's queue.
        case timeSet = "time-set"
        /// 1013: the device's time was set as often as is allowed today.
        case timeLimit = "time-limit"
        /// 1014: keys are changed in the register and not handed out over the line.
        case noKeys = "no-keys"
    }

    /// Answers each wish of a known device once; returns the requests that they became.
    static func answer(
        _ wishes: [DeviceNumber: Set<Int>], desk: ConversationDesk, directory: any DeviceDirectory, at now: Instant,
        in access: any WriteAccess
    ) throws -> [ConversationDesk.Taken] {
        var taken: [ConversationDesk.Taken] = []
        for (device, numbers) in wishes.sorted(by: { $0.key < $1.key }) {
            guard let station = try directory.station(of: device, in: access) else { continue }
            for number in numbers.sorted() {
                var answer = Answer.noKeys
                if number == 1013 {
                    let request = try setTime(of: station, desk, now, access)
                    if let request { taken.append(request) }
                    answer = request == nil ? .timeLimit : .timeSet
                }
                let isNews = try WishStore.note(
                    number, of: station, answer: answer.rawValue, at: now, in: access)
                // A wish repeated is a count, not a fact: a device in a loop does not fill the journal.
                guard isNews else { continue }
                try desk.journal.append(
                    DeviceAsked(device: device.text, number: number, answer: answer.rawValue),
                    about: FactSubject(
                        enterprise: station.enterprise, region: station.region, reference: station.outlet.text),
                    by: .system("devices"), occurredAt: now, in: access)
            }
        }
        return taken
    }

    private static func setTime(
        of station: DeviceStation, _ desk: ConversationDesk, _ now: Instant, _ access: any WriteAccess
    ) throws -> ConversationDesk.Taken? {
        let request = ConversationDesk.Request(
            command: DeviceCommand(kind: .setTime, stored: [:]), link: nil, reason: "1013", author: .system("devices"),
            authorName: "1013")
        do {
            return try desk.ask(request, of: station, edition: nil, at: now, in: access)
        } catch is CommandRefusal {
            return nil
        }
    }
}
