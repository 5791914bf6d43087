import Facts
import Kernel
import Persistence

/// Answers what devices ask the platform for, within the storm limits. The gateway has answered the notification itself
/// (9013) already.
struct DeviceWishes: Sendable {
    let desk: ConversationDesk
    let directory: any DeviceDirectory
    let register: any DeviceRegister

    /// What becomes of a wish.
    enum Answer: String, Sendable, CaseIterable {
        /// 1013: a time-set waits in the device's queue.
        case timeSet = "time-set"
        /// 1013: the device's time was set as often as is allowed today.
        case timeLimit = "time-limit"
        /// 1014, as it was answered before keys could be ordered.
        case noKeys = "no-keys"
        /// 1014: a person decides.
        case keyWaits = "key-waits"
        /// 1014: a new key waits in the device's queue.
        case keySet = "key-set"
        /// 1014: no new key can be ordered now.
        case keyRefused = "key-refused"
    }

    /// Answers each wish of a known device once; returns the requests that they became.
    func answer(
        _ wishes: [DeviceNumber: Set<Int>], at now: Instant, in access: any WriteAccess
    ) throws -> [ConversationDesk.Taken] {
        var taken: [ConversationDesk.Taken] = []
        for (device, numbers) in wishes.sorted(by: { $0.key < $1.key }) {
            guard let station = try directory.station(of: device, in: access) else { continue }
            for number in numbers.sorted() {
                let (answer, request) =
                    number == 1013 ? try setTime(of: station, now, access) : try setKey(of: station, now, access)
                if let request { taken.append(request) }
                let isNews = try WishStore.note(number, of: station, answer: answer.rawValue, at: now, in: access)
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

    private typealias Answered = (Answer, ConversationDesk.Taken?)

    private func setTime(of station: DeviceStation, _ now: Instant, _ access: any WriteAccess) throws -> Answered {
        let request = ConversationDesk.Request(
            command: DeviceCommand(kind: .setTime, stored: [:]), link: nil, reason: "1013", author: .system("devices"),
            authorName: "1013")
        do {
            return (.timeSet, try desk.ask(request, of: station, edition: nil, at: now, in: access))
        } catch is CommandRefusal {
            return (.timeLimit, nil)
        }
    }

    private func setKey(of station: DeviceStation, _ now: Instant, _ access: any WriteAccess) throws -> Answered {
        guard try KeyPolicyStore.policy(access) == .platform else { return (.keyWaits, nil) }
        // What an order would be refused for is asked first: a refusal here must leave nothing half done.
        let today = try ConversationStore.counts(of: station.device, on: now.civil.date, in: access)
        guard today[.setKey, default: 0] < RequestKind.setKey.trait.perDayMax,
            try register.terms(of: station.device, in: access).cipher != nil
        else { return (.keyRefused, nil) }
        do {
            let ordered = try SecretDesk(desk: desk, register: register).order(
                .setKey, .key, of: station, link: nil, reason: "1014", by: .system("devices"), name: "1014",
                edition: nil, at: now, in: access)
            return (.keySet, ordered.taken)
        } catch is CommandRefusal {
            // The drawn key waits, and is what the next order sends.
            return (.keyRefused, nil)
        } catch is RegisterRefusal {
            return (.keyRefused, nil)
        }
    }
}
