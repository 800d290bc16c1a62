import Provenance

/// Everything that the ontology files say, as read, before indices are built over it.
struct OntologyEntries {
    var regions = EntryList<Region>()
    var levelWords: [LevelWord] = []
    var functions = EntryList<GovernmentFunction>()
    var bodies = EntryList<NamedBody>()
    var endings = EntryList<BodyEnding>()
    var classes = BodyClasses()
    var nameRules = NameRules()
    var concepts = EntryList<Concept>()
    var fields = EntryList<ConceptField>()
    var markers = EntryList<(id: String, words: [String])>()
    var states = EntryList<StateWords.Entry>()
    var measures = Measures()
    var linking = LinkingWeights()
    /// Hashes of the files that linking rests on, in the order in which they were read.
    var linkingFiles: [String] = []
    /// Which folder is being read: 0 for the shipped one.
    var folder = -1

    /// Findings about ids given twice in one folder, in the order of kinds.
    var duplicates: [Finding] {
        [
            ("division", regions.duplicates), ("function", functions.duplicates), ("body", bodies.duplicates),
            ("concept", concepts.duplicates), ("group", markers.duplicates), ("state", states.duplicates),
        ].flatMap { kind, ids in ids.map { Finding(.error, .ontologyDuplicate($0, kind: kind), element: $0) } }
    }

    mutating func read(_ root: OntologyElement) throws(Fault) {
        for part in root.children {
            switch part.name {
            case "divisions": try readDivisions(part)
            case "functions": for entry in part.children("function") { try readFunction(entry) }
            case "function": try readFunction(part)
            case "bodies": try readBodies(part)
            case "classes": readClasses(part)
            case "names": readNameRules(part)
            case "scheme": try readScheme(part)
            case "markers": for entry in part.children("group") { try readGroup(entry) }
            case "group": try readGroup(part)
            case "measures": try measures.read(part)
            case "states": for entry in part.children("state") { try readState(entry) }
            case "linking": try linking.read(part)
            // Notes and sources are for people.
            case "note", "source": break
            default: throw Fault(.ontologyElementUnknown(part.name), at: part.place, advice: .ontologySeeSchema)
            }
        }
    }

    private mutating func readDivisions(_ part: OntologyElement) throws(Fault) {
        for words in part.children("levelWords") {
            for entry in words.children("levelWord") {
                let level = try entry.level()
                levelWords.append(LevelWord(ending: entry.attribute("ending") ?? "", level: level, words: entry.list("words")))
            }
        }
        for entry in part.children("division") {
            let code = try entry.required("code")
            guard code.utf8.count == 6, code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { throw entry.bad("code", code) }
            let level = try entry.level()
            let region = Region(
                code: code, level: level, name: try entry.required("name"), shortNames: entry.list("short"),
                formerNames: entry.list("former"), validUntil: try entry.year("validUntil"), successor: entry.attribute("successor"))
            regions.put(region.id, region, folder: folder)
        }
    }

    private mutating func readFunction(_ entry: OntologyElement) throws(Fault) {
        let id = try entry.required("id")
        let branchName = try entry.required("branch")
        guard let branch = GovernmentFunction.Branch(rawValue: branchName) else { throw entry.bad("branch", branchName) }
        var forms: [GovernmentFunction.Form] = []
        for form in entry.children("form") {
            let suffix = form.attribute("suffix") ?? ""
            forms.append(
                GovernmentFunction.Form(
                    level: try form.level(), suffixes: suffix.isEmpty ? [""] : form.list("suffix"),
                    official: form.attribute("official").flatMap { $0.isEmpty ? nil : $0 },
                    names: form.texts("name").filter { !$0.isEmpty }, municipalitySuffix: form.attribute("municipality"),
                    leagueOfficial: form.attribute("officialLeague")))
        }
        let stems = entry.texts("stem")
        functions.put(
            id,
            GovernmentFunction(
                id: id, branch: branch, label: entry.texts("label").first ?? stems.first ?? id, stems: stems,
                fullStems: Set(entry.children("stem").filter { $0.attribute("full") == "yes" }.map(\.text)), forms: forms,
                validFrom: try entry.year("validFrom"), validUntil: try entry.year("validUntil"),
                successors: entry.children("successor").compactMap { $0.attribute("ref") },
                standsBare: entry.attribute("bare") != "no"),
            folder: folder)
    }

