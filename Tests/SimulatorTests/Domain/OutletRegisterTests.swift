import Kernel
import Simulator
import Testing

struct OutletRegisterTests {
    @Test func `the register names every outlet once, with well-formed codes`() throws {
        let city = SimulatedCity(seed: 4)
        let lines = OutletRegister.lines(of: city, count: 500).map {
            $0.dropLast().split(separator: ",").map(String.init)
        }
        let columns = try #require(lines.first)
        #expect(lines.count == 501 && lines.allSatisfy { $0.count == columns.count })
        func column(_ name: String) throws -> [String] {
            let place = try #require(columns.firstIndex(of: name))
            return lines.dropFirst().map { $0[place] }
        }
        #expect(Set(try column("outlet_id").compactMap { OutletID($0) }).count == 500)
        #expect(Set(try column("device_number").compactMap { DeviceNumber($0) }).count == 500)
        #expect(try column("enterprise_id").allSatisfy { EnterpriseID($0) != nil })
        #expect(try column("region_code").allSatisfy { RegionCode($0) != nil })
        #expect(Set(try column("medium")) == ["stack", "waste-water"])
        #expect(Set(try column("edition")) == ["2005", "2017", "2025"])
        #expect(try column("enterprise_name").allSatisfy { $0.contains("示例") })
    }
}
