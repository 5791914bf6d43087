import TestMaterial
import Testing

@testable import HJ212

struct DialectTests {
    @Test(arguments: [
        (
            "QN=20160801085857223;ST=32;CN=1062;PW=1;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&&",
            Dialect.hj2017
        ),
        (
            "QN=20261123140000000;ST=31;CN=2011;MN=88888880000001;Flag=4;CP=&&DataTime=20261123140000;a05002-Rtd=1&&",
            .hj2017
        ),
        ("QN=20261123140000000;ST=31;CN=2011;PW=1;MN=MP1;Flag=0;CP=&&DataTime=20261123140000;a05002-Rtd=1&&", .hj2017),
        (
            "ST=32;CN=2011;PW=1;MN=88888880000001;CP=&&DataTime=20150430135830;B01-Rtd=8,B01-Flag=N;011-Rtd=9&&",
            .hjt2005
        ),
        ("QN=20040516010101001;ST=32;CN=2051;PW=1;MN=88888880000001;Flag=3;CP=&&BeginTime=20040506111000&&", .hjt2005),
        ("ST=91;CN=9013;PW=1;MN=ABCDEFG1234567;Flag=0;CP=&&QN=20170516010101001&&", .hjt2005),
        ("QN=20240601085857223;ST=32;CN=1011;PW=1;MN=010000A8900016F000169DC0;Flag=9;CP=&&&&", .hj2025),
        ("QN=20240601085857223;ST=31;CN=1001;PW=1;MN=;Flag=9;CP=&&i23005-Info=1&&", .hj2025),
        (
            "QN=20190430101750562;ST=21;CN=2061;MN=A140100_2006;Flag=9;CP=&&DataTime=20190430100000;w01001-Avg=7&&",
            .hj1404
        ),
        ("QN=20170516010101001;ST=22;CN=2012;PW=1;MN=ABCDEFG1234567;CP=&&&&", .unknown),
        ("QN=20260706103512345;ST=91;CN=9014;PW=1;MN=A110000_0001;Flag=8;CP=&&&&", .hj1404),
        ("QN=20260706103512345;ST=31;CN=2011;PW=1;MN=A110000_0001;Flag=8;CP=&&&&", .unknown),
        ("QN=20210301111100112;ST=21;CN=2011;PW=1;MN=ZLDSZ20210127;Flag=8;CP=&&w01001-Rtd=8&&", .unknown),
        ("QN=20240601085857223;ST=32;CN=3024;PW=1;MN=KA1;Flag=9;CP=&&PolId=w01018&&", .hj2025),
        ("QN=20240601085857223;ST=32;CN=2011;PW=1;MN=KA1;Flag=9;CP=&&DataTime=20240601085857;w01018-Rtd=1&&", .unknown),
        ("QN=20240601085857223;ST=32;CN=2011;PW=1;MN=KA1;Flag=9;RF=1;CP=&&&&", .hj2025),
        ("QN=20190430101750562;ST=21;CN=2061;PW=1;MN=010000A8900016F000169DC0;Flag=9;CP=&&w01001-Avg=7&&", .unknown),
        ("QN=20261123140000000;ST=31;CN=2011;MN=X;Flag=12;CP=&&&&", .unknown),
        ("ST=31;CN=2011;MN=X;Flag=4;CP=&&&&", .unknown),
    ])
    func `the edition shows in several signs together`(segment: String, dialect: Dialect) {
        #expect(Wire.accepted(Wire.frame(segment))?.dialect == dialect)
    }

    @Test func `JSON knows the editions of HJ 212 only`() {
        #expect(Dialect.allCases.map(\.jsonName) == ["2005", "2017", "2025", "unknown", "unknown"])
        #expect(Dialect.allCases.map(\.spokenEdition) == [.hjt2005, .hj2017, .hj2025, .hj2017, .hj2017])
    }

    @Test func `the method page prints the weights`() throws {
        let table = try RepositoryFile.table(
            "| sign | 2005 | 2017 | 2025 | HJ 1404 |", in: "docs/method/hj212-dialects.md")
        let dialects: [Dialect] = [.hjt2005, .hj2017, .hj2025, .hj1404]
        let expected = DialectSign.allCases.map { sign in
            [sign.words] + dialects.map { sign.weight(for: $0) }.map { $0 == 0 ? "" : "\($0)" }
        }
        #expect(table == expected)
    }
}
