#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Standard input and output as bytes, without buffers that would hold back a line.
enum StandardStream {
    private static let readSize = 64 * 1024

    /// The next bytes of standard input, as soon as some are there; nil at its end.
    static func read() throws -> [UInt8]? {
        while true {
            var count = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: readSize) { buffer, initializedCount in
                count = systemRead(buffer)
                initializedCount = max(0, count)
            }
            if count > 0 { return bytes }
            if count == 0 { return nil }
            guard errno == EINTR else { throw CommandFault("standard input cannot be read; give it bytes or a file") }
        }
    }

    /// Everything that is left on standard input.
    static func readToEnd() throws -> [UInt8] {
        var all: [UInt8] = []
        while let bytes = try read() { all += bytes }
        return all
    }

    static func write(_ text: String) throws {
        try write(Array(text.utf8))
    }

    static func write(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { systemWrite($0) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                throw CommandFault("standard output cannot be written; check where it leads and the free space there")
            }
        }
    }

    private static func systemRead(_ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
        #if canImport(Glibc)
            Glibc.read(STDIN_FILENO, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
            Musl.read(STDIN_FILENO, buffer.baseAddress, buffer.count)
        #else
            Darwin.read(STDIN_FILENO, buffer.baseAddress, buffer.count)
        #endif
    }

    private static func systemWrite(_ buffer: UnsafeRawBufferPointer) -> Int {
        #if canImport(Glibc)
            Glibc.write(STDOUT_FILENO, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
            Musl.write(STDOUT_FILENO, buffer.baseAddress, buffer.count)
        #else
            Darwin.write(STDOUT_FILENO, buffer.baseAddress, buffer.count)
        #endif
    }
}
