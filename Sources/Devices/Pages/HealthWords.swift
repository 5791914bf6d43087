import Facts
import Kernel

/// The words of health: findings, states, orders, and what a finding rests on.
enum HealthWords {
    static func name(of kind: HealthFindingKind) -> Phrase {
        switch kind {
        case .offline: Phrase("离线", "offline")
        case .clockDrift: Phrase("时钟偏差", "clock drift")
        case .lowMinuteCapture: Phrase("分钟数据捕集率低", "few minute values")
        case .lowHourCapture: Phrase("小时数据捕集率低", "few hourly values")
        case .checksumFailures: Phrase("CRC 失败多", "many CRC failures")
        case .rewritten: Phrase("疑似改写", "rewritten (suspicion)")
        case .defaultPassword: Phrase("出厂密码", "default password")
        case .oldKey: Phrase("密钥逾期", "key overdue")
        }
    }

    static func name(of state: DeviceState) -> Phrase {
        switch state {
        case .sound: Phrase("正常", "in order")
        case .finding: Phrase("有问题", "has findings")
        case .offline: Phrase("离线", "offline")
        }
    }

    /// The state tag of the style sheet.
    static func tag(of state: DeviceState) -> String {
        switch state {
        case .sound: "done"
        case .finding: "orange"
        case .offline: "late"
        }
    }

    static func name(of sort: HealthFilter.Sort) -> Phrase {
        switch sort {
        case .state: Phrase("状态（最差在前）", "state, worst first")
        case .device: Phrase("排放口", "outlet")
        case .lastSeen: Phrase("最后通信（最久在前）", "last seen, longest silent first")
        case .capture: Phrase("捕集率（最低在前）", "values received, fewest first")
        case .drift: Phrase("时钟偏差（最大在前）", "clock drift, greatest first")
        }
    }

    /// What a finding rests on, in a sentence.
    static func sentence(_ kind: HealthFindingKind, _ evidence: [String: String]) -> Phrase {
        func value(_ name: String) -> String { evidence[name].flatMap { $0.isEmpty ? nil : $0 } ?? "–" }
        return switch kind {
        case .offline:
            Phrase(
                "超过 \(value("limit_min")) 分钟没有收到报文；最后一次：\(value("lastSeenAt"))",
                "no frame for more than \(value("limit_min")) minutes; the last one: \(value("lastSeenAt"))")
        case .clockDrift:
            Phrase(
                "接收时间减 QN 的中位数为 \(value("drift_s")) 秒，限 ±\(value("limit_s")) 秒",
                "the median of receipt minus QN is \(value("drift_s")) s, limit ±\(value("limit_s")) s")
        case .lowMinuteCapture, .lowHourCapture:
            Phrase(
                "应收 \(value("expected")) 个，实收 \(value("received")) 个，下限 \(value("limit_permille"))‰",
                "\(value("received")) of \(value("expected")) came, at least \(value("limit_permille"))‰ should")
        case .checksumFailures:
            Phrase(
                "CRC 不符 \(value("failures")) 次，入库 \(value("frames")) 条，限 \(value("limit_permille"))‰",
                "\(value("failures")) wrong beside \(value("frames")) stored, limit \(value("limit_permille"))‰")
        case .rewritten:
            Phrase(
                "\(value("dataTime")) 的 \(value("key")) 由 \(value("before")) 重发为 \(value("after"))；仅为线索，须人员核实",
                """
                \(value("key")) of \(value("dataTime")) was \(value("before")) and came again as \(value("after")); \
                a suspicion, to be looked into by people
                """)
        case .oldKey:
            Phrase(
                "现用 SM4 密钥登记于 \(value("madeAt"))，已超过 \(value("limit_days")) 天",
                "the SM4 key in force dates from \(value("madeAt")), more than \(value("limit_days")) days ago")
        case .defaultPassword:
            Phrase(
                "登记的访问密码仍为出厂值 \(value("password"))，任何人都可冒充该设备",
                "the registered password is still \(value("password")), so that anybody can pose as this device")
        }
    }
}
