// swift-tools-version:6.2
import Foundation
import PackageDescription

// One target per room; `docs/architecture.md` draws the floors and says why an arrow only points down.

/// Templates and label tables stand beside the Swift file of their page; the start script copies them to `share/`,
/// so the compiler is told to leave them alone.
func unbuiltFiles(of room: String) -> [String] {
    let folder = URL(fileURLWithPath: Context.packageDirectory).appendingPathComponent("Sources/\(room)")
    let everything = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return everything.filter { file in [".mustache", ".json", ".md"].contains { file.hasSuffix($0) } }.sorted()
}

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, exclude: unbuiltFiles(of: name))
}

func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: dependencies, exclude: unbuiltFiles(of: name))
}

func tests(_ room: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(name: "\(room)Tests", dependencies: dependencies)
}

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTP = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "jianhu",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "jianhu", targets: ["jianhu"]),
        .executable(name: "jianhu-bench", targets: ["jianhu-bench"]),
    ],
    dependencies: [
        .package(
            url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: ["FullFoundation"]),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: ["JSON"]),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibcrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CLibssl", pkgConfig: "libssl", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(
            name: "CQrencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        // Ground: pure values and rules.
        room("Kernel", ["CLibcrypto", "CZlib"]),
        room("HJ212"),
        room("Standards", ["Kernel", "Facts"]),
        room("Facts", ["Kernel"]),

        // Drivers: storage, web, wire, people.
        room("Persistence", ["Kernel", "Facts"]),
        room("SQLitePersistence", ["Kernel", "Persistence", grdb, sqlite]),
        room("Access", ["Kernel", "Facts", "Persistence", "CLibcrypto", "CQrencode"]),
        room(
            "Web",
            [
                "Kernel", "Facts", "Access", "Persistence", "CZlib", hummingbird, mustache, nioCore, nioPosix, logging,
            ]),
        room("Gateway", ["Kernel", "HJ212", nioCore, nioPosix, logging, lifecycle]),

        // Beside them: loggers that never were, for load and proof.
        room("Simulator", ["Kernel", "HJ212", nioCore, nioPosix]),

        // Contexts: they never import each other.
        room("Registry", ["Kernel", "Standards", "Facts", "Persistence", "Web"]),
        room("Monitoring", ["Kernel", "HJ212", "Standards", "Facts", "Persistence", "Web"]),
        room("Devices", ["Kernel", "HJ212", "Facts", "Persistence", "Web"]),
        room("Supervision", ["Kernel", "Standards", "Facts", "Persistence", "Web"]),
        room("Notices", ["Kernel", "Facts", "Persistence", "Web"]),
        room("Governance", ["Kernel", "Standards", "Facts", "Persistence", "Web"]),
        room("Portal", ["Kernel", "Standards", "Facts", "Persistence", "Web"]),

        // Roof: the only place that knows concrete types.
        room(
            "App",
            [
                "Kernel", "HJ212", "Standards", "Facts", "Persistence", "SQLitePersistence", "Access", "Web", "Gateway",
                "Registry", "Monitoring", "Devices", "Supervision", "Notices", "Governance", "Portal", "CLibssl",
                nioCore, nioHTTP,
                nioPosix, logging, lifecycle, signals,
            ]),
        program(
            "jianhu",
            [
                "App", "Access", "Facts", "Gateway", "Kernel", "HJ212", "Persistence", "Simulator", "Standards", "Web",
                arguments, configuration, logging, systemPackage, nioCore, nioPosix, signals,
            ]),
        program(
            "jianhu-bench",
            [
                "App", "Access", "Facts", "Gateway", "Kernel", "HJ212", "Persistence", "Registry", "SQLitePersistence",
                "Simulator", "Web", arguments, logging, nioCore, nioPosix, sqlite,
            ]),

        // What several test targets work with; no product holds it.
        .target(name: "TestMaterial", dependencies: ["Kernel"], path: "Tests/TestMaterial"),
        .target(name: "CAllocationCount", path: "Tests/CAllocationCount"),

        tests("Architecture"),
        tests("Kernel", ["TestMaterial", "Kernel"]),
        tests("HJ212", ["TestMaterial", "CAllocationCount", "HJ212"]),
        tests("Standards", ["TestMaterial", "Standards", "Facts", "Kernel"]),
        tests("Facts", ["TestMaterial", "Facts", "Kernel"]),
        tests("Persistence", ["TestMaterial", "Persistence", "SQLitePersistence", "Facts", "Kernel"]),
        tests("Access", ["Access", "Persistence", "SQLitePersistence", "Facts", "Kernel"]),
        tests(
            "Web",
            [
                "TestMaterial", "Web", "Access", "Facts", "Persistence", "SQLitePersistence", "Kernel", "CZlib",
                hummingbird, nioCore, logging,
            ]),
        tests(
            "Gateway",
            [
                "TestMaterial", "CAllocationCount", "Gateway", "HJ212", "Kernel", nioCore, nioPosix, logging, lifecycle,
            ]),
        tests(
            "Registry",
            ["TestMaterial", "Registry", "Standards", "Facts", "Persistence", "SQLitePersistence", "Kernel", "Web"]),
        tests(
            "Simulator",
            ["TestMaterial", "Simulator", "Gateway", "HJ212", "Kernel", nioCore, nioPosix, logging, lifecycle]),
        tests(
            "Monitoring",
            [
                "TestMaterial", "Monitoring", "HJ212", "Standards", "Facts", "Persistence", "SQLitePersistence",
                "Kernel", "Web",
            ]),
        tests(
            "Devices",
            [
                "TestMaterial", "Devices", "HJ212", "Facts", "Persistence", "SQLitePersistence", "Kernel", "Web",
            ]),
        tests(
            "Supervision",
            ["TestMaterial", "Supervision", "Facts", "Persistence", "SQLitePersistence", "Kernel", "Standards", "Web"]),
        tests("Notices", ["TestMaterial", "Notices", "Facts", "Persistence", "SQLitePersistence", "Kernel", "Web"]),
        tests(
            "Governance",
            ["TestMaterial", "Governance", "Facts", "Persistence", "SQLitePersistence", "Kernel", "Web"]),
        tests("Portal", ["TestMaterial", "Portal", "Facts", "Kernel", "Web"]),
        tests(
            "App",
            [
                "TestMaterial", "App", "HJ212", "Facts", "Gateway", "Monitoring", "Notices", "Persistence", "Registry",
                "SQLitePersistence", "Standards", "Supervision", "Access", "Web", "Kernel", logging, nioCore, nioPosix,
            ]),
    ],
    swiftLanguageModes: [.v6]
)

/// Rooms that count and compare: optimised in debug too, since the demo lives through a month and tests try thousands
/// of histories (docs/decisions/0002).
let countingRooms: Set = [
    "Kernel", "HJ212", "Standards", "Facts", "Persistence", "SQLitePersistence", "Gateway", "Monitoring",
]

for target in package.targets where target.type != .system && target.name != "CAllocationCount" {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .treatAllWarnings(as: .error),
    ]
    if countingRooms.contains(target.name) {
        target.swiftSettings?.append(.unsafeFlags(["-O"], .when(configuration: .debug)))
    }
}
