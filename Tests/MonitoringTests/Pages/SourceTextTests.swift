import Kernel
import Testing

@testable import Monitoring

struct SourceTextTests {
    @Test(arguments: [
        (
            "排污许可证 91330602MA99D0001R001P（示例），燃煤锅炉，基准含氧量 9 %",
            "discharge permit 91330602MA99D0001R001P (invented), coal-fired boiler, reference oxygen 9 %"
        ),
        ("GB 4287-2012 表2 间接排放", "GB 4287-2012 table 2 indirect discharge"), ("会议纪要", "会议纪要"),
    ])
    func `a source is told in English as far as its words are known`(source: String, english: String) {
        #expect(SourceText.words(source).zh == source && SourceText.words(source).en == english)
    }
}
