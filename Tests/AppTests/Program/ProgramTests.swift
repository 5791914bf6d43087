import Testing

/// The real program as a process. One test at a time: each starts processes, and the machine may be small.
@Suite(.serialized)
enum ProgramTests {}
