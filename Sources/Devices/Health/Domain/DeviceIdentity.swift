import HJ212
import Kernel

/// What a device says of itself and its instruments: the items of 3019 (instrument numbers, `x-SN`) and 3020 (site
/// information, `x-Info`), each at the moment it was last said.
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
        for frame in frames.filter({ $0.command.rawValue == 3019 || $0.command.rawValue == 3020 })
            .sorted(by: { ($0.dataTime, $0.digest) < ($1.dataTime, $1.digest) })
        {
            for item in frame.items where item.key.hasSuffix("-SN") || item.key.hasSuffix("-Info") {
                newest[item.key] = DeviceIdentity(
                    name: item.key, value: String(item.value.prefix(valueLengthMax)), at: frame.dataTime)
            }
        }
        return newest.values.sorted { $0.name < $1.name }.prefix(namesMax).map { $0 }
    }
}
