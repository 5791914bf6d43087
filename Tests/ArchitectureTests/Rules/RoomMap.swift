/// The floors of the house and what each room may import: `docs/architecture.md` as data.
///
/// A room that is born adds itself here and to `Package.swift`, nowhere else.
enum RoomMap {
    static let ground: Set = ["Kernel", "HJ212", "Standards", "Facts"]
    static let contexts: Set = [
        "Registry", "Monitoring", "Devices", "Supervision", "Notices", "Governance", "Portal",
    ]
    static let roof: Set = ["App", "jianhu", "jianhu-bench"]

    /// Drivers, with the rooms each may use beside the ground.
    static let drivers: [String: Set<String>] = [
        "Persistence": [],
        "SQLitePersistence": ["Persistence"],
        "Access": ["Persistence"],
        "Web": ["Access", "Persistence"],
        "Gateway": [],
        "Simulator": [],
    ]

    /// Drivers that only the roof may name: everybody else works against ports.
    static let concrete: Set = ["SQLitePersistence", "Gateway", "Simulator"]

    /// Module maps of system libraries, with the rooms that may touch C.
    static let systemLibraries: [String: Set<String>] = [
        "CLibcrypto": ["Kernel", "Access"], "CQrencode": ["Access"], "CZlib": ["Kernel", "Web"],
    ]

    /// Modules that pure code may take from the toolchain.
    static let pureModules: Set = ["FoundationEssentials", "Synchronization"]

    /// Packages that belong to one room; the roof may use all of them.
    static let packageOwners: [String: Set<String>] = [
        "GRDB": ["SQLitePersistence"],
        "GRDBSQLite": ["SQLitePersistence"],
        "Hummingbird": ["Web"],
        "HTTPTypes": ["Web"],
        "Mustache": ["Web"],
        "ArgumentParser": [],
        "Configuration": [],
        "NIOCore": ["Web", "Gateway", "Simulator"],
        "NIOPosix": ["Gateway", "Simulator", "Web"],
        "ServiceLifecycle": ["Gateway"],
        "Logging": ["Web", "Gateway", "Persistence", "SQLitePersistence"],
    ]

    static var all: Set<String> {
        ground.union(contexts).union(roof).union(drivers.keys).union(systemLibraries.keys)
    }

    /// The rooms that `room` may import; nil when the room is not on the map.
    static func allowedRooms(for room: String) -> Set<String>? {
        if roof.contains(room) { return all }
        var allowed = ground
        if contexts.contains(room) {
            allowed.formUnion(["Persistence", "Web"])
        } else if let others = drivers[room] {
            allowed.formUnion(others)
        } else if !ground.contains(room) {
            return systemLibraries.keys.contains(room) ? [] : nil
        }
        for (library, users) in systemLibraries where users.contains(room) { allowed.insert(library) }
        return allowed
    }

    /// Whether `room` may import `module`, which is no room of ours.
    static func allows(package module: String, in room: String) -> Bool {
        if roof.contains(room) { return true }
        if ground.contains(room) { return pureModules.contains(module) }
        return packageOwners[module]?.contains(room) ?? !contexts.contains(room)
            || ["Foundation", "FoundationEssentials", "Synchronization"].contains(module)
    }
}
