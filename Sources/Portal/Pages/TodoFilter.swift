import Kernel
import Persistence
import Web

/// To which duties the list is narrowed, as its address says it.
struct TodoFilter: Sendable, Equatable {
    /// What duties are about.
    enum Room: String, Sendable, CaseIterable {
        case cases
        case monitoring
        case policy

        var phrase: Phrase {
            switch self {
            case .cases: Phrase("案件", "cases")
            case .monitoring: Phrase("监测状态与数据", "monitoring")
            case .policy: Phrase("政策任务", "policy")
            }
        }

        /// How their kinds begin.
        var dutyRoom: String {
            switch self {
            case .cases: "supervision"
            case .monitoring: "monitoring"
            case .policy: "governance"
            }
        }
    }

    /// How their clocks stand.
    enum Clock: String, Sendable, CaseIterable {
        case late
        case running

        var phrase: Phrase {
            switch self {
            case .late: Phrase("已超时", "overdue")
            case .running: Phrase("未超时", "in time")
            }
        }
    }

    /// The values of the address, beside the region.
    static let query: [FormField] = [
        .filter("kind", Phrase("类别", "Kind"), among: Room.self),
        .filter("clock", Phrase("时钟", "Clock"), among: Clock.self),
    ]

    var room: Room?
    var clock: Clock?
    var region: RegionCode?

    init() {}

    init(_ visit: Visit) {
        room = visit.query("kind").flatMap { Room(rawValue: $0) }
        clock = visit.query("clock").flatMap { Clock(rawValue: $0) }
        region = visit.query("region").flatMap { RegionCode($0) }
    }

    var isEmpty: Bool { self == TodoFilter() }

    func choice(at now: Instant) -> DutyBook.Choice {
        var choice = DutyBook.Choice()
        choice.room = room?.dutyRoom
        choice.clock =
            switch clock {
            case .late?: .ranOut(now)
            case .running?: .runs(now)
            case nil: nil
            }
        return choice
    }
}
