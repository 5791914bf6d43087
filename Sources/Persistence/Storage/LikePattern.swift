/// What LIKE is given, with `ESCAPE '!'`.
public enum LikePattern {
    /// Finds a text anywhere; the signs of LIKE in it stand for themselves. By scalars, as databases compare: a mark
    /// that joins a sign makes another character of it, and leaves it a sign.
    public static func anywhere(_ text: String) -> String {
        var pattern = "%".unicodeScalars
        for scalar in text.unicodeScalars {
            if scalar == "!" || scalar == "%" || scalar == "_" { pattern.append("!") }
            pattern.append(scalar)
        }
        pattern.append("%")
        return String(pattern)
    }
}
