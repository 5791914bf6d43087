import Facts
import Kernel

/// Who files a value.
enum ValueFiler: Sendable {
    /// Somebody of a unit.
    case member(PersonID, organisation: String)
    /// Whoever runs the program's commands, in the name of the owner.
    case command

    var author: FactAuthor {
        switch self {
        case .member(let person, _): .person(person)
        case .command: .system("import")
        }
    }
}
