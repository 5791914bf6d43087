import Kernel

extension PoolStage {
    /// The stage in words.
    var phrase: Phrase {
        switch self {
        case .reserve: Phrase("储备", "in reserve")
        case .ripe: Phrase("成熟", "ripe")
        case .applied: Phrase("申报", "applied for")
        case .building: Phrase("在建", "being built")
        case .running: Phrase("投运", "running")
        }
    }

    /// The look of it.
    var tag: String {
        switch self {
        case .reserve: "neutral"
        case .ripe: "blue"
        case .applied: "yellow"
        case .building: "open"
        case .running: "done"
        }
    }
}

extension PoolSort {
    /// What a project cleans, in words.
    var phrase: Phrase {
        switch self {
        case .water: Phrase("水环境", "water")
        case .air: Phrase("大气", "air")
        case .soil: Phrase("土壤和地下水", "soil and groundwater")
        case .waste: Phrase("固体废物", "waste")
        case .ecology: Phrase("生态修复", "ecology")
        case .capacity: Phrase("能力建设", "capacity")
        }
    }
}

extension ProjectNeedSort {
    /// What is needed, in words.
    var phrase: Phrase {
        switch self {
        case .land: Phrase("建设用地指标", "land to build on")
        case .forest: Phrase("林地指标", "forest land")
        case .discharge: Phrase("排污总量指标", "discharge quota")
        case .energy: Phrase("能耗指标", "energy quota")
        case .water: Phrase("取水指标", "water quota")
        }
    }

    /// What its amount is counted in.
    var unit: Phrase {
        switch self {
        case .land, .forest: Phrase("公顷", "ha")
        case .discharge: Phrase("吨/年", "t/a")
        case .energy: Phrase("吨标准煤/年", "tce/a")
        case .water: Phrase("万立方米/年", "10⁴ m³/a")
        }
    }
}
