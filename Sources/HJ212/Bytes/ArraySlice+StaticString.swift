extension ArraySlice<UInt8> {
    /// Whether these are the bytes of a text, found out without asking for memory.
    func spells(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        for place in indices where self[place] != text.utf8Start[place - startIndex] { return false }
        return true
    }
}
