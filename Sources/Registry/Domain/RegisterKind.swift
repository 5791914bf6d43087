public import Kernel

/// What entries the dynamic source base has, in the order in which one may name another.
public enum RegisterKind: String, Sendable, CaseIterable {
    /// An industrial park (园区) with works of its own, perhaps.
    case park
    /// An enterprise (企业).
    case enterprise
    /// A place where an enterprise works (厂区).
    case site
    /// A discharge outlet (排放口).
    case outlet
    /// A facility (设施) that produces, treats or burns.
    case facility
    /// An instrument (监测设备) at an outlet.
    case instrument
    /// Somebody who answers for an enterprise (联系人).
    case contact

    /// What people call it.
    public var phrase: Phrase {
        switch self {
        case .park: Phrase("园区", "Park")
        case .enterprise: Phrase("企业", "Enterprise")
        case .site: Phrase("厂区", "Site")
        case .outlet: Phrase("排放口", "Outlet")
        case .facility: Phrase("设施", "Facility")
        case .instrument: Phrase("监测仪器", "Instrument")
        case .contact: Phrase("联系人", "Contact")
        }
    }

    /// Whether its entries belong to an enterprise and are stamped with its region.
    public var isOwned: Bool {
        switch self {
        case .park, .enterprise: false
        case .site, .outlet, .facility, .instrument, .contact: true
        }
    }

    /// What stands behind the enterprise's code in a code that the register makes; nil where people give one.
    var mark: String? {
        switch self {
        case .park, .enterprise, .outlet: nil
        case .site: "S"
        case .facility: "F"
        case .instrument: "I"
        case .contact: "C"
        }
    }
}
