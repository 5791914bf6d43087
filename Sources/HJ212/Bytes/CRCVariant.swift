/// Which check a CRC field proves right.
public enum CRCVariant: String, Sendable, Hashable, CaseIterable {
    /// The check of the standard.
    case hj212
    /// Modbus CRC-16, high byte first: foreign.
    case modbus
    /// Modbus CRC-16, low byte first: foreign.
    case modbusSwapped = "modbus-swapped"
    /// No known check gives the value of the field.
    case none

    /// Whether a known check other than that of the standard gave the value.
    public var isForeign: Bool { self == .modbus || self == .modbusSwapped }

    /// The value this variant gives for a data segment; nil for `none`.
    public func value(over segment: some Sequence<UInt8>) -> UInt16? {
        switch self {
        case .hj212: CRC16.hj212(segment)
        case .modbus: CRC16.modbus(segment)
        case .modbusSwapped: CRC16.modbus(segment).byteSwapped
        case .none: nil
        }
    }

    /// The variant that explains a received value, the standard's own first.
    static func proving(_ value: UInt16, over segment: ArraySlice<UInt8>) -> CRCVariant {
        if CRC16.hj212(segment) == value { return .hj212 }
        let modbus = CRC16.modbus(segment)
        if modbus == value { return .modbus }
        return modbus.byteSwapped == value ? .modbusSwapped : .none
    }
}
