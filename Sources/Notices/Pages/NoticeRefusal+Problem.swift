import Kernel
import Web

extension NoticeRefusal: DescribedRefusal {
    var problem: Problem {
        switch self {
        case .noAddress:
            Problem(
                status: 422, rule: "NOT-ADDRESS", field: "address",
                what: Phrase("接收地址不正确", "this is no address to send to"),
                remedy: Phrase(
                    "请填写 https://主机[:端口]/路径，或 http://…", "give https://host[:port]/path, or http://…"))
        case .alreadySubscribed:
            Problem(
                status: 409, rule: "NOT-TWICE", field: "address",
                what: Phrase("该地址已有推送", "this address is subscribed already"),
                remedy: Phrase(
                    "一个地址只需一个推送；要更改内容，请先停止原有推送再新增",
                    "one subscription serves an address; to change it, end that one and subscribe anew"))
        case .noKind:
            Problem(
                status: 422, rule: "NOT-KIND", field: OfferedKind.all[0].kind,
                what: Phrase("没有选择推送内容", "no kind of fact was chosen"),
                remedy: Phrase("请至少选择一种事实", "choose at least one"))
        case .unknownKind(let kind):
            Problem(
                status: 422, rule: "NOT-KIND", field: kind,
                what: Phrase("没有这种事实", "there is no such kind of fact"),
                remedy: Phrase("请从列表中选择", "choose from the list"))
        case .unknownRegion:
            Problem(
                status: 422, rule: "NOT-REGION", field: "region",
                what: Phrase("没有这个属地", "there is no such region"),
                remedy: Phrase("请从列表中选择，或留空表示全市", "choose from the list, or leave it empty for the city"))
        case .unknownSubscription: .notFound
        case .alreadyEnded:
            Problem(
                status: 409, rule: "NOT-ENDED",
                what: Phrase("该推送已经停止", "this subscription has ended already"),
                remedy: Phrase("请刷新页面；需要时重新新增", "look at the page again; subscribe anew when needed"))
        case .tooMany:
            Problem(
                status: 409, rule: "NOT-TOO-MANY",
                what: Phrase(
                    "推送已达 \(NoticeDesk.subscriptionsMax) 个上限",
                    "there are \(NoticeDesk.subscriptionsMax) subscriptions, which is the most"),
                remedy: Phrase("请先停止不再需要的推送", "end one that nobody needs"))
        }
    }
}
