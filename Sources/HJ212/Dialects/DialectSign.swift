/// A sign that speaks for a dialect. `docs/method/hj212-dialects.md` prints the weights.
enum DialectSign: UInt32, Sendable, CaseIterable {
    case flagVersion0
    case flagVersion1
    case flagVersion2
    case noFlag
    case mnOf14
    case mnOf24Hex
    case mnOfStation
    case surfaceWater
    case uploadWithoutQN
    case uploadWithQN
    case otherWithQN
    case answerNamesQN
    case oldCodes
    case newCodes
    case removedCommand
    case commandOf2025
    case resendMark
    case activation

    /// How much it speaks for a dialect, 0 to 3. Signs of a Flag of version 2 are weighed among 2025 and HJ 1404 only,
    /// all others among 2005 and 2017 only.
    func weight(for dialect: Dialect) -> Int {
        switch (self, dialect) {
        case (.flagVersion1, .hj2017), (.answerNamesQN, .hjt2005), (.flagVersion2, .hj2025), (.flagVersion2, .hj1404),
            (.resendMark, .hj2025), (.mnOfStation, .hj1404):
            3
        case (.flagVersion0, .hjt2005), (.uploadWithoutQN, .hjt2005), (.oldCodes, .hjt2005),
            (.removedCommand, .hjt2005), (.mnOf24Hex, .hj2017), (.uploadWithQN, .hj2017), (.newCodes, .hj2017),
            (.mnOf24Hex, .hj2025), (.commandOf2025, .hj2025), (.activation, .hj2025):
            2
        case (.noFlag, .hjt2005), (.mnOf14, .hjt2005), (.otherWithQN, .hj2017), (.surfaceWater, .hj1404): 1
        default: 0
        }
    }

    /// Whether it is read off the Flag alone, which proves nothing.
    var isOfFlag: Bool {
        switch self {
        case .flagVersion0, .flagVersion1, .flagVersion2, .noFlag: true
        default: false
        }
    }

    /// What was seen, in the words of the method page.
    var words: String {
        switch self {
        case .flagVersion0: "Flag of version 0"
        case .flagVersion1: "Flag of version 1"
        case .flagVersion2: "Flag of version 2"
        case .noFlag: "no Flag"
        case .mnOf14: "MN of 14 letters and digits"
        case .mnOf24Hex: "MN of 24 hexadecimal digits"
        case .mnOfStation: "MN of a station (A140100_2006)"
        case .surfaceWater: "ST=21"
        case .uploadWithoutQN: "data upload without QN in the header"
        case .uploadWithQN: "data upload with QN in the header"
        case .otherWithQN: "other frame with QN in the header"
        case .answerNamesQN: "answer with QN in the data area"
        case .oldCodes: "most factors in codes of two or three characters"
        case .newCodes: "most factors in codes of a letter and five digits"
        case .removedCommand: "command that 2017 removed"
        case .commandOf2025: "command that 2025 brought"
        case .resendMark: "RF=1"
        case .activation: "registration or activation without MN"
        }
    }
}
