extension LinkIndex {
    /// The nearest documents of a seeker, nearest first, and of their requirements (by place) those that it is to be compared with.
    func nearest(_ seeker: Int, keys: [FactKey]) -> (list: [NearDocument], requirements: [Int32]) {
        let own = seekers[seeker]
        let ownPlaces = documents[Int(own.document)].requirements
        if own.kind == .deriving { prepareDescents(of: own.document) }
        let count = gather(keys, in: asked, places: requirements.count)
        var list: [NearDocument] = []
        // Most requirements share too little for a list that is full of nearer documents.
        var enough = least
        for index in 0..<count {
            let place = touched[index]
            let sum = sums[Int(place)]
            guard sum >= enough || sum >= least && ownPlaces.contains(place), let standing = standing(place, Int32(seeker)) else { continue }
            put(NearDocument(document: requirements[Int(place)].document, standing: standing, score: sum), on: &list)
            if !own.cites, let last = last(of: list), last.standing <= .open { enough = max(least, last.score) }
        }
        var found: [Int32] = []
        for one in list {
            for place in documents[Int(one.document)].requirements where sums[Int(place)] >= least && standing(place, Int32(seeker)) != nil {
                found.append(place)
            }
        }
        forget(count)
        return (list, found.sorted())
    }

    /// The seekers before a place that look for requirements in a document, in order; what of it is nearest to them; and the
    /// requirements (by place) that they are to be compared with.
    /// - Parameter last: where the list of a seeker ends; nil where it has room.
    func seekers(
        near document: Int, keys: [[FactKey]], before end: Int, last: (Int32) throws -> NearDocument?
    ) rethrows -> [(seeker: Int32, near: NearDocument, requirements: [Int32])] {
        // Most seekers have lists that are full of nearer documents: which of them it may enter is told by sums alone.
        var shares: [(place: Int32, shares: [(seeker: Int32, sum: Int32)])] = []
        var entering: Set<Int32> = []
        for (place, keys) in zip(documents[document].requirements, keys) where requirements[Int(place)].isBinding {
            let count = gather(keys, in: given, places: seekers.count)
            defer { forget(count) }
            var shared: [(seeker: Int32, sum: Int32)] = []
            for index in 0..<count {
                let seeker = touched[index]
                let sum = sums[Int(seeker)]
                if sum >= least, seeker < end { shared.append((seeker, sum)) }
            }
            for (seeker, sum) in shared where sum >= seekers[Int(seeker)].bound && !entering.contains(seeker) {
                // A list that has a bound is full of what may be strong: mostly that settles it, since what is demanded later than it was done is weak.
                if seekers[Int(seeker)].bound > 0, standing(place, seeker) ?? .weak > .open { continue }
                if let known = try last(seeker), known.standing <= .open, sum < known.score, !seekers[Int(seeker)].cites { continue }
                entering.insert(seeker)
            }
            shares.append((place, shared))
        }
        var found: [Int32: (near: NearDocument, requirements: [Int32])] = [:]
        for (place, shared) in shares {
            for (seeker, sum) in shared where entering.contains(seeker) {
                guard let standing = standing(place, seeker) else { continue }
                let near = NearDocument(document: Int32(document), standing: standing, score: sum)
                if let known = found[seeker] {
                    found[seeker]?.requirements.append(place)
                    if near.isNearer(than: known.near) { found[seeker]?.near = near }
                } else {
                    found[seeker] = (near, [place])
                }
            }
        }
        return try found.sorted { $0.key < $1.key }.compactMap { seeker, one in
            try last(seeker).map { isNearer(one.near, than: $0) } ?? true ? (seeker, one.near, one.requirements) : nil
        }
    }

    /// A list with one more document on it, and the one that leaves it, where one does.
    func list(_ list: [NearDocument], with near: NearDocument) -> (list: [NearDocument], left: Int32?) {
        var longer = list
        put(near, on: &longer)
        return (longer, list.first { one in !longer.contains { $0.document == one.document } }?.document)
    }

    /// Tells the index where the list of a seeker ends.
    func close(_ list: [NearDocument], of seeker: Int) {
        let last = last(of: list)
        seekers[seeker].last = .some(last)
        if !seekers[seeker].cites, let last, last.standing <= .open { seekers[seeker].bound = last.score }
    }

    /// The one that leaves a list where a nearer one comes; nil while there is room.
    func last(of list: [NearDocument]) -> NearDocument? { list.count >= profile.nearest ? list.last : nil }

    /// Puts a document on a list, or moves it up.
    private func put(_ near: NearDocument, on list: inout [NearDocument]) {
        if let known = list.firstIndex(where: { $0.document == near.document }) {
            guard near.isNearer(than: list[known]) else { return }
            list.remove(at: known)
        } else if let last = last(of: list) {
            guard isNearer(near, than: last) else { return }
            list.removeLast()
        }
        var low = 0
        var high = list.count
        while low < high {
            let middle = (low + high) / 2
            if isNearer(list[middle], than: near) { low = middle + 1 } else { high = middle }
        }
        list.insert(near, at: low)
    }

    /// No two documents are equal.
    private func isNearer(_ left: NearDocument, than right: NearDocument) -> Bool {
        if left.standing != right.standing || left.score != right.score { return left.isNearer(than: right) }
        let (first, second) = (documents[Int(left.document)].order, documents[Int(right.document)].order)
        return first.day != second.day ? first.day > second.day : first.tie < second.tie
    }

    /// Adds up in `sums` what each fact of an index shares with some keys, and puts the facts that share anything in `touched`, in no order.
    /// - Returns: how many these are; to be given to `forget`.
    private func gather(_ keys: [FactKey], in index: PostingTable, places: Int) -> Int {
        if sums.count < places {
            sums += [Int32](repeating: 0, count: places + places / 4 - sums.count + 64)
            // One is put down before it is known whether it counts.
            touched = [Int32](repeating: 0, count: sums.count + 1)
        }
        var count = 0
        sums.withUnsafeMutableBufferPointer { sums in
            touched.withUnsafeMutableBufferPointer { touched in
                for key in keys {
                    guard let list = index.list(of: key.code) else { continue }
                    let weight = Int32(key.weight)
                    index.lists[list].withUnsafeBufferPointer { postings in
                        for posting in postings {
                            let place = Int(posting.place)
                            let sum = sums[place]
                            touched[count] = posting.place
                            count += sum == 0 ? 1 : 0
                            sums[place] = sum &+ weight &* Int32(posting.weight)
                        }
                    }
                }
            }
        }
        return count
    }

    private func forget(_ count: Int) {
        sums.withUnsafeMutableBufferPointer { sums in
            for index in 0..<count { sums[Int(touched[index])] = 0 }
        }
    }
}
