public import Kernel

/// The code of an organisation in this installation.
public struct OrganisationID: Identifier {
    public let text: String
    public init(checked text: String) { self.text = text }
    public static func accepts(_ text: String) -> Bool { isPlainCode(text, lengthMax: 32) }
}

/// An organisation whose people work with this installation.
public struct Organisation: Hashable, Sendable {
    /// What kinds of organisations there are.
    public enum Kind: String, Sendable, CaseIterable {
        /// The city bureau (市局).
        case cityBureau = "city-bureau"
        /// A branch of the bureau (分局) in one region.
        case branch
        /// The office of a functional area without a division code of its own (新区办), such as Binhai New Area.
        case areaOffice = "area-office"
        /// A unit that leads a task of the policy (牵头单位).
        case leadUnit = "lead-unit"
        /// An enterprise of the register (企业).
        case enterprise
        /// A service institution (服务机构).
        case institution
        /// A bank (银行).
        case bank

        /// Whether an organisation of this kind works in one region.
        public var needsRegion: Bool {
            switch self {
            case .branch, .areaOffice: true
            case .cityBureau, .leadUnit, .enterprise, .institution, .bank: false
            }
        }

        /// What its people may be.
        public var roles: Set<Role> {
            switch self {
            case .cityBureau:
                [.cityOfficer, .administrator, .securityAdministrator, .auditAdministrator]
            case .branch, .areaOffice: [.branchOfficer]
            case .enterprise: [.enterpriseManager]
            case .leadUnit, .institution, .bank: [.liaison]
            }
        }
    }

    /// How many scalars a name has at most.
    static let nameMax = 80

    /// Its code.
    public let id: OrganisationID
    /// Its name: 1 to 80 scalars, something to be read among them.
    public let name: String
    /// What it is.
    public let kind: Kind
    /// The region it works in or lies in.
    public let region: RegionCode?
    /// The enterprise of the register that it is.
    public let enterprise: EnterpriseID?

    /// An organisation. Refuses one that lacks the region or the enterprise that its kind needs, or has one too many.
    public init(
        id: OrganisationID, name: String, kind: Kind, region: RegionCode? = nil, enterprise: EnterpriseID? = nil
    ) throws(AccessRefusal) {
        guard Person.acceptsName(name, max: Self.nameMax) else { throw .organisationName }
        guard region != nil || !kind.needsRegion else { throw .regionNeeded }
        guard (kind == .enterprise) == (enterprise != nil) else { throw .enterpriseOnly }
        self.id = id
        self.name = name
        self.kind = kind
        self.region = region
        self.enterprise = enterprise
    }

    /// The post of a role in this organisation; nil when its people cannot be that.
    public func post(as role: Role) -> Person.Post? {
        guard kind.roles.contains(role) else { return nil }
        return switch role {
        case .cityOfficer: .cityOfficer
        case .branchOfficer: region.map(Person.Post.branchOfficer)
        case .enterpriseManager: enterprise.map(Person.Post.enterpriseManager)
        case .liaison: .liaison
        case .administrator: .administrator
        case .securityAdministrator: .securityAdministrator
        case .auditAdministrator: .auditAdministrator
        }
    }
}
