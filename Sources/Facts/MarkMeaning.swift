/// What an enterprise says of hours of its outlet (标记规则, notice 2022 no. 21): the device was out of order, or the plant
/// was in a condition of its own.
public enum MarkMeaning: String, Codable, Sendable, CaseIterable {
    /// The device was maintained: its values are invalid.
    case maintenance
    /// The device was calibrated: its values are invalid.
    case calibration
    /// The device was out of order: its values are invalid.
    case deviceFault = "device-fault"
    /// The link from the device was broken: its values are invalid.
    case linkBroken = "link-broken"
    /// 启炉.
    case starting
    /// 停炉.
    case stopping
    /// 故障, of the plant.
    case fault
    /// 事故.
    case accident
    /// 停运: the plant stands still.
    case standstill
    /// 烘炉.
    case warming
    /// 停炉降温.
    case cooling
    /// An earlier mark is taken back: the hours are normal.
    case normal

    /// The two families of the rules, and none.
    public enum Family: Sendable {
        /// 数据无效: the value is not used.
        case invalid
        /// 生产工况: the value is not used within the allowed length.
        case condition
        /// No mark.
        case none
    }

    /// To which family it belongs.
    public var family: Family {
        switch self {
        case .maintenance, .calibration, .deviceFault, .linkBroken: .invalid
        case .starting, .stopping, .fault, .accident, .standstill, .warming, .cooling: .condition
        case .normal: .none
        }
    }
}
