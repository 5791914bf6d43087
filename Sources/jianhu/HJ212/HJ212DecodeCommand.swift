import ArgumentParser
import HJ212

/// `jianhu hj212 decode`: bytes in, one JSON line per frame or rejected stretch out.
struct HJ212DecodeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decode",
        abstract: "Read frames from standard input and write JSON lines.",
        discussion: """
            One object per frame or rejected stretch, in order, once it is decided:
              offset, length  place and size in bytes, tail (CR LF) included
              verdict         accepted or quarantined
              reason          why it was quarantined, else null
              dialect         2005, 2017, 2025 or unknown
              crc             which check gives the value of the CRC field:
                              hj212, modbus, modbus-swapped or none
              deviations      tolerated departures from the standard, by name
              header, items   names and values as received; unproven when
                              quarantined

            A frame without CR LF is decided when the next byte or the end of
            the input shows so. Line ends between frames are passed over. Bytes
            that are not UTF-8 show as U+FFFD and are named not-utf8.

            An encrypted data area (2025) is opened with the keys of
            --sm4-key-file and shown clear; offset and length are those of the
            bytes received.

            The exit code is 0 when the input was read to its end, whatever the
            verdicts.

            Example: nc -l 9212 | jianhu hj212 decode
            """
    )

    @ArgumentParser.Flag(help: "Quarantine every frame with a deviation.")
    var strict = false

    @Option(help: "Checks that prove a frame: hj212, or any to accept Modbus CRCs too.")
    var crc = AcceptedCRCOption.hj212

    @Option(
        help: ArgumentHelp(
            "File with SM4 keys of encrypted areas: lines MN HEX, or HEX for all devices.", valueName: "file"))
    var sm4KeyFile: String?

    func run() throws {
        let keys = try sm4KeyFile.map { try SM4KeyFile(path: $0) }
        let options = ScanOptions(
            strictness: strict ? .strict : .lenient, crc: crc == .any ? .any : .hj212Only, tail: .awaited)
        var scanner = FrameScanner(options: options, keys: keys)
        while let bytes = try StandardStream.read() {
            scanner.append(bytes)
            var lines = ""
            while let event = scanner.next() { lines += FrameLine(event).text }
            try StandardStream.write(lines)
        }
        try StandardStream.write(scanner.finish().map { FrameLine($0).text }.joined())
    }
}

/// The values of `--crc`.
enum AcceptedCRCOption: String, ExpressibleByArgument, CaseIterable {
    case hj212
    case any
}