    private mutating func readBodies(_ part: OntologyElement) throws(Fault) {
        for entry in part.children("body") {
            let id = try entry.required("id")
            guard let name = entry.texts("name").first, !name.isEmpty else {
                throw Fault(.ontologyTextMissing(element: "name"), at: entry.place, advice: .ontologySeeSchema)
            }
            bodies.put(
                id, NamedBody(id: id, kind: entry.attribute("kind") ?? "", name: name, alternatives: entry.texts("alt"),
                    successors: entry.children("successor").compactMap { $0.attribute("ref") }), folder: folder)
        }
        for entry in part.children("ending") where !entry.text.isEmpty {
            let specificity = entry.attribute("class") ?? "either"
            guard ["specific", "either"].contains(specificity) else { throw entry.bad("class", specificity) }
            endings.put(
                entry.text, BodyEnding(text: entry.text, kind: entry.attribute("kind") ?? "", isSpecific: specificity == "specific"),
                folder: folder)
        }
    }

    private mutating func readClasses(_ part: OntologyElement) {
        classes.heads = classes.heads.union(part.texts("head"))
        classes.modifiers = classes.modifiers.union(part.texts("modifier"))
        classes.wholes = classes.wholes.union(part.texts("whole"))
        classes.shared = classes.shared.union(part.texts("shared"))
    }

    private mutating func readNameRules(_ part: OntologyElement) {
        for rule in NameRules.Kind.allCases { nameRules.add(rule, part.texts(rule.rawValue)) }
    }

    private mutating func readScheme(_ part: OntologyElement) throws(Fault) {
        let scheme = try part.required("id")
        for entry in part.children("field") {
            let field = ConceptField(id: try entry.required("id"), label: try entry.required("label"), scheme: scheme)
            fields.put(field.id, field, folder: folder)
        }
        for entry in part.children("concept") {
            let id = try entry.required("id")
            let known = concepts[id]
            guard let label = entry.texts("prefLabel").first(where: { !$0.isEmpty }) ?? known?.prefLabel else {
                throw Fault(.ontologyTextMissing(element: "prefLabel"), at: entry.place, advice: .ontologySeeSchema)
            }
            let concept = Concept(
                id: id, scheme: known?.scheme ?? scheme, field: entry.attribute("field") ?? known?.field ?? "", prefLabel: label,
                altLabels: entry.texts("altLabel").filter { !$0.isEmpty },
                broader: entry.children("broader").compactMap { $0.attribute("ref") },
                related: entry.children("related").compactMap { $0.attribute("ref") },
                isGeneral: entry.attribute("general").map { $0 == "true" } ?? known?.isGeneral ?? false,
                isWide: entry.attribute("wide").map { $0 == "true" } ?? known?.isWide ?? false)
            // An office that names a concept again adds its labels and relations to those that are there, and takes away what misleads it.
            let dropped = Set(entry.texts("dropLabel"))
            concepts.put(id, concept, folder: folder) { old, new in
                Concept(
                    id: id, scheme: new.scheme, field: new.field, prefLabel: new.prefLabel,
                    altLabels: old.altLabels.filter { !dropped.contains($0) }.union(new.altLabels),
                    broader: old.broader.union(new.broader), related: old.related.union(new.related), isGeneral: new.isGeneral,
                    isWide: new.isWide)
            }
        }
    }

    private mutating func readGroup(_ entry: OntologyElement) throws(Fault) {
        let id = try entry.required("id")
        markers.put(id, (id, entry.texts("marker").filter { !$0.isEmpty }), folder: folder) { old, new in
            (id, old.words.union(new.words))
        }
    }

    private mutating func readState(_ entry: OntologyElement) throws(Fault) {
        let id = try entry.required("id")
        let labels = entry.children("label")
        let english = labels.first { $0.attribute("lang") == "en" }?.text ?? entry.attribute("en") ?? ""
        let chinese = labels.first { ($0.attribute("lang") ?? "zh") != "en" }?.text ?? entry.attribute("label") ?? entry.attribute("zh") ?? id
        let state = StateWords.Entry(
            id: id, label: chinese, englishLabel: english, words: entry.texts("word").filter { !$0.isEmpty },
            colour: entry.attribute("colour") ?? entry.texts("colour").first ?? "", letter: entry.attribute("letter") ?? "")
        states.put(id, state, folder: folder) { old, new in
            StateWords.Entry(
                id: id, label: new.label == id ? old.label : new.label, englishLabel: new.englishLabel.isEmpty ? old.englishLabel : new.englishLabel,
                words: old.words.union(new.words), colour: new.colour.isEmpty ? old.colour : new.colour,
                letter: new.letter.isEmpty ? old.letter : new.letter)
        }
    }
}
