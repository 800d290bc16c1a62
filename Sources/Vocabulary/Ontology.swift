import Provenance

/// What the program knows of the world (本体): divisions, functions of government, bodies, concepts, markers, states. All of it
/// is read from XML files that an office can add to; nothing of it stands in code. Immutable, large and shared by every reader: a class.
public final class Ontology: Sendable {
    public static let namespace = "urn:suyuan:ontology:1"

    public let divisions: Divisions
    public let functions: [GovernmentFunction]
    /// Those that a reform ended (机构改革), by id.
    public let pastFunctions: [Substring: GovernmentFunction]
    /// Bodies whose names do not compose.
    public let bodies: [NamedBody]
    public let endings: [BodyEnding]
    public let classes: BodyClasses
    public let classMembers: ClassMembers
    public let nameRules: NameRules
    public let thesaurus: Thesaurus
    public let markers: Markers
    public let states: StateWords
    public let measures: Measures
    public let linking: LinkingWeights
    /// Changes with everything that links rest on: concepts, weights, markers.
    public let linkingDigest: String
    /// Every word of body names in one automaton.
    public let lexicon: BodyLexicon
    /// Ids that one folder gives twice.
    let duplicates: [Finding]

    /// Reads the shipped files, then each given folder in order: what it names anew is added, what it names again by id
    /// replaces the shipped entry; words, labels and markers are added to those that are there.
    /// - Throws: a fault with file and line where a file cannot be read or says what no ontology file may say.
    public static func load(adding folders: [String] = []) throws(Fault) -> Ontology {
        try load(from: [OntologyFolder.shipped().path] + folders)
    }

    /// Reads one folder only, without the shipped files.
    public static func load(from folder: String) throws(Fault) -> Ontology { try load(from: [folder]) }

    public static func load(from folders: [String]) throws(Fault) -> Ontology {
        var entries = OntologyEntries()
        for folder in folders { try OntologyFolder(path: folder).read(into: &entries) }
        return Ontology(entries)
    }

    /// The folder that the shipped files are read from.
    public static func shippedFolder() throws(Fault) -> String { try OntologyFolder.shipped().path }

    init(_ entries: OntologyEntries) {
        let divisions = Divisions(entries.regions.values, levelWords: entries.levelWords)
        self.divisions = divisions
        functions = entries.functions.values
        pastFunctions = Dictionary(functions.lazy.filter { $0.validUntil != nil }.map { ($0.id[...], $0) }, uniquingKeysWith: { $1 })
        bodies = entries.bodies.values
        endings = entries.endings.values
        classes = entries.classes
        classMembers = ClassMembers(classes: entries.classes, functions: functions)
        nameRules = entries.nameRules
        thesaurus = Thesaurus(concepts: entries.concepts.values, fields: entries.fields.values)
        markers = Markers(Dictionary(entries.markers.values.map { ($0.id, $0.words) }, uniquingKeysWith: { $1 }))
        states = StateWords(entries.states.values)
        measures = entries.measures
        linking = entries.linking
        linkingDigest = ContentHash.sha256(Array(entries.linkingFiles.joined().utf8))
        duplicates = entries.duplicates
        lexicon = BodyLexicon(divisions: divisions, functions: functions, bodies: bodies, endings: endings, classes: classes, rules: nameRules)
    }

    private init(_ other: Ontology, thesaurus: Thesaurus) {
        divisions = other.divisions
        functions = other.functions
        pastFunctions = other.pastFunctions
        bodies = other.bodies
        endings = other.endings
        classes = other.classes
        classMembers = other.classMembers
        nameRules = other.nameRules
        self.thesaurus = thesaurus
        markers = other.markers
        states = other.states
        measures = other.measures
        linking = other.linking
        linkingDigest = other.linkingDigest + (thesaurus.concepts.isEmpty ? "-" : "")
        lexicon = other.lexicon
        duplicates = other.duplicates
    }

    /// The same without a thesaurus: how linking works for an office that has none.
    public func withoutConcepts() -> Ontology { Ontology(self, thesaurus: .empty) }
}
