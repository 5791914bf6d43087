/// What a project of the reserve pool cleans.
public enum PoolSort: String, Sendable, CaseIterable {
    case water
    case air
    case soil
    case waste
    case ecology
    case capacity
}
