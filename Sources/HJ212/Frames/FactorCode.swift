/// The shapes of codes that the standard knows. Whether a code is in its tables is another matter: see the room of
/// standards.
enum FactorCode {
    /// Whether each part of a code has one of these shapes: a letter and five digits (`a21026`; 2017), two or three
    /// digits or a letter and two digits (`011`, `B01`; 2005), a noise level (`LA`, `L10`, `Ldn`), or equipment
    /// (`SB1`).
    static func isOfTheStandard(_ code: String) -> Bool {
        code.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { part in
            isShaped(Array(part.utf8)) || noiseLevels.contains(String(part))
        }
    }

    private static func isShaped(_ code: [UInt8]) -> Bool {
        guard let first = code.first else { return false }
        let rest = code.dropFirst()
        switch code.count {
        case 2: return areDigits(code[...])
        case 3: return (first.isLetterOrDigit && areDigits(rest)) || isEquipment(code)
        case 6: return first.isLetter && first >= UInt8(ascii: "a") && areDigits(rest) || isEquipment(code)
        default: return isEquipment(code)
        }
    }

    private static func isEquipment(_ code: [UInt8]) -> Bool {
        code.starts(with: "SB".utf8) && code.count > 2 && areDigits(code.dropFirst(2))
    }

    private static func areDigits(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.allSatisfy { $0.decimalDigit != nil }
    }

    private static let noiseLevels: Set = [
        "LA", "L5", "L10", "L50", "L90", "L95", "Leq", "LAeq", "Ld", "Ln", "Ldn", "LMx", "LMn",
    ]
}
