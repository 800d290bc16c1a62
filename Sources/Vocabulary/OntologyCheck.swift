import Provenance

extension Ontology {
    /// What is wrong in the ontology though its files could be read (本体检查): ids given twice, bodies that need no entry, references
    /// to nothing, labels that two concepts claim. None for a sound ontology; the order is that of the files.
    public func check() -> [Finding] {
        duplicates + composingBodies() + danglingReferences() + emptyFunctions() + sharedLabels() + broaderCycles()
    }

    /// A body that composes from division and function must not be listed: the list would say less, and would age.
    private func composingBodies() -> [Finding] {
        let withoutBodies = BodyLexicon(
            divisions: divisions, functions: functions, bodies: [], endings: endings, classes: classes, rules: nameRules)
        return bodies.compactMap { body in
            let scalars = Array(body.name.unicodeScalars)
            let reader = BodyNameReader(
                ontology: self, lexicon: withoutBodies, levels: LevelTable(self, .unknown),
                lattice: withoutBodies.lattice(scalars, 0..<scalars.count), scalars: scalars)
            guard let composed = reader.readWhole(), composed.function != nil else { return nil }
            return Finding(.error, .ontologyBodyComposes(body.name, as: composed.id ?? composed.function ?? ""), element: body.id)
        }
    }

    private func danglingReferences() -> [Finding] {
        let functionIDs = Set(functions.map(\.id))
        let bodyIDs = Set(bodies.map(\.id))
        let codes = Set(divisions.regions.map(\.code))
        let fieldIDs = Set(thesaurus.fields.map(\.id))
        var findings: [Finding] = []
        func hold(_ reference: String, _ from: String, in known: Bool) {
            if !known { findings.append(Finding(.error, .ontologyDangling(reference, from: from), element: from)) }
        }
        for region in divisions.regions {
            if let successor = region.successor { hold(successor, region.id, in: codes.contains(successor)) }
        }
        for function in functions {
            for reference in function.successors { hold(reference, function.id, in: functionIDs.contains(reference)) }
        }
        for body in bodies {
            for reference in body.successors { hold(reference, body.id, in: bodyIDs.contains(reference) || functionIDs.contains(reference)) }
        }
        for concept in thesaurus.concepts {
            if !concept.field.isEmpty { hold(concept.field, concept.id, in: fieldIDs.contains(concept.field)) }
            for reference in concept.broader + concept.related { hold(reference, concept.id, in: thesaurus.index(of: reference) != nil) }
        }
        return findings
    }

    private func emptyFunctions() -> [Finding] {
        functions.filter { $0.forms.isEmpty }.map { Finding(.error, .ontologyFunctionWithoutForm($0.id), element: $0.id) }
    }

    private func sharedLabels() -> [Finding] {
        var owners: [String: String] = [:]
        var findings: [Finding] = []
        for concept in thesaurus.concepts {
            for label in ([concept.prefLabel] + concept.altLabels).unique {
                if let owner = owners[label], owner != concept.id {
                    findings.append(Finding(.warning, .ontologyLabelTwice(label, owner, concept.id), element: concept.id))
                }
                owners[label] = owners[label] ?? concept.id
            }
        }
        return findings
    }

    /// The chain of `broader` from a concept leads back to it.
    private func broaderCycles() -> [Finding] {
        thesaurus.concepts.indices.filter { thesaurus.isBelowItself($0) }
            .map { Finding(.error, .ontologyBroaderCycle(thesaurus.concepts[$0].id), element: thesaurus.concepts[$0].id) }
    }
}
