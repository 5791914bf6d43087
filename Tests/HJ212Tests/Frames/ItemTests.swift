import HJ212
import Testing

struct ItemTests {
    @Test(
        arguments: [
            ("a21026-ZsAvg", "a21026", Suffix.zsAvg), ("a21026-Flag", "a21026", .flag), ("A18-flag", "A18", .flag),
            ("a21026-i22004-Info", "a21026-i22004", .siteInformation), ("100000-Ia", "100000-Ia", nil),
            ("LA-td", "LA", .rtd), ("a21004- Rtd", "a21004", .rtd), ("SB1-RS", "SB1", .runState),
            ("LA-Data", "LA", .wholePeriod),
            ("DataTime", "DataTime", nil), ("-Rtd", "-Rtd", nil), ("a-", "a-", nil), ("", "", nil),
        ] as [(String, String, Suffix?)])
    func `a key is split at its last hyphen when a known suffix follows`(key: String, factor: String, suffix: Suffix?) {
        let item = Item(key: key, value: "")
        #expect(item.factor == factor)
        #expect(item.suffix == suffix)
    }
}
