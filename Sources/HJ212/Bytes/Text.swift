// Small readings of text that the standard library spells in a more tolerant way than a wire format allows.

extension Int {
    /// A number written with decimal digits only: no sign, no blank, at most nine digits.
    init?(decimalDigits text: some StringProtocol) {
        guard (1...9).contains(text.utf8.count) else { return nil }
        var number = 0
        for byte in text.utf8 {
            guard let digit = byte.decimalDigit else { return nil }
            number = number * 10 + digit
        }
        self = number
    }
}

extension StringProtocol {
    /// The text without blanks and tabs at its ends.
    var withoutOuterBlanks: String {
        var rest = Substring(self).utf8
        while let first = rest.first, first.isBlank { rest.removeFirst() }
        while let last = rest.last, last.isBlank { rest.removeLast() }
        return String(Substring(rest))
    }
}

extension String {
    /// The number in decimal digits with leading zeros.
    init(_ number: Int, digits: Int) {
        let text = String(number)
        self = String(repeating: "0", count: Swift.max(0, digits - text.utf8.count)) + text
    }
}
