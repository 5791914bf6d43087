public import Kernel

/// Which outlets the list of outlets shows, beside the region.
public struct OutletChoice: Sendable, Equatable {
    /// What flows at an outlet.
    public enum Medium: String, Sendable, CaseIterable {
        /// Waste gas.
        case gas
        /// Waste water.
        case water
    }

    /// How an outlet stands now.
    enum Standing: String, Sendable, CaseIterable {
        /// It sent real-time values lately.
        case reporting
        /// It did not.
        case silent
        /// It has an open case.
        case cases = "case"
    }

    /// A part of the name or code of the outlet or its enterprise.
    public var text: String?
    /// What flows there.
    public var medium: Medium?
    /// How the code of the enterprise's trade begins.
    public var industry: String?
    /// The code of the enterprise's park.
    public var park: String?
    /// A factor that has a limit there.
    public var factor: PollutantCode?
    /// Decided by Portal, from the newest values and the open cases.
    var standing: Standing?

    init() {}
}
