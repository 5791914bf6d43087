/// How far a project of the reserve pool is: 储备, 成熟, 申报, 在建, 投运.
public enum PoolStage: String, Sendable, CaseIterable, Comparable {
    case reserve
    case ripe
    case applied
    case building
    case running

    private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// The stage that follows; nil behind the last.
    var next: PoolStage? { self == .running ? nil : Self.allCases[place + 1] }

    /// Which stages a project may come to: the next one, or any before.
    var following: [PoolStage] { Self.allCases.filter { $0 < self || $0 == next } }

    /// The earlier stage first.
    public static func < (left: PoolStage, right: PoolStage) -> Bool { left.place < right.place }
}
