import HJ212
import TestMaterial

/// Streams such as a bad day brings: frames right and wrong, noise, cuts, frames inside texts.
struct RandomStream {
    private var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    mutating func bytes(pieceCount: Int) -> [UInt8] {
        (0..<pieceCount).flatMap { _ in piece() }
    }

    mutating func cuts(of count: Int) -> [Int] {
        (0..<Int.random(in: 0...min(count, 40), using: &random)).map { _ in Int.random(in: 0...count, using: &random) }
            .sorted()
    }

    private mutating func piece() -> [UInt8] {
        switch Int.random(in: 0..<12, using: &random) {
        case 0...3: Wire.frame(segment(), tail: tail())
        case 4: Wire.frame(segment(), length: wrongLength(), tail: tail())
        case 5: Wire.frame(segment(), crc: foreignCRC(), tail: tail())
        case 6: damaged(Wire.frame(segment(), tail: tail()))
        case 7: Array(Wire.frame(segment()).prefix(Int.random(in: 0...90, using: &random)))
        case 8: Wire.frame(Wire.segment("i11001-Info=//log \(String(decoding: Wire.hour, as: UTF8.self))//"))
        case 9: Wire.frame("ST=31;CN=2011;MN=88888880000001;CP=&&a05002-Rtd=1", tail: tail())
        case 10: noise(of: Array("#&0123456789QNST=;,CPab \r\n".utf8))
        default: noise(of: Array(0...255))
        }
    }

    private mutating func segment() -> String {
        let items = (0..<Int.random(in: 0...3, using: &random))
            .map { "a2102\($0)-Rtd=\(Int.random(in: 0...999, using: &random))" }
        return Wire.segment(items.joined(separator: Bool.random(using: &random) ? ";" : ","))
    }

    private mutating func tail() -> String {
        ["\r\n", "\r\n", "\n", "\r", "", #"\r\n"#, "\r\n\r\n", " \n"].randomElement(using: &random) ?? ""
    }

    private mutating func wrongLength() -> String {
        ["1", "81", "0000", "9999", "0120", "0100", "99", "0085"].randomElement(using: &random) ?? "1"
    }

    private mutating func foreignCRC() -> String {
        ["FFFF", "0000", "zz", "c1", "1C8", "12 4"].randomElement(using: &random) ?? ""
    }

    private mutating func damaged(_ frame: [UInt8]) -> [UInt8] {
        var frame = frame
        let place = Int.random(in: frame.indices, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: frame[place] = UInt8.random(in: 0...255, using: &random)
        case 1: frame.remove(at: place)
        default: frame.insert(UInt8.random(in: 0...255, using: &random), at: place)
        }
        return frame
    }

    private mutating func noise(of alphabet: [UInt8]) -> [UInt8] {
        (0..<Int.random(in: 0...60, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 }
    }
}
