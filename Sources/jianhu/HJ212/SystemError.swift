#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Error numbers of the system in its own words.
enum SystemError {
    static func words(for number: CInt) -> String {
        strerror(number).map { String(cString: $0) } ?? "error \(number)"
    }
}
