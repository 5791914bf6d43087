public import Kernel

/// The factor between two units, exact (HJ 212-2017 appendix D for volume fractions).
public enum UnitConversion {
    /// The volume of a mole of gas at standard state (273.15 K, 101.325 kPa), in litres: 22.4.
    private static let molarVolume = DecimalRatio(224, exponent: -1)

    /// The factor by which a value in `from` becomes one in `to`.
    ///
    /// - Parameters:
    ///   - molarMass: g/mol of the substance, above zero; only needed between a share by volume and a mass per volume.
    ///   - multiplier: What the device's figure has to be multiplied with before, above zero, at most 18 digits.
    public static func ratio(
        from: MeasurementUnit, to: MeasurementUnit, molarMass: DecimalNumber? = nil,
        multiplier: DecimalNumber = DecimalNumber(1)
    ) throws(UnitRefusal) -> DecimalRatio {
        var ratio = from.scale.times(to.scale.inverse)
        if from.dimension != to.dimension {
            let pair = [from.dimension, to.dimension]
            guard Set(pair) == [.volumeFraction, .massConcentration] else {
                throw .dimensionsDiffer(from: from, to: to)
            }
            // One ppm is M / 22.4 mg/m³; both are the first units of their dimensions.
            guard let mass = molarMass.flatMap(DecimalRatio.init), let density = mass.times(molarVolume.inverse) else {
                throw .molarMassUnknown(from: from, to: to)
            }
            ratio = ratio?.times(pair[0] == .volumeFraction ? density : density.inverse)
        }
        guard let factor = DecimalRatio(multiplier), let whole = ratio?.times(factor) else { throw .factorTooLong }
        return whole
    }
}
