/// Why a subscription cannot be made or ended.
enum NoticeRefusal: Error, Equatable {
    case noAddress
    case alreadySubscribed
    case noKind
    case unknownKind(String)
    case unknownRegion
    case unknownSubscription
    case alreadyEnded
    case tooMany
}
