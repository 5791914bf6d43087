import Kernel

/// How a document of a reform stands on a day, as the register counts it.
enum DocumentState: String, Sendable, CaseIterable {
    /// It is not in force yet.
    case making
    case inForce = "in-force"
    case repealed
    /// It was entered by mistake and counts nowhere.
    case withdrawn
}

extension ReformDocument {
    func state(on day: CivilDate) -> DocumentState {
        if isWithdrawn { return .withdrawn }
        if isInForce(on: day) { return .inForce }
        return stage == .repealed ? .repealed : .making
    }
}
