public import Kernel

extension Role {
    /// What people call the role.
    public var phrase: Phrase {
        switch self {
        case .cityOfficer: Phrase("市局执法人员", "City bureau officer")
        case .branchOfficer: Phrase("分局执法人员", "Branch officer")
        case .enterpriseManager: Phrase("企业环保负责人", "Enterprise environment manager")
        case .liaison: Phrase("联络员", "Liaison")
        case .administrator: Phrase("系统管理员", "System administrator")
        case .securityAdministrator: Phrase("安全管理员", "Security administrator")
        case .auditAdministrator: Phrase("审计管理员", "Audit administrator")
        }
    }
}
