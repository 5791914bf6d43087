/// The values of a data area by name, with and without regard to case, blanks passed over.
struct AreaFields {
    let items: [Item]

    init(_ frame: Frame) {
        items = frame.items
    }

    var isEmpty: Bool { items.isEmpty }

    /// The first value of a key that is not empty.
    subscript(_ key: String) -> String? {
        items.first { $0.key.withoutOuterBlanks == key }.map(\.value.withoutOuterBlanks).flatMap {
            $0.isEmpty ? nil : $0
        }
    }

    /// The same in any spelling: the standard itself writes `Ctime` and `CTime`, `OverTime` and `Overtime`.
    func anyCase(_ key: String) -> String? {
        let wanted = key.lowercased()
        return items.first { $0.key.withoutOuterBlanks.lowercased() == wanted }.map(\.value.withoutOuterBlanks)
    }

    func number(_ key: String) -> Int? { anyCase(key).flatMap { Int(decimalDigits: $0) } }

    func stamp(_ key: String) -> CivilStamp? { anyCase(key).flatMap { CivilStamp($0) } }

    /// All values of a key, in order.
    func all(_ key: String) -> [String] {
        items.filter { $0.key.withoutOuterBlanks == key }.map(\.value.withoutOuterBlanks)
    }
}
