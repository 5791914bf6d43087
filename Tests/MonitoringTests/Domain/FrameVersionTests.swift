import Kernel
import Testing

@testable import Monitoring

struct FrameVersionTests {
    @Test(arguments: [
        ("", "20261123140000000"), ("20261123140000000", "20261123140000001"),
        ("20251231235959999", "20261123140000000"), ("2026112314000000", "20261123140000000"),
        ("20261123140000000", "abc"), ("e\u{301}", "\u{e9}"),
    ])
    func `the greater QN wins, byte by byte, and none is the least`(less: String, greater: String) {
        // The digest must not matter here, so both orders of it are tried.
        for (first, second) in [("a", "b"), ("b", "a")] {
            let (lower, upper) = (
                FrameVersion(requestNumber: less, digest: Digest256(of: first)),
                FrameVersion(requestNumber: greater, digest: Digest256(of: second))
            )
            #expect(lower < upper && !(upper < lower))
        }
    }

    @Test(arguments: ["", "20261123140000000"])
    func `between equal QN the greater SHA-256 wins`(requestNumber: String) {
        let digests = (0..<20).map { Digest256(of: "\($0)") }
        let versions = digests.map { FrameVersion(requestNumber: requestNumber, digest: $0) }
        #expect(versions.max()?.digest == digests.max())
        #expect(!(versions[0] < versions[0]))
    }
}
