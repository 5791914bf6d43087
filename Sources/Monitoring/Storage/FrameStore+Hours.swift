import Facts
import HJ212
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

    /// The hour or day frames of an outlet whose hour or day begins in this range, one at a time; a damaged row is left
    /// out, and `verify` tells of it.
    static func forEachFrame(
        of outlet: OutletID, _ period: MeanPeriod, in range: Range<Instant>, _ access: any ReadAccess,
        _ body: ([UInt8]) throws -> Void
    ) throws {
        guard !range.isEmpty else { return }
        var shelf = LayoutShelf()
        // The data time of a day's frame may lie anywhere in its day.
        let last = range.upperBound.adding(hours: period.hours - 1)
        let command: Command = period == .hour ? .hourValues : .dayValues
        for hour in FramePlace.hourNumber(of: range.lowerBound)...FramePlace.hourNumber(of: last) {
            try forEach(outlet: outlet, hour: hour, command: command, scope: .city, shelf: &shelf, in: access) {
                frame in
                let time = frame.place.dataTime
                let start = period == .hour ? time.startOfHour : Instant(startOf: time.civil.date)
                guard range.contains(start), let bytes = frame.bytes else { return }
                try body(bytes)
            }
        }
    }

    /// From the oldest to the newest hour that has any frame; nil without one.
    static func hourExtent(_ access: any ReadAccess) throws -> ClosedRange<Instant>? {
        // Two questions, because each alone is answered by one end of the key.
        let row = try access.row(
            """
            SELECT (SELECT MIN(hour_no) FROM monitoring_packed_frame) AS first,
              (SELECT MAX(hour_no) FROM monitoring_packed_frame) AS last
            """)
        guard let row, let first = try row.optional("first", Row.int64), let last = try row.optional("last", Row.int64)
        else { return nil }
        func start(_ hour: Int64) -> Instant {
            FramePlace(hourNumber: hour, offset: 0, command: .hourValues, packet: 0).dataTime
        }
        return start(first)...start(last)
    }

    /// The newest frames of one command of an outlet within the newest hours that have any frame, when they are in
    /// sight; the newest first.
    static func newest(
        _ command: Command, outlet: OutletID, withinHours hours: Int64, scope: Scope, limit: Int,
        in access: any ReadAccess
    ) throws -> [[UInt8]] {
        guard let last = try hourExtent(access)?.upperBound else { return [] }
        let present = FramePlace.hourNumber(of: last)
        var shelf = LayoutShelf()
        var found: [[UInt8]] = []
        for hour in (present - hours...present).reversed() where found.count < limit {
            var ofHour: [[UInt8]] = []
            try forEach(outlet: outlet, hour: hour, command: command, scope: scope, shelf: &shelf, in: access) {
                frame in
                if let bytes = frame.bytes { ofHour.append(bytes) }
            }
            found += ofHour.reversed()
        }
        return Array(found.prefix(limit))
    }
}
