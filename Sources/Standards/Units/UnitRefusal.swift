/// Why a value cannot be brought from one unit into another.
public enum UnitRefusal: Error, Equatable, Sendable {
    /// They measure different things, for example m³/h and m/s.
    case dimensionsDiffer(from: MeasurementUnit, to: MeasurementUnit)
    /// A share by volume becomes a mass per volume only with the substance's molar mass, which is not in the tables.
    case molarMassUnknown(from: MeasurementUnit, to: MeasurementUnit)
    /// The factor has too many digits to be held exactly.
    case factorTooLong
}
