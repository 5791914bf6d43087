public import Standards

/// The reviewed tables from which limits are offered: what standards demand, and which trade falls under which.
public struct StandardLimits: Sendable {
    let limits: DischargeLimits
    let industries: IndustryStandards

    /// Tables as they are shipped.
    public init(limits: DischargeLimits, industries: IndustryStandards) {
        self.limits = limits
        self.industries = industries
    }
}
