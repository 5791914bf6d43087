import Facts
import HJ212
import Kernel
import Persistence

@testable import Monitoring

/// What can come to a platform in any order.
enum Event {
    case frame(Frame)
    case mark(EnterpriseMark)
    /// Another limit holds instead of the stage's own.
    case limit

    func happen(on stage: MonitoringStage) async throws {
        switch self {
        case .frame(let frame): try await stage.store([frame])
        case .mark(let mark):
            try await stage.mark(mark.meaning, mark.firstHour, mark.lastHour, window: mark.window)
        case .limit:
            let (now, today) = (stage.clock.now(), HourPattern.start.civil.date)
            let order = try LimitOrder(
                LimitOrder.Draft(
                    factor: "a21026", demand: .atMost, value: "45", lower: "", unit: "mg/m3", averaging: .hour,
                    validFrom: today, validTo: nil, sourceKind: .permit, source: "示例许可证", table: "", reason: ""),
                isStack: true, table: MonitoringStage.factorTable(), standards: MonitoringStage.standards().limits,
                today: today)
            try await stage.database.write { [room = stage.room] access in
                try room.limitDesk.end(
                    1, on: today.adding(days: -1), because: "示例", at: MonitoringStage.place, by: .system("test"),
                    now: now, in: access)
                try room.limitDesk.record(
                    order, at: MonitoringStage.place, by: .system("test"), now: now, in: access)
            }
        }
    }
}

/// The fourteen digits of a data time.
enum CivilStampText {
    static func of(_ moment: Instant) -> String { CivilStamp(millisecondsSince1970: moment.milliseconds).text14 }
}
