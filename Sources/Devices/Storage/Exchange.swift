import HJ212
import Kernel

/// Something that went over the wire in a conversation.
struct Exchange: Sendable, Equatable {
    enum Direction: String, Sendable {
        case sent
        case received
        /// It was to be sent, but the line took nothing.
        case unsent
    }

    let at: Instant
    let direction: Direction
    /// CN.
    let command: Int
    /// SHA-256 of a received frame, under which it is stored; nil for what was sent.
    let digest: Digest256?
    /// The time by which a received frame lies; nil for what was sent.
    let frameTime: Instant?
    /// The frame with the password covered.
    let text: String

    /// How many exchanges of one conversation are kept; further ones are counted only (`dataFrames`). Design value.
    static let keptMax = 200

    /// What was sent, or was to be.
    init(sending bytes: [UInt8], command: Int, direction: Direction, at moment: Instant) {
        at = moment
        self.direction = direction
        self.command = command
        digest = nil
        frameTime = nil
        text = Self.covered(bytes)
    }

    /// What was received. A frame without a number is filed nowhere, so that nothing can be looked up by its digest.
    init(received heard: HeardFrame, at moment: Instant) {
        at = moment
        direction = .received
        command = heard.cn?.rawValue ?? 0
        digest = heard.mn == nil ? nil : Digest256(of: heard.frame.bytes)
        frameTime = heard.placeTime.map { Instant(milliseconds: $0.millisecondsSince1970) }
        text = Self.covered(heard.frame.bytes)
    }

    /// A row.
    init(at: Instant, direction: Direction, command: Int, digest: Digest256?, frameTime: Instant?, text: String) {
        self.at = at
        self.direction = direction
        self.command = command
        self.digest = digest
        self.frameTime = frameTime
        self.text = text
    }

    /// A table of conversations is no place to learn a secret, so the value of each field whose name ends in PW or SK
    /// is covered, wherever it stands.
    private static func covered(_ bytes: [UInt8]) -> String {
        let printable = bytes.filter { $0 != 0x0D && $0 != 0x0A }.map { (0x20...0x7E).contains($0) ? $0 : 0x2E }
        var text = ""
        var name = ""
        var isSecret = false
        for character in String(decoding: printable, as: UTF8.self) {
            switch character {
            case ";", ",", "&":
                (name, isSecret) = ("", false)
                text.append(character)
            case "=" where !isSecret:
                text.append(character)
                isSecret = name.hasSuffix("PW") || name.hasSuffix("SK")
                if isSecret { text += "******" }
            default:
                name.append(character)
                if !isSecret { text.append(character) }
            }
        }
        return text
    }
}
