extension UnicodeScalar {
    /// Whether a character shows nothing and changes how others are read or compared: control characters, ends of lines
    /// and paragraphs, and format characters such as those that turn the direction of writing around. The two joiners
    /// are left: scripts and emoji need them.
    public var isInvisible: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        case .format: value != 0x200C && value != 0x200D
        default: false
        }
    }

    /// Whether a character leaves the paper white: white space, what is invisible, the joiners, letters without ink.
    public var isWithoutInk: Bool {
        properties.isWhitespace || isInvisible || properties.isDefaultIgnorableCodePoint || value == 0x2800
    }
}
