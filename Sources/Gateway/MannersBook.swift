import HJ212
import Synchronization

/// The manners of the devices, learnt from their stored frames and kept while the gateway runs, whatever lines they
/// come by: about 200 bytes for each.
///
/// Only a stored frame is shown to it, which proves a registered device, so that strangers leave nothing here. After a
/// restart a device is known again by its first frames.
final class MannersBook: Sendable {
    /// By MN; guarded by the mutex.
    private let known = Mutex<[String: MannersMemory]>([:])

    /// Takes a stored frame of a device into account, and tells the manners of the device as they are known now.
    func learn(from heard: HeardFrame, of device: String, isNew: Bool) -> Manners {
        known.withLock { known in
            if isNew || known[device] == nil {
                known[device, default: MannersMemory()].observe(heard)
            }
            return known[device]?.manners ?? heard.manners
        }
    }

    /// How many devices are known.
    var deviceCount: Int { known.withLock { $0.count } }
}
