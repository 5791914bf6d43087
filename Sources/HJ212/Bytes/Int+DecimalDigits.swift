extension Int {
    /// A number written with decimal digits only: no sign, no blank, at most nine digits.
    init?(decimalDigits text: some StringProtocol) {
        self.init(decimalDigits: Array(text.utf8)[...])
    }

    /// The same from the bytes of the digits, without asking for memory.
    init?(decimalDigits bytes: ArraySlice<UInt8>) {
        guard (1...9).contains(bytes.count) else { return nil }
        var number = 0
        // By place: without optimisation an iterator over elements asks for memory.
        for place in bytes.indices {
            guard let digit = bytes[place].decimalDigit else { return nil }
            number = number * 10 + digit
        }
        self = number
    }
}
