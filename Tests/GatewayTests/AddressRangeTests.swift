import Testing

@testable import Gateway

struct AddressRangeTests {
    /// A range, addresses inside, addresses outside.
    private static let rows: [(String, [String], [String])] = [
        (
            "192.0.2.7", ["192.0.2.7", "::ffff:192.0.2.7", "::FFFF:c000:207"],
            ["192.0.2.8", "::c000:207", "2001:db8::"]
        ),
        ("10.8.0.0/16", ["10.8.0.0", "10.8.255.255"], ["10.9.0.0", "10.7.255.255", "::10.8.0.0"]),
        ("10.8.0.128/25", ["10.8.0.128", "10.8.0.255"], ["10.8.0.127", "10.8.1.128"]),
        ("0.0.0.0/0", ["0.0.0.0", "255.255.255.255"], ["::1", "2001:db8::1"]),
        ("255.255.255.255/32", ["255.255.255.255"], ["255.255.255.254"]),
        ("2001:db8::/32", ["2001:db8::1", "2001:DB8:ffff::%eth0"], ["2001:db9::", "2001:db7:ffff::", "32.1.13.184"]),
        ("fe80::1", ["fe80::1", "fe80::1%2", "fe80:0:0:0:0:0:0:1"], ["fe80::2"]),
        ("::/0", ["::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"], ["0.0.0.0", "::ffff:1.2.3.4"]),
        ("2001:db8::8000/113", ["2001:db8::8000", "2001:db8::ffff"], ["2001:db8::7fff", "2001:db8::1:8000"]),
    ]

    @Test(arguments: rows.indices)
    func `a range holds the addresses that share its first bits`(index: Int) throws {
        let (text, inside, outside) = Self.rows[index]
        let range = try AddressRange(text)
        #expect(range.description == text)
        for written in inside { #expect(range.contains(try #require(IPAddress(written))), "\(written)") }
        for written in outside { #expect(!range.contains(try #require(IPAddress(written))), "\(written)") }
    }

    @Test(arguments: [
        "", " ", "localhost", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1.2.3.-4", "1.2.3.+4", "1..3.4",
        "1.2.3.4 ",
        ":", ":::", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7::8", "12345::", "g::", "::1.2.3",
        "1.2.3.4::", "::+1", "::-1", "fe80::1%eth0", "１.2.3.4",
    ])
    func `what is no address is refused`(text: String) {
        #expect(throws: AddressRange.Refusal.notAnAddress) { try AddressRange(text) }
        if !text.contains("%") { #expect(IPAddress(text) == nil) }
    }

    private static let slips: [(String, AddressRange.Refusal)] = [
        ("10.0.0.0/33", .notAPrefix(bitsMax: 32)), ("10.0.0.0/", .notAPrefix(bitsMax: 32)),
        ("10.0.0.0/-1", .notAPrefix(bitsMax: 32)), ("10.0.0.0/8/8", .notAPrefix(bitsMax: 32)),
        ("::/129", .notAPrefix(bitsMax: 128)), ("10.8.0.1/16", .addressInsideBlock(block: "10.8.0.0/16")),
        ("1.2.3.4/0", .addressInsideBlock(block: "0.0.0.0/0")),
        ("2001:db8::1/32", .addressInsideBlock(block: "2001:db8:0:0:0:0:0:0/32")),
    ]

    @Test(arguments: slips.indices)
    func `a slip is told with what was meant`(index: Int) {
        #expect(throws: Self.slips[index].1) { try AddressRange(Self.slips[index].0) }
    }

    @Test func `an IPv6 subscriber has a whole network`() throws {
        func subscriber(_ text: String) throws -> IPAddress { try #require(IPAddress(text)).subscriber }
        #expect(try subscriber("2001:db8:1:2::1") == subscriber("2001:db8:1:2:ffff::"))
        #expect(try subscriber("2001:db8:1:2::1") != subscriber("2001:db8:1:3::1"))
        #expect(try subscriber("192.0.2.1") != subscriber("192.0.2.2"))
    }
}
