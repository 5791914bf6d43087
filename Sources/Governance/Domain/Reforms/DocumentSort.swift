/// What kind of document a reform yields.
public enum DocumentSort: String, Sendable, CaseIterable {
    /// 制度: a rule of conduct for the long run.
    case system
    /// 方案.
    case scheme
    /// 清单.
    case list
    /// 政策举措.
    case measure
}
