/// What a project needs beside money; each sort is counted in a unit of its own.
public enum ProjectNeedSort: String, Sendable, CaseIterable {
    /// Quota of land to build on, in 公顷.
    case land
    /// Quota of forest land, in 公顷.
    case forest
    /// Quota of discharged mass, in 吨/年.
    case discharge
    /// Quota of energy, in 吨标准煤/年.
    case energy
    /// Quota of water taken, in 万立方米/年.
    case water
}
