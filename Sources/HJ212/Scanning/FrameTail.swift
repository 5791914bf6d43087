/// How a frame ends behind its CRC. The standard asks for CR LF.
enum FrameTail: Sendable, Equatable {
    case carriageReturnLineFeed
    case lineFeed
    case carriageReturn
    /// The four characters `\r\n`, written out by a program that forgot to escape them.
    case writtenOut
    case missing

    var length: Int {
        switch self {
        case .carriageReturnLineFeed: 2
        case .lineFeed, .carriageReturn: 1
        case .writtenOut: 4
        case .missing: 0
        }
    }

    var deviation: Deviation? {
        switch self {
        case .carriageReturnLineFeed: nil
        case .lineFeed: .lineFeedTail
        case .carriageReturn: .carriageReturnTail
        case .writtenOut: .writtenOutTail
        case .missing: .missingTail
        }
    }

    /// The tail at a place; nil when more bytes are needed to tell.
    static func read(_ queue: ByteQueue, at place: Int, streamEnded: Bool) -> FrameTail? {
        guard let first = queue[place] else { return streamEnded ? .missing : nil }
        switch first {
        case Byte.lineFeed:
            return .lineFeed
        case Byte.carriageReturn:
            guard let second = queue[place + 1] else { return streamEnded ? .carriageReturn : nil }
            return second == Byte.lineFeed ? .carriageReturnLineFeed : .carriageReturn
        case Byte.backslash:
            for (index, expected) in writtenOutBytes.enumerated() {
                guard let byte = queue[place + index] else { return streamEnded ? .missing : nil }
                guard byte == expected else { return .missing }
            }
            return .writtenOut
        default:
            return .missing
        }
    }

    private static let writtenOutBytes = Array(#"\r\n"#.utf8)
}
