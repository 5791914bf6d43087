/// A setting of the gateway lies outside its range.
public struct GatewaySettingOutOfRange: Error, Equatable {
    /// Name of the setting, as in `GatewaySettings`.
    public let setting: String
    /// What was given.
    public let value: Int
    /// What would be accepted.
    public let range: ClosedRange<Int>
}
