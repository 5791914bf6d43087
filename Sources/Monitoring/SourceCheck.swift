import Kernel
import Persistence

/// Whose frames are whose: each source has the stamps that the register has of its outlet, which decide who sees all of
/// its frames.
enum SourceCheck {
    static func report(_ access: any ReadAccess, _ directory: any OutletDirectory) throws -> CheckReport {
        var tally = CheckTally("sources of frames are of whom the register says")
        try FrameSourceStore.forEachPlace(access) { number, place in
            let outlet = try directory.outlet(place.outlet, scope: .city, in: access)
            let agrees = outlet.map { $0.enterprise == place.enterprise && $0.region == place.region } ?? false
            tally.examine(agrees ? nil : "source \(number) of \(place.outlet) is of another firm or district")
        }
        return tally.report
    }
}
