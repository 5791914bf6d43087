import HJ212

extension Suffix {
    /// Whether what stands behind it is a figure in the factor's unit, or its total; not a mark, a time, a state or a
    /// text.
    var isQuantity: Bool {
        Self.quantities.contains(self)
    }

    private static let quantities: Set<Suffix> = [
        .rtd, .min, .avg, .max, .cou, .zsRtd, .zsMin, .zsAvg, .zsMax, .rawAvg, .wholePeriod, .dayPeriod, .nightPeriod,
        .sampleReading, .standardValue,
    ]
}
