import Kernel

/// The register that a platform needs to know the outlets of a city, as a CSV text with a heading.
public enum OutletRegister {
    /// The columns.
    public static let heading =
        "enterprise_id,enterprise_name,region_code,outlet_id,outlet_number,outlet_name,medium,device_number,"
        + "device_password,edition"

    /// The heading and a line for each of the first `count` outlets, each ended by LF.
    public static func lines(of city: SimulatedCity, count: Int) -> some Sequence<String> {
        [heading + "\n"] + (0..<count).lazy.map { line(of: city.outlet($0)) + "\n" }
    }

    private static func line(of outlet: SimulatedOutlet) -> String {
        let source = OutletPlace(of: outlet.number, medium: outlet.medium)
        return [
            source.enterprise.text, source.enterpriseName, source.region.text, source.outlet.text, source.outletNumber,
            source.outletName, outlet.medium.rawValue, outlet.device.text, outlet.password, outlet.edition.rawValue,
        ].joined(separator: ",")
    }
}
