import Facts
import HJ212
import Kernel
import Persistence

/// What Devices knows must hold.
struct DevicesChecks: SelfChecking {
    func check(_ access: any ReadAccess) throws -> [CheckReport] {
        [try conversations(access), try numbers(access)]
    }

    /// Each conversation was asked for by a fact; each that was sent or has ended says so by a fact, none says more.
    private func conversations(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("conversations with devices are as they were journalled")
        var asked: [ConversationID: DeviceCommandAsked] = [:]
        var sent: [ConversationID: DeviceCommandSent] = [:]
        var ended: [ConversationID: DeviceCommandEnded] = [:]
        try Journal.forEachEntry(access) { entry in
            if let fact = try? entry.fact(DeviceCommandAsked.self) { asked[fact.conversation] = fact }
            if let fact = try? entry.fact(DeviceCommandSent.self) { sent[fact.conversation] = fact }
            if let fact = try? entry.fact(DeviceCommandEnded.self) { ended[fact.conversation] = fact }
        }
        try ConversationStore.forEach(access) { record in
            let agrees =
                asked.removeValue(forKey: record.id) == record.asked
                && sent.removeValue(forKey: record.id) == record.sent
                && ended.removeValue(forKey: record.id) == record.ended
            tally.examine(agrees ? nil : "conversation \(record.id) is not what was journalled")
        }
        for id in Set(asked.keys).union(sent.keys).union(ended.keys).sorted() {
            tally.examine("conversation \(id) was journalled and is gone")
        }
        return tally.report
    }

    /// A device runs one conversation at a time.
    private func numbers(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("no device runs two conversations")
        var running: Set<DeviceNumber> = []
        try ConversationStore.forEach(access) { record in
            guard record.machine.state.isRunning else { return }
            let isFirst = running.insert(record.device).inserted
            tally.examine(isFirst ? nil : "device \(record.device) runs more than one conversation")
        }
        return tally.report
    }
}

extension ConversationRecord {
    /// The fact that it was asked for.
    var asked: DeviceCommandAsked {
        DeviceCommandAsked(
            conversation: id, device: device, command: command.kind.rawValue, parameters: command.parameters,
            reason: reason)
    }

    /// The fact that it was sent; nil when it was not.
    var sent: DeviceCommandSent? {
        requestNumber.map { number in
            DeviceCommandSent(
                conversation: id, number: command.kind.trait.command.rawValue, requestNumber: number.text)
        }
    }

    /// The fact that it ended; nil until then.
    var ended: DeviceCommandEnded? {
        guard machine.state.isEnded else { return nil }
        return DeviceCommandEnded(
            conversation: id, state: machine.state.rawValue, outcome: machine.outcome?.rawValue ?? "",
            tries: machine.tries, dataFrames: machine.dataFrames)
    }
}
