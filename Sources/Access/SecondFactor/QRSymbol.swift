import CQrencode

/// A QR code (ISO/IEC 18004) computed by libqrencode: which modules of a square are dark.
public struct QRSymbol: Sendable, Equatable {
    /// How many modules its sides have.
    public let side: Int
    /// The dark modules by row.
    public let isDark: [[Bool]]

    /// Light modules that readers need around a symbol.
    public static let quietModules = 4

    /// The symbol of a text, with error correction M; nil when the text is too long.
    public init?(_ text: String) {
        guard let symbol = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1) else { return nil }
        defer { QRcode_free(symbol) }
        let width = Int(symbol.pointee.width)
        guard width > 0, let modules = symbol.pointee.data else { return nil }
        side = width
        // The lowest bit of a byte says dark; the others tell what the module is for.
        isDark = (0..<width).map { row in (0..<width).map { modules[row * width + $0] & 1 == 1 } }
    }

    /// The dark modules as the path of a vector drawing whose unit is a module, the quiet zone included: one stretch of
    /// a row after another.
    public var path: String {
        isDark.enumerated().map { row, modules in
            var stretches: [String] = []
            var start: Int?
            for column in 0...side {
                let dark = column < side && modules[column]
                if dark, start == nil { start = column }
                if !dark, let from = start {
                    let length = column - from
                    stretches.append("M\(from + Self.quietModules) \(row + Self.quietModules)h\(length)v1h-\(length)z")
                    start = nil
                }
            }
            return stretches.joined()
        }.joined()
    }

    /// How wide the drawing is, in modules.
    public var width: Int { side + 2 * Self.quietModules }
}
