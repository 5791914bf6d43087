extension Role {
    /// The role as people read it.
    public var phrase: Phrase {
        switch self {
        case .cityOfficer: Phrase("市局执法人员", "city bureau officer")
        case .branchOfficer: Phrase("分局执法人员", "branch officer")
        case .enterpriseManager: Phrase("企业环保负责人", "enterprise environment manager")
        case .administrator: Phrase("系统管理员", "system administrator")
        }
    }
}
