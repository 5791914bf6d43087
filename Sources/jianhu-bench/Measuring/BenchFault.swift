/// A benchmark that cannot be measured: one sentence with what, where and remedy.
struct BenchFault: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
