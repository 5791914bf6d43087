import Testing

struct DeclarationTests {
    @Test(arguments: [
        ("struct A {\n  var x = { 1 }()\n}\nenum B {}", ["type A 1-3 @0", "type B 4-4 @0"]),
        (
            "extension A.B {\n  func c(\n    d: Int = { 1 }()\n  ) {\n  }\n}",
            ["extension A.B 1-6 @0", "function c 2-5 @1"]
        ),
        (
            "protocol P {\n  func a() throws -> Int\n  func b()\n}\nfunc c() {\n}",
            ["type P 1-4 @0", "function a 2-2 @1", "function b 3-3 @1", "function c 5-6 @0"]
        ),
        (
            "class A {\n  class func b() {}\n  init?(_ c: Int) {\n  }\n}",
            ["type A 1-5 @0", "function b 2-2 @1", "function init 3-4 @1"]
        ),
        ("let a = B.init(c: 1)\nlet d: E = .init()\nself.init(x: 1)", []),
        ("private typealias A = B", ["type A 1-1 @0 private"]),
        ("func `a b`() {\n\n}", ["function a b 1-3 @0"]),
    ])
    func `declarations are found with their lines`(source: String, expected: [String]) {
        let found = Declaration.all(in: SourceFile(path: "A.swift", text: source)).map {
            "\($0.kind.rawValue) \($0.name) \($0.line)-\($0.lastLine) @\($0.depth)" + ($0.isPrivate ? " private" : "")
        }
        #expect(found == expected)
    }
}
