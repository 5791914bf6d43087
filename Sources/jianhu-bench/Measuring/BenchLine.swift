import Foundation

/// One line of a benchmark's output: a JSON object whose keys are those of the contract and further figures that the
/// benchmark explains.
struct BenchLine {
    private var members: [(key: String, json: String)] = []

    init(_ bench: String) {
        members = [("bench", "\"\(bench)\"")]
    }

    /// Adds a figure; nil is left out. Two decimals below a hundred, none above.
    mutating func add(_ key: String, _ value: Double?) {
        guard let value, value.isFinite else { return }
        let text = abs(value) >= 100 ? String(Int64(value.rounded())) : "\((value * 100).rounded() / 100)"
        members.append((key, text))
    }

    /// Adds a whole number.
    mutating func add(_ key: String, _ value: Int) { members.append((key, "\(value)")) }

    /// Adds plain text.
    mutating func add(_ key: String, _ value: String) { members.append((key, "\"\(value)\"")) }

    /// Adds a truth.
    mutating func add(_ key: String, _ value: Bool) { members.append((key, "\(value)")) }

    /// Prints the line, the machine last.
    func print() {
        let all = members + [("machine", "\"\(ProcessInfo.processInfo.activeProcessorCount) cores\"")]
        let text = "{" + all.map { "\"\($0.key)\":\($0.json)" }.joined(separator: ",") + "}\n"
        FileHandle.standardOutput.write(Data(text.utf8))
    }
}
