public import Kernel

/// A unified social credit code (GB 32100-2015): 18 characters with a check character.
public struct CreditCode: Identifier {
    public let text: String
    public init(checked text: String) { self.text = text }

    /// Whether the alphabet, the length and the check character are right.
    public static func accepts(_ text: String) -> Bool {
        let characters = Array(text)
        guard characters.count == 18 else { return false }
        let values = characters.map { alphabet.firstIndex(of: $0) }
        guard let check = values[17] else { return false }
        var sum = 0
        var weight = 1
        for value in values.dropLast() {
            guard let value else { return false }
            sum += value * weight
            weight = weight * 3 % 31
        }
        return check == (31 - sum % 31) % 31
    }

    /// The code for 17 leading characters, with its check character; nil when one is foreign to the alphabet.
    public init?(completing stem: String) {
        for check in Self.alphabet where Self.accepts(stem + String(check)) {
            self.init(checked: stem + String(check))
            return
        }
        return nil
    }

    /// 31 symbols: digits and capitals without I, O, S, V and Z.
    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
}
