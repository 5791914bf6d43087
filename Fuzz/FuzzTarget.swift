/// What is attacked in this process: libFuzzer knows one function per program, and three programs took three builds.
private enum FuzzTarget: String {
    case scanner = "ScannerFuzz"
    case tokens = "TokensFuzz"
    case encryption = "EncryptionFuzz"

    /// The program is linked once and called by the name of its target.
    static let chosen: FuzzTarget = {
        let name = CommandLine.arguments.first?.split(separator: "/").last.map(String.init) ?? ""
        guard let target = FuzzTarget(rawValue: name) else { fatalError("no fuzz target is called \(name)") }
        return target
    }()

    func attack(with input: [UInt8]) {
        switch self {
        case .scanner: scannerFuzz(input)
        case .tokens: tokensFuzz(input)
        case .encryption: encryptionFuzz(input)
        }
    }
}

@_cdecl("LLVMFuzzerTestOneInput")
public func attackOnce(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    FuzzTarget.chosen.attack(with: Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
