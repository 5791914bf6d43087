public import Kernel
import Synchronization

/// Which hours of which devices have news, and how often frames came again: noted by the intake, taken by the watch.
///
/// Kept in memory only: what a crash loses, the watch finds by going through the last hours anyway; of repeats the
/// count since the last look is lost.
final class HealthInbox: Sendable {
    /// A device and an hour.
    struct Place: Hashable, Sendable {
        let device: DeviceNumber
        let hour: Instant
    }

    /// What was noted.
    struct Notes: Sendable {
        var changed: Set<Place> = []
        var repeats: [Place: Int] = [:]
    }

    /// Places kept at most of each kind; more are found by the round of the watch. Design value.
    static let placesMax = 50_000

    /// Guarded by the mutex.
    private let notes = Mutex(Notes())

    func note(_ sightings: [FrameSighting]) {
        notes.withLock { notes in
            for sighting in sightings {
                let place = Place(device: sighting.device, hour: sighting.dataTime.startOfHour)
                if notes.changed.count < Self.placesMax { notes.changed.insert(place) }
                guard sighting.isRepeat, notes.repeats.count < Self.placesMax else { continue }
                notes.repeats[Place(device: sighting.device, hour: sighting.receivedAt.startOfHour), default: 0] += 1
            }
        }
    }

    /// Takes at most so many changed places, and all repeats.
    func take(_ changedMax: Int) -> Notes {
        notes.withLock { notes in
            let changed = Set(notes.changed.prefix(changedMax))
            let taken = Notes(changed: changed, repeats: notes.repeats)
            notes.changed.subtract(changed)
            notes.repeats = [:]
            return taken
        }
    }
}

/// A frame that was stored, or had been stored before.
public struct FrameSighting: Sendable, Equatable {
    /// The device.
    public let device: DeviceNumber
    /// The data time.
    public let dataTime: Instant
    /// When it came.
    public let receivedAt: Instant
    /// Whether the same bytes had been stored before.
    public let isRepeat: Bool

    /// A frame that was stored, or had been stored before.
    public init(device: DeviceNumber, dataTime: Instant, receivedAt: Instant, isRepeat: Bool) {
        self.device = device
        self.dataTime = dataTime
        self.receivedAt = receivedAt
        self.isRepeat = isRepeat
    }
}
