import HJ212
import Kernel
import Persistence

extension MonitoringRoom {
    /// How many of the newest hour and real-time frames are looked at for codes and samples. Design value.
    private static let framesShown = 12

    /// What the device of an outlet sends, as what it is read, and what it was read from.
    func sentCodes(
        of outlet: OutletSummary, scope: Scope, in access: any ReadAccess
    ) throws -> (
        list: [SentCode], frames: [Frame], mappings: [FactorMapping], history: [FactorMappingStore.Recorded]
    ) {
        let frames = try [Command.hourValues, .realTime, .minuteValues, .dayValues].flatMap { command in
            try FrameStore.newest(
                command, outlet: outlet.outlet, withinHours: FrameStore.newestWithinHours, scope: scope,
                limit: command == .hourValues || command == .realTime ? Self.framesShown : 1, in: access)
        }.compactMap { Frame(stored: $0) }.filter { $0.header.mn == outlet.device.text }
        let mappings = try FactorMappingStore.mappings(of: outlet.device, in: access)
        let history = try FactorMappingStore.history(of: outlet.device, scope: scope, limit: 200, in: access)
        let list = SentCode.list(
            in: frames, interpretation: FactorInterpretation(factors.table, mappings: mappings),
            raw: try RawCodeStore.codes(of: outlet.device, scope: scope, in: access), history: history)
        return (list, frames, mappings, history)
    }
}
