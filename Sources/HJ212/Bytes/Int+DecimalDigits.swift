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
