public import Kernel

/// Where an outlet's discharge goes; for waste water it decides which limits hold.
public enum Discharge: String, Sendable, Codable, CaseIterable {
    /// Into the air.
    case toAir = "to-air"
    /// 直接排放: into a water body.
    case direct
    /// 间接排放 to a park works that collects and pretreats this trade's waste water apart (GB 4287 note 4).
    case indirectToDedicatedPark = "indirect-to-dedicated-park"
    /// 间接排放 to another public works outside the municipal sewer (GB 4287 note 5).
    case indirectToOtherWorks = "indirect-to-other-works"
    /// 间接排放 into the municipal sewer or a municipal works (GB 4287 note 3: the direct limits hold).
    case indirectToMunicipalWorks = "indirect-to-municipal-works"

    /// Into what it goes.
    public var medium: DischargeMedium {
        switch self {
        case .toAir: .air
        case .direct, .indirectToDedicatedPark, .indirectToOtherWorks, .indirectToMunicipalWorks: .water
        }
    }

    /// The words of pages.
    public var phrase: Phrase {
        switch self {
        case .toAir: Phrase("排入大气", "into the air")
        case .direct: Phrase("直接排放", "direct discharge")
        case .indirectToDedicatedPark:
            Phrase("间接排放：专门收集预处理的园区污水厂", "indirect: to a park works that pretreats this waste water apart")
        case .indirectToOtherWorks: Phrase("间接排放：其他公共污水处理系统", "indirect: to another public works")
        case .indirectToMunicipalWorks:
            Phrase("间接排放：城镇污水处理厂或城镇污水管线", "indirect: into the municipal sewer or works")
        }
    }
}
