extension StringProtocol {
    /// The text without blanks and tabs at its ends.
    var withoutOuterBlanks: String {
        let isBare = utf8.withContiguousStorageIfAvailable { bytes in
            bytes.first?.isBlank != true && bytes.last?.isBlank != true
        }
        if isBare == true { return String(self) }
        var rest = Substring(self).utf8
        while let first = rest.first, first.isBlank { rest.removeFirst() }
        while let last = rest.last, last.isBlank { rest.removeLast() }
        return String(Substring(rest))
    }
}
