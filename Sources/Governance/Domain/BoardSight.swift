/// Who sees how the work stands, beside what is public: the office, lead units and the leading group do; banks,
/// institutions and enterprises, whose people may be liaisons too, see no row of it.
enum BoardSight: Sendable, Equatable {
    case board
    case nothing
}
