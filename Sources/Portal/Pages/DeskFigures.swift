import Kernel

/// The figures at the top of the desk.
struct DeskFigures: Encodable, Sendable, Equatable {
    /// Outlets in sight.
    let outlets: Int
    /// Of those, how many sent a real-time value lately.
    let reporting: Int
    /// Open cases in sight.
    let openCases: Int
    /// Of those, how many are overdue.
    let overdue: Int

    /// An outlet that sent nothing for so long is shown as silent; real-time values come at least hourly
    /// (HJ 212-2017: RtdInterval 30…3600 s), so five minutes only says that it is quiet. Design value.
    static let silenceMillisecondsMax: Int64 = 300_000

    init(outlets tiles: [OutletTile], cases: [OpenCase], now: Instant) {
        outlets = tiles.count
        reporting =
            tiles.filter { tile in
                tile.newestAt.map { now.milliseconds(since: $0) < Self.silenceMillisecondsMax } ?? false
            }.count
        openCases = cases.count
        overdue = cases.filter { $0.due.map { now > $0 } ?? false }.count
    }
}
