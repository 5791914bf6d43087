/// The header fields of the standard, in its order.
public enum HeaderName: String, Sendable, Hashable, CaseIterable {
    /// Request number (请求编码).
    case qn = "QN"
    /// System code (系统编码).
    case st = "ST"
    /// Command (命令编码).
    case cn = "CN"
    /// Password (访问密码).
    case pw = "PW"
    /// Device number (设备唯一标识).
    case mn = "MN"
    /// Edition, packets, answer (拆分包及应答标志).
    case flag = "Flag"
    /// Total number of packets (总包数).
    case pnum = "PNUM"
    /// Number of this packet (包号).
    case pno = "PNO"
    /// Re-send mark of 2025.
    case rf = "RF"

    /// The name whose bytes, first to last, make up this number.
    init?(packed: UInt32) {
        switch packed {
        case 0x514E: self = .qn
        case 0x5354: self = .st
        case 0x434E: self = .cn
        case 0x5057: self = .pw
        case 0x4D4E: self = .mn
        case 0x466C_6167: self = .flag
        case 0x504E_554D: self = .pnum
        case 0x504E4F: self = .pno
        case 0x5246: self = .rf
        default: return nil
        }
    }

    /// Its number in the standard's order, from 0.
    var place: Int {
        switch self {
        case .qn: 0
        case .st: 1
        case .cn: 2
        case .pw: 3
        case .mn: 4
        case .flag: 5
        case .pnum: 6
        case .pno: 7
        case .rf: 8
        }
    }
}
