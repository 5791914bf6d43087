import Kernel

extension Scope {
    /// What of it lies in a region; the whole of it without one. An enterprise's own rows are not narrowed further: it
    /// sees them wherever they lie.
    func narrowed(to region: RegionCode?) -> Scope {
        guard let region else { return self }
        return switch self {
        case .city: .regions([region])
        case .regions(let regions): regions.contains(region) ? .regions([region]) : .nothing
        case .enterprise, .nothing: self
        }
    }
}
