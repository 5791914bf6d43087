import CZlib

/// A ZIP archive (APPNOTE 6.3.10) of deflated entries, made in memory; entries bear 1980-01-01, so that equal contents
/// give equal bytes. For archives below 4 GB and 65,536 entries.
struct ZIPArchive {
    private struct Entry {
        let name: [UInt8]
        let checksum: UInt32
        let deflatedCount: UInt32
        let count: UInt32
        let place: UInt32
    }

    private var body: [UInt8] = []
    private var entries: [Entry] = []
    private static let (version, deflated, utf8Names, day1980): (UInt16, UInt16, UInt16, UInt16) = (20, 8, 0x0800, 0x21)

    /// Adds a file.
    mutating func add(_ name: String, _ content: [UInt8]) {
        let packed = Self.deflate(content)
        let entry = Entry(
            name: Array(name.utf8), checksum: Self.checksum(of: content), deflatedCount: UInt32(packed.count),
            count: UInt32(content.count), place: UInt32(body.count))
        entries.append(entry)
        body.append(little: 0x0403_4b50 as UInt32)
        Self.append(entry, to: &body)
        body += entry.name + packed
    }

    /// The archive with its directory.
    var bytes: [UInt8] {
        var all = body
        for entry in entries {
            all.append(little: 0x0201_4b50 as UInt32)
            all.append(little: Self.version)
            Self.append(entry, to: &all)
            // Comment, disk, internal and external attributes: none.
            for _ in 0..<3 { all.append(little: 0 as UInt16) }
            all.append(little: 0 as UInt32)
            all.append(little: entry.place)
            all += entry.name
        }
        let directory = UInt32(all.count - body.count)
        all.append(little: 0x0605_4b50 as UInt32)
        all.append(little: 0 as UInt32)
        all.append(little: UInt16(entries.count))
        all.append(little: UInt16(entries.count))
        all.append(little: directory)
        all.append(little: UInt32(body.count))
        all.append(little: 0 as UInt16)
        return all
    }

    /// What a local header and the directory say alike.
    private static func append(_ entry: Entry, to bytes: inout [UInt8]) {
        bytes.append(little: version)
        bytes.append(little: utf8Names)
        bytes.append(little: deflated)
        bytes.append(little: 0 as UInt16)
        bytes.append(little: day1980)
        bytes.append(little: entry.checksum)
        bytes.append(little: entry.deflatedCount)
        bytes.append(little: entry.count)
        bytes.append(little: UInt16(entry.name.count))
        bytes.append(little: 0 as UInt16)
    }

    private static func checksum(of content: [UInt8]) -> UInt32 {
        UInt32(crc32(0, content, UInt32(content.count)))
    }

    /// Raw deflate (RFC 1951), in one go: the bound is known beforehand, so that it cannot run out of room.
    private static func deflate(_ content: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        let started = deflateInit2_(
            &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        precondition(started == Z_OK, "zlib refuses its own default settings only without memory")
        defer { deflateEnd(&stream) }
        let room = Int(deflateBound(&stream, UInt(content.count)))
        var content = content
        return [UInt8](unsafeUninitializedCapacity: room) { output, count in
            content.withUnsafeMutableBufferPointer { input in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(room)
                let ended = CZlib.deflate(&stream, Z_FINISH)
                precondition(ended == Z_STREAM_END, "the bound that zlib gave is enough")
            }
            count = room - Int(stream.avail_out)
        }
    }
}

extension [UInt8] {
    /// Adds a number, lowest byte first.
    fileprivate mutating func append(little number: some FixedWidthInteger) {
        for place in 0..<(number.bitWidth / 8) { append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
    }
}
