import HJ212
import Kernel

/// What a device says of itself and its instruments: the items of 3019 (instrument numbers, `x-SN`) and 3020 (site
/// information, `x-Info`), and the minute interval of 1063, each at the moment it was last said.
struct DeviceIdentity: Sendable, Equatable {
    let name: String
    let value: String
    let at: Instant

    /// The most kept of one device. Design value; logs of an instrument are not identity, and long.
    static let namesMax = 60
    /// Characters kept of a value. Design value.
    static let valueLengthMax = 100

    /// What these frames say, the newest for each name.
    static func said(in frames: [ReadFrame]) -> [DeviceIdentity] {
        var newest: [String: DeviceIdentity] = [:]
        for frame in frames.sorted(by: { ($0.dataTime, $0.digest) < ($1.dataTime, $1.digest) }) {
            for item in frame.items where isIdentity(item.key, saidBy: frame.command) {
                newest[item.key] = DeviceIdentity(
                    name: item.key, value: String(item.value.prefix(valueLengthMax)), at: frame.dataTime)
            }
        }
        return newest.values.sorted { $0.name < $1.name }.prefix(namesMax).map { $0 }
    }

    private static func isIdentity(_ key: String, saidBy command: Command) -> Bool {
        switch command.rawValue {
        case 1063: key == minuteInterval
        case 3019, 3020: key.hasSuffix("-SN") || key.hasSuffix("-Info")
        default: false  // all other commands speak of something else
        }
    }

    private static let minuteInterval = "MinInterval"

    /// The minute interval among these, in minutes; nil when none was answered, or none that the standard knows.
    static func minuteInterval(in said: [DeviceIdentity]) -> Int? {
        said.first { $0.name == minuteInterval }.flatMap { Int($0.value) }
            .flatMap { Capture.steps.contains($0) ? $0 : nil }
    }
}
