// The standard library tells the stored properties of a type without a value of it only to those who ask by this name.
@_spi(Reflection) import Swift
import FoundationEssentials
import Kernel

extension JSONForm {
    /// How deep types may hold types: a type that holds itself would have no end.
    private static let depthMax = 12

    /// What a type is written as, read off its stored properties: what Swift encodes by itself is written so. A type
    /// that is written otherwise says so as `DescribedJSON`; a test holds real answers against their forms.
    ///
    /// - Parameter keys: The keys of properties that are written under other names; an empty one for a property that
    ///   is not written.
    public init(of type: Any.Type, keys: [String: String] = [:]) {
        self = Self.form(of: type, keys: keys, depth: 0)
    }

    private static func form(of type: Any.Type, keys: [String: String] = [:], depth: Int) -> JSONForm {
        precondition(depth < depthMax, "\(type) is held by itself, so its form has no end")
        // Whoever gives keys describes its own properties.
        if keys.isEmpty, let form = plainForm(of: type, depth: depth) { return form }
        var members: [Member] = []
        _forEachField(of: type) { name, _, held, _ in
            let property = String(cString: name)
            let key = keys[property] ?? property
            if key.isEmpty { return true }
            let optional = held as? any PossibleNothing.Type
            var form = form(of: optional?.something ?? held, depth: depth + 1)
            // Every key of this ending is a moment, in the form of interfaces.
            if form == .text(), key.hasSuffix("At") { form = .text(format: "date-time") }
            members.append(Member(key, form, isRequired: optional == nil))
            return true
        }
        return .object(members)
    }

    /// The form of a type that is no object; nil for one whose properties must be asked for.
    private static func plainForm(of type: Any.Type, depth: Int) -> JSONForm? {
        switch type {
        case let described as any DescribedJSON.Type: described.jsonForm
        case is String.Type, is any Identifier.Type, is DecimalNumber.Type, is Digest256.Type: .text()
        case is CivilDate.Type: .text(format: "date")
        case is Bool.Type: .flag
        case is any BinaryInteger.Type, is Instant.Type: .integer
        case is any BinaryFloatingPoint.Type, is Decimal.Type: .number
        case let code as any RawRepresentable<String>.Type: codes(of: code).map { .code($0) } ?? .text()
        case is any RawRepresentable<Int>.Type: .integer
        case let list as any ManyOfOne.Type: .list(form(of: list.one, depth: depth + 1))
        case let table as any NamedValues.Type: .dictionary(form(of: table.named, depth: depth + 1))
        case let optional as any PossibleNothing.Type: .nullable(form(of: optional.something, depth: depth + 1))
        default: nil
        }
    }

    private static func codes(of type: any RawRepresentable<String>.Type) -> [String]? {
        guard let listed = type as? any CaseIterable.Type else { return nil }
        func all<Listed: CaseIterable>(_: Listed.Type) -> [String] {
            Listed.allCases.compactMap { ($0 as? any RawRepresentable<String>)?.rawValue }
        }
        return all(listed)
    }
}

/// What may be nothing.
private protocol PossibleNothing {
    static var something: Any.Type { get }
}

/// Many values of one type.
private protocol ManyOfOne {
    static var one: Any.Type { get }
}

/// Values under texts.
private protocol NamedValues {
    static var named: Any.Type { get }
}

extension Optional: PossibleNothing {
    static var something: Any.Type { Wrapped.self }
}

extension Array: ManyOfOne {
    static var one: Any.Type { Element.self }
}

extension Set: ManyOfOne {
    static var one: Any.Type { Element.self }
}

extension Dictionary: NamedValues where Key == String {
    static var named: Any.Type { Value.self }
}
