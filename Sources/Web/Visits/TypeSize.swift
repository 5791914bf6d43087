/// How large the type is that somebody asked for.
enum TypeSize: String, Sendable {
    case normal
    case large

    init(isLarge: Bool) { self = isLarge ? .large : .normal }
}
