import FoundationEssentials
import Kernel

/// A `$filter` of OData as far as SensorThings 1.1 needs it for reading: comparisons, `and`, `or`, `not`, parentheses
/// and the three functions over text.
indirect enum SensorFilter: Sendable, Equatable {
    case compare(field: String, Operator, SensorLiteral)
    case text(Function, field: String, String)
    case and(SensorFilter, SensorFilter)
    case or(SensorFilter, SensorFilter)
    case not(SensorFilter)

    enum Operator: String, Sendable {
        case eq
        case ne
        case gt
        case ge
        case lt
        case le

        func holds(_ order: Int) -> Bool {
            switch self {
            case .eq: order == 0
            case .ne: order != 0
            case .gt: order > 0
            case .ge: order >= 0
            case .lt: order < 0
            case .le: order <= 0
            }
        }
    }

    enum Function: String, Sendable {
        case startswith
        case endswith
        /// `substringof('text', field)`: the text comes first.
        case substringof
    }

    /// Whether an entity passes. A field without a value equals nothing and passes only `ne`.
    func passes(_ value: (String) -> SensorLiteral?) -> Bool {
        switch self {
        case .compare(let field, let relation, let literal):
            guard let order = value(field)?.order(against: literal) else { return relation == .ne }
            return relation.holds(order)
        case .text(let function, let field, let text):
            guard case .text(let whole) = value(field) else { return false }
            switch function {
            case .startswith: return whole.hasPrefix(text)
            case .endswith: return whole.hasSuffix(text)
            case .substringof: return whole.contains(text)
            }
        case .and(let left, let right): return left.passes(value) && right.passes(value)
        case .or(let left, let right): return left.passes(value) || right.passes(value)
        case .not(let inner): return !inner.passes(value)
        }
    }

    /// The times to which a field is bound by this filter, both ends included: what lies outside cannot pass.
    func window(of name: String) -> (from: Instant?, to: Instant?) {
        switch self {
        case .compare(name, let relation, .time(let time)):
            switch relation {
            case .eq: return (time, time)
            case .gt, .ge: return (time, nil)
            case .lt, .le: return (nil, time)
            case .ne: return (nil, nil)
            }
        case .and(let left, let right):
            let (one, other) = (left.window(of: name), right.window(of: name))
            return (
                [one.from, other.from].compactMap { $0 }.max(), [one.to, other.to].compactMap { $0 }.min()
            )
        case .compare, .text, .or, .not: return (nil, nil)
        }
    }

    /// Every field it asks about.
    var fields: Set<String> {
        switch self {
        case .compare(let field, _, _), .text(_, let field, _): [field]
        case .and(let left, let right), .or(let left, let right): left.fields.union(right.fields)
        case .not(let inner): inner.fields
        }
    }
}

/// A value in a filter, or of an entity.
enum SensorLiteral: Sendable, Equatable {
    case text(String)
    case number(DecimalNumber)
    case time(Instant)

    /// Below, at or above zero as this comes before, equals or comes after the other; nil between unlike kinds.
    func order(against other: SensorLiteral) -> Int? {
        switch (self, other) {
        case (.text(let left), .text(let right)): left < right ? -1 : left == right ? 0 : 1
        case (.number(let left), .number(let right)): left < right ? -1 : left == right ? 0 : 1
        case (.time(let left), .time(let right)): left < right ? -1 : left == right ? 0 : 1
        case (.text, _), (.number, _), (.time, _): nil
        }
    }
}
