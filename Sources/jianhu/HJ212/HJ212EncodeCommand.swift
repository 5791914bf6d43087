import ArgumentParser
import HJ212

/// `jianhu hj212 encode`: JSON lines in, frames out.
struct HJ212EncodeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "encode",
        abstract: "Read JSON lines from standard input and write frames.",
        discussion: """
            Each line is an object in the shape that decode writes, of which header
            and items are used:
              {"header":{"ST":"31","CN":"2061","MN":"…"},
               "items":[{"key":"a21026-Avg","value":"12.3"}]}
            (on one line). Frames are written in canonical form: length of four
            digits, header in the order of the standard, neighbouring values of one
            factor joined by commas, CRC in upper case, CR LF.

            At the first line that cannot be written the program stops with exit
            code 1; the frames before it are whole.
            """
    )

    func run() throws {
        var lineNumber = 0
        var rest: [UInt8] = []
        while let bytes = try StandardStream.read() {
            rest += bytes
            let lines = rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            for line in lines.dropLast() { try encode(line, &lineNumber) }
            rest = Array(lines.last ?? [])
        }
        try encode(rest[...], &lineNumber)
    }

    private func encode(_ line: ArraySlice<UInt8>, _ lineNumber: inout Int) throws {
        lineNumber += 1
        guard !line.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") }) else { return }
        do {
            try StandardStream.write(try EncodableFrame(line).encoded())
        } catch let refusal as EncodingRefusal {
            throw CommandFault("line \(lineNumber): \(refusal).")
        } catch let flaw as EncodableFrame.Flaw {
            throw CommandFault("line \(lineNumber): \(flaw.description).")
        }
    }
}
