import Kernel
import Testing

struct VisibilityTests {
    @Test(
        arguments: [
            ("厂", false, false), ("a", false, false), (" ", false, true), ("\u{0}", true, true), ("\n", true, true),
            ("\u{202E}", true, true), ("\u{2066}", true, true), ("\u{200B}", true, true), ("\u{FEFF}", true, true),
            ("\u{2028}", true, true), ("\u{200D}", false, true), ("\u{200C}", false, true), ("\u{3000}", false, true),
            ("\u{3164}", false, true), ("\u{2800}", false, true), ("\u{301}", false, false),
        ] as [(Unicode.Scalar, Bool, Bool)])
    func `what shows nothing is known`(scalar: Unicode.Scalar, isInvisible: Bool, isWithoutInk: Bool) {
        #expect(scalar.isInvisible == isInvisible && scalar.isWithoutInk == isWithoutInk)
    }
}
