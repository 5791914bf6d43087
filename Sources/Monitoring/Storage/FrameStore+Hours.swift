import Kernel
import Persistence

extension FrameStore {
    /// The stored frames of an outlet whose data time lies in the hour that begins at `hour`, every version and every
    /// command, with when they came.
    static func frames(
        of outlet: OutletID, hour: Instant, in access: any ReadAccess
    ) throws -> [(bytes: [UInt8], receivedAt: Instant)] {
        var shelf = LayoutShelf()
        var frames: [(bytes: [UInt8], receivedAt: Instant)] = []
        try forEach(
            outlet: outlet, hour: FramePlace.hourNumber(of: hour), scope: .city, shelf: &shelf, in: access
        ) { frame in
            if let bytes = frame.bytes { frames.append((bytes, frame.receivedAt)) }
        }
        return frames
    }
}
