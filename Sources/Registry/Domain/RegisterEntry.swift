public import Kernel

/// One entry of the register as it stands.
public struct RegisterEntry: Sendable, Equatable {
    /// What it is.
    public let kind: RegisterKind
    /// Its code.
    public let code: RegisterCode
    /// The enterprise it belongs to, or is; nil for a park.
    public let enterprise: EnterpriseID?
    /// The region it lies in.
    public let region: RegionCode
    /// How often it was written: 1 when entered.
    public let version: Int
    /// What stands in its fields; an empty field is absent.
    public let values: [String: String]

    /// An entry of the register.
    public init(
        kind: RegisterKind, code: RegisterCode, enterprise: EnterpriseID?, region: RegionCode, version: Int,
        values: [String: String]
    ) {
        self.kind = kind
        self.code = code
        self.enterprise = enterprise
        self.region = region
        self.version = version
        self.values = values
    }

    /// What people call it.
    public var name: String { values["name"] ?? code.text }

    /// Its values as facts hold them.
    var told: [String: String] {
        RegisterForm.fields(of: kind).reduce(into: [:]) { $0[$1.name] = $1.told(values[$1.name]) }
    }

    /// The fields in which it differs from another state of it, in the order of the form.
    func changedFields(to other: [String: String]) -> [RegisterField] {
        RegisterForm.fields(of: kind).filter { values[$0.name] != other[$0.name] }
    }
}

/// What somebody wants to enter, as typed.
public struct RegisterDraft: Sendable, Equatable {
    /// What it shall be.
    public let kind: RegisterKind
    /// Its code; empty where the register makes one.
    public var code: String
    /// The enterprise it shall belong to; empty for enterprises and parks.
    public var enterprise: String
    /// The region of an enterprise or a park; empty for what belongs to an enterprise.
    public var region: String
    /// What shall stand in its fields.
    public var values: [String: String]
    /// What the logger of an outlet sends as PW; nil while nobody knows it. Never shown.
    public var devicePassword: String?

    /// Something to be entered.
    public init(
        kind: RegisterKind, code: String, enterprise: String, region: String, values: [String: String],
        devicePassword: String? = nil
    ) {
        self.kind = kind
        self.code = code
        self.enterprise = enterprise
        self.region = region
        self.values = values
        self.devicePassword = devicePassword
    }
}
