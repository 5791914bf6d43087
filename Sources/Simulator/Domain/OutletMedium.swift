/// What leaves through a simulated outlet.
public enum OutletMedium: String, Sendable, CaseIterable {
    /// 废气: a stack.
    case stack
    /// 废水: waste water.
    case wasteWater = "waste-water"

    /// The system code ST of its frames.
    public var systemCode: String { self == .stack ? "31" : "32" }

    /// The factors its instruments see, in the order of its frames.
    var factors: [SimulatedFactor] { self == .stack ? SimulatedFactor.stack : SimulatedFactor.wasteWater }
}
