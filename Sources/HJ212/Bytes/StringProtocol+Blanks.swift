extension StringProtocol {
    /// The text without blanks and tabs at its ends.
    var withoutOuterBlanks: String {
        var rest = Substring(self).utf8
        guard let first = rest.first, let last = rest.last, first.isBlank || last.isBlank else { return String(self) }
        while let first = rest.first, first.isBlank { rest.removeFirst() }
        while let last = rest.last, last.isBlank { rest.removeLast() }
        return String(Substring(rest))
    }
}
