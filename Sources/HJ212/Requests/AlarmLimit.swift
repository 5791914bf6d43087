/// The alarm limits of a factor (1021, 1022; edition 2005 only). They are limits of the device, not of the law.
public struct AlarmLimit: Sendable, Hashable {
    /// Factor code.
    public let factor: String
    /// Lower limit (`x-LowValue`), a decimal as written.
    public let lower: String
    /// Upper limit (`x-UpValue`), a decimal as written.
    public let upper: String

    /// Limits of a factor.
    public init(factor: String, lower: String, upper: String) {
        self.factor = factor
        self.lower = lower
        self.upper = upper
    }

    var group: [Item] { [Item(key: "\(factor)-LowValue", value: lower), Item(key: "\(factor)-UpValue", value: upper)] }

    /// The limits in a data area, in order; nil when there are none or one lacks its counterpart.
    static func all(in fields: AreaFields) -> [AlarmLimit]? {
        let factors = fields.items.filter { $0.suffix == .lowValue }.map(\.factor)
        let limits = factors.compactMap { factor -> AlarmLimit? in
            guard let lower = fields["\(factor)-LowValue"], let upper = fields["\(factor)-UpValue"] else { return nil }
            return AlarmLimit(factor: factor, lower: lower, upper: upper)
        }
        return limits.isEmpty || limits.count * 2 != fields.items.count ? nil : limits
    }
}
