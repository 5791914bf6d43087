import HJ212
import Kernel
import Persistence
import Standards
import Synchronization

/// How each device's frames are read, kept at hand for the frames that arrive, and which of its codes wait.
///
/// Only the one writing transaction fills the memory, and whoever records a mapping empties it for that device in its
/// own transaction, so that no frame is read by a mapping that was not committed or is no longer the newest.
final class DeviceFactors: Sendable {
    let table: FactorTable
    /// What is kept at hand; guarded by the mutex.
    private let memory = Mutex(Memory())
    /// So many devices are kept at hand; then the memory starts anew. Design value.
    private static let devicesMax = 50_000

    private struct Memory {
        var interpretations: [DeviceNumber: FactorInterpretation] = [:]
        var looks: [Look: Instant] = [:]
    }

    /// What is done once an hour: looking through a device's frames of one command, or noting one of its codes.
    private enum Look: Hashable {
        case frame(DeviceNumber, Command, packet: Int)
        case code(DeviceNumber, PollutantCode)

        var device: DeviceNumber {
            switch self {
            case .frame(let device, _, _), .code(let device, _): device
            }
        }
    }

    init(table: FactorTable) {
        self.table = table
    }

    /// How a device's frames are read by what is committed.
    func interpretation(of device: DeviceNumber, in access: any WriteAccess) throws -> FactorInterpretation {
        if let known = memory.withLock({ $0.interpretations[device] }) { return known }
        let fresh = try freshInterpretation(of: device, in: access)
        memory.withLock { memory in
            if memory.interpretations.count >= Self.devicesMax { memory.interpretations = [:] }
            memory.interpretations[device] = fresh
        }
        return fresh
    }

    /// How a device's frames are read, asked of the tables; nothing is kept.
    func freshInterpretation(of device: DeviceNumber, in access: any ReadAccess) throws -> FactorInterpretation {
        FactorInterpretation(table, mappings: try FactorMappingStore.mappings(of: device, in: access))
    }

    /// Forgets what was kept of a device.
    func forget(_ device: DeviceNumber) {
        memory.withLock { memory in
            memory.interpretations[device] = nil
            memory.looks = memory.looks.filter { $0.key.device != device }
        }
    }

    /// Notes the codes of a frame that stay raw: each code of a device at most once in an hour of receipt. Every hour
    /// frame is looked through, and of the other uploads the first of each command in the hour; the rest cost one look
    /// into the memory.
    func notice(
        _ frame: Frame, at place: FramePlace, of source: KnownSources.Source, receivedAt: Instant,
        in access: any WriteAccess
    ) throws {
        guard Self.commands.contains(place.command) else { return }
        let hour = receivedAt.startOfHour
        let look = Look.frame(source.device, place.command, packet: place.packet)
        guard place.command == .hourValues || isFirst(look, in: hour) else { return }
        let interpretation = try interpretation(of: source.device, in: access)
        let dialect = frame.dialect
        for sent in frame.factorReadings {
            guard let code = PollutantCode(sent.factor),
                let text = sent.values.first(where: { $0.suffix.isQuantity })?.text,
                case .raw(let reason) = interpretation.reading(of: sent.factor, in: dialect, at: place.dataTime),
                reason.waits, isFirst(.code(source.device, code), in: hour)
            else { continue }
            try RawCodeStore.note(
                RawCodeStore.Sighting(
                    device: source.device, code: code, reason: reason, text: text, at: receivedAt),
                of: source.station, in: access)
        }
    }

    /// Whether something is done for the first time in an hour; from now on it is not.
    private func isFirst(_ look: Look, in hour: Instant) -> Bool {
        memory.withLock { memory in
            guard memory.looks[look] != hour else { return false }
            if memory.looks.count >= Self.devicesMax { memory.looks = [:] }
            memory.looks[look] = hour
            return true
        }
    }

    /// The uploads whose codes are looked at.
    private static let commands: Set<Command> = [.realTime, .minuteValues, .hourValues, .dayValues]
}
