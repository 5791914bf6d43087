import Kernel

/// Where a registration stands, in words and tags.
enum RegistrationWords {
    /// Where it stands.
    enum State: String, CaseIterable {
        case waiting
        case assigned
        case inUse = "in-use"

        init(_ registration: Registration, number: KnownNumber.Standing?) {
            self =
                switch (registration.acceptance, number) {
                case (nil, _): .waiting
                case (_, .present), (_, .former): .inUse
                case (_, .next), (_, nil): .assigned
                }
        }

        var phrase: Phrase {
            switch self {
            case .waiting: Phrase("待审核", "waits for a decision")
            case .assigned: Phrase("已分配，等待设备确认", "assigned, waits for the device")
            case .inUse: Phrase("已启用", "in use")
            }
        }

        /// The state tag of the style sheet.
        var tag: String {
            switch self {
            case .waiting: "orange"
            case .assigned: "open"
            case .inUse: "done"
            }
        }
    }

    static func name(of standing: KnownNumber.Standing) -> Phrase {
        switch standing {
        case .next: Phrase("等待设备启用", "waits for its first use")
        case .present: Phrase("现用", "in force")
        case .former: Phrase("前一个，仍可接收", "the former, still believed")
        }
    }

    static func tag(of standing: KnownNumber.Standing) -> String {
        switch standing {
        case .next: "open"
        case .present: "done"
        case .former: "neutral"
        }
    }

    static func name(of origin: KnownNumber.Origin) -> Phrase {
        switch origin {
        case .registered: Phrase("随登记录入", "with the registration")
        case .ordered: Phrase("平台生成", "drawn by the platform")
        case .entered: Phrase("人工登记", "entered by hand")
        }
    }

    static func name(of secret: DeviceSecret) -> Phrase {
        switch secret {
        case .password: Phrase("访问密码 PW", "Password (PW)")
        case .key: Phrase("SM4 密钥", "SM4 key")
        }
    }
}
