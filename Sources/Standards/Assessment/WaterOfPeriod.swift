public import Kernel

/// The water that an outlet discharged in the period that is judged, and what was produced meanwhile.
public struct WaterOfPeriod: Hashable, Sendable {
    /// How much was produced of a product.
    public struct Output: Hashable, Sendable {
        /// The product as `reference-water-volumes.csv` calls it in Chinese.
        public let product: String
        /// How much: tonnes, or square metres of plated area.
        public let amount: DecimalNumber

        /// So much of a product.
        public init(product: String, amount: DecimalNumber) {
            self.product = product
            self.amount = amount
        }
    }

    /// The water, m³.
    public let discharged: DecimalNumber
    /// All products of the period.
    public let outputs: [Output]

    /// Water and products of a period.
    public init(discharged: DecimalNumber, outputs: [Output]) {
        self.discharged = discharged
        self.outputs = outputs
    }
}
