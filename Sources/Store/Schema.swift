import GRDB

/// The tables of a knowledge base and how they came about. Plain SQL, so that another database can stand behind the same
/// `KnowledgeBase`; the full-text table alone is SQLite's.
enum Schema {
    /// `SUYU` in the header of the file: tells a knowledge base from any other SQLite database.
    static let applicationID: Int32 = 0x5355_5955

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            try db.execute(sql: version1)
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
        }
        migrator.registerMigration("2") { db in
            try db.execute(sql: "DROP TABLE IF EXISTS posting; DROP TABLE IF EXISTS term")
            try db.execute(sql: version2)
        }
        migrator.registerMigration("3") { db in try db.execute(sql: version3) }
        migrator.registerMigration("received") { db in try db.execute(sql: received) }
        migrator.registerMigration("review") { db in
            try db.execute(sql: reviewing)
        }
        migrator.registerMigration("cited") { db in
            try db.execute(sql: citing)
            try Writer(database: db).readCitationsAgain()
        }
        migrator.registerMigration("handed down") { db in try db.execute(sql: handingDown) }
        migrator.registerMigration("places") { db in
            for table in ["fact", "block", "cited"] { try db.execute(sql: "ALTER TABLE \(table) ADD COLUMN place TEXT") }
        }
        migrator.registerMigration("audited") { db in try db.execute(sql: audited) }
        migrator.registerMigration("changes") { db in
            try db.execute(sql: changing)
            try Writer(database: db).nameLinksAgain()
        }
        migrator.registerMigration("measured") { db in try db.execute(sql: measuring) }
        migrator.registerMigration("paragraphs") { db in try db.execute(sql: paragraphs) }
        migrator.registerMigration("segments") { db in try db.execute(sql: segments) }
        // Catalogues hold names as numbers now; segments are made again with the next document.
        migrator.registerMigration("catalogues") { db in try db.execute(sql: "DELETE FROM posting; DELETE FROM segment") }
        return migrator
    }

    /// What the words for a link begin with where its evidence reaches a target, or is on the way to it, as `LinkSignal.says` writes them.
    static let measured = "says GLOB 'met*' OR says GLOB 'onTheWay*'"

    /// What `entry` holds of some hundred documents, taken apart (`LinkSegment`): the documents of a segment, of which `last` is the key of the
    /// last one, and the facts that have a key. Made of `entry` alone, so that it can go at any time.
    private static let segments = """
        CREATE TABLE segment (key INTEGER PRIMARY KEY, last INTEGER NOT NULL, data BLOB NOT NULL, ends BLOB NOT NULL);
        CREATE TABLE posting (
          code INTEGER NOT NULL, segment INTEGER NOT NULL REFERENCES segment, data BLOB NOT NULL,
          PRIMARY KEY (code, segment)
        ) WITHOUT ROWID;
        """

    /// The paragraph around a fact is found without reading those before it.
    private static let paragraphs = """
        CREATE INDEX block_place ON block (document, start, end);
        DROP INDEX block_document;
        """

    /// Few links measure a target, among millions.
    private static let measuring = """
        CREATE INDEX because_measured ON because (requirement, evidence) WHERE \(measured);
        """

    /// `day` columns hold ISO 8601 days, so that they compare as text. Texts of several parts (headings,
    /// reasons) are joined by U+001F, which XML and hence no document can hold.
    private static let version1 = """
        CREATE TABLE document (
          key INTEGER PRIMARY KEY,
          id TEXT NOT NULL UNIQUE,
          work TEXT NOT NULL,
          version INTEGER NOT NULL,
          sha256 TEXT NOT NULL UNIQUE,
          name TEXT NOT NULL, media_type TEXT NOT NULL, encoding TEXT NOT NULL,
          bytes INTEGER NOT NULL, characters INTEGER NOT NULL, pages INTEGER,
          path TEXT,
          kind TEXT NOT NULL, type TEXT, title TEXT, number TEXT, date TEXT, day TEXT,
          directives INTEGER NOT NULL, requirements INTEGER NOT NULL, actions INTEGER NOT NULL,
          plans INTEGER NOT NULL, problems INTEGER NOT NULL, findings INTEGER NOT NULL,
          xml BLOB NOT NULL,
          UNIQUE (work, version)
        );
        CREATE INDEX document_day ON document (day);
        CREATE TABLE issuer (
          document INTEGER NOT NULL REFERENCES document, ordinal INTEGER NOT NULL,
          ref TEXT, name TEXT NOT NULL, official TEXT, is_class INTEGER NOT NULL,
          PRIMARY KEY (document, ordinal)
        ) WITHOUT ROWID;
        CREATE TABLE body (
          ref TEXT PRIMARY KEY, official TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE fact (
          key INTEGER PRIMARY KEY,
          document INTEGER NOT NULL REFERENCES document,
          element TEXT NOT NULL,
          kind TEXT NOT NULL,
          text TEXT NOT NULL,
          start INTEGER NOT NULL, end INTEGER NOT NULL, line INTEGER, col INTEGER, page INTEGER,
          headings TEXT, item_heading TEXT,
          directive TEXT, number TEXT, modality TEXT, reported INTEGER NOT NULL DEFAULT 0, reported_of TEXT,
          state TEXT, time_from TEXT, time_to TEXT, day TEXT,
          rate TEXT, rate_actual TEXT, rate_planned TEXT,
          UNIQUE (document, element)
        );
        CREATE INDEX fact_kind ON fact (kind, document);
        CREATE TABLE assignment (
          fact INTEGER NOT NULL REFERENCES fact, ordinal INTEGER NOT NULL,
          body TEXT, name TEXT NOT NULL, role TEXT NOT NULL, basis TEXT, is_open INTEGER NOT NULL,
          is_class INTEGER NOT NULL,
          PRIMARY KEY (fact, ordinal)
        ) WITHOUT ROWID;
        CREATE TABLE deadline (
          fact INTEGER NOT NULL REFERENCES fact, ordinal INTEGER NOT NULL, due TEXT NOT NULL, basis TEXT,
          PRIMARY KEY (fact, ordinal)
        ) WITHOUT ROWID;
        CREATE TABLE target (
          fact INTEGER NOT NULL REFERENCES fact, ordinal INTEGER NOT NULL,
          indicator TEXT NOT NULL, value TEXT NOT NULL, unit TEXT NOT NULL, comparator TEXT NOT NULL, due TEXT, reference TEXT, basis TEXT,
          PRIMARY KEY (fact, ordinal)
        ) WITHOUT ROWID;
        CREATE TABLE mention (
          fact INTEGER NOT NULL REFERENCES fact, ordinal INTEGER NOT NULL,
          ref TEXT, name TEXT NOT NULL, official TEXT, is_class INTEGER NOT NULL,
          PRIMARY KEY (fact, ordinal)
        ) WITHOUT ROWID;
        CREATE TABLE quantity (
          fact INTEGER NOT NULL REFERENCES fact, ordinal INTEGER NOT NULL,
          element TEXT, value TEXT NOT NULL, unit TEXT NOT NULL, comparator TEXT NOT NULL, counted TEXT, words TEXT NOT NULL,
          PRIMARY KEY (fact, ordinal)
        ) WITHOUT ROWID;
        CREATE TABLE citation (
          fact INTEGER NOT NULL REFERENCES fact, ordinal INTEGER NOT NULL, title TEXT NOT NULL, ref TEXT,
          PRIMARY KEY (fact, ordinal)
        ) WITHOUT ROWID;
        CREATE TABLE scope (
          fact INTEGER NOT NULL REFERENCES fact, ordinal INTEGER NOT NULL, division TEXT NOT NULL,
          PRIMARY KEY (fact, ordinal)
        ) WITHOUT ROWID;
        CREATE TABLE link (
          key INTEGER PRIMARY KEY,
          requirement INTEGER NOT NULL REFERENCES fact,
          evidence INTEGER NOT NULL REFERENCES fact,
          relation TEXT NOT NULL, strength REAL NOT NULL, status TEXT NOT NULL, verdict TEXT NOT NULL,
          reasons TEXT NOT NULL,
          UNIQUE (requirement, evidence)
        );
        CREATE INDEX link_evidence ON link (evidence);
        CREATE INDEX link_restates ON link (relation) WHERE relation = 'restates';
        CREATE TABLE review (
          key INTEGER PRIMARY KEY,
          requirement INTEGER NOT NULL REFERENCES fact, evidence INTEGER NOT NULL REFERENCES fact,
          decision TEXT NOT NULL, reviewer TEXT NOT NULL, day TEXT NOT NULL, note TEXT,
          requirement_text TEXT NOT NULL, evidence_text TEXT NOT NULL
        );
        CREATE INDEX review_requirement ON review (requirement);
        CREATE TABLE block (
          key INTEGER PRIMARY KEY,
          document INTEGER NOT NULL REFERENCES document,
          element TEXT NOT NULL, role TEXT NOT NULL, directive TEXT, headings TEXT,
          start INTEGER NOT NULL, end INTEGER NOT NULL, line INTEGER, col INTEGER, page INTEGER,
          text TEXT NOT NULL
        );
        CREATE INDEX block_document ON block (document);
        CREATE VIRTUAL TABLE passage USING fts5 (
          grams, content='', tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Co Cn'"
        );
        """

    /// What the linker keeps of each document, so that the next one can be linked without reading them anew: how its facts are
    /// found (`entry`), their weighed words (`archive`), and the nearest requirements of what seeks in it (`nearest`).
    /// `setting` says by which ontology that was made.
    private static let version2 = """
        CREATE TABLE entry (
          document INTEGER PRIMARY KEY REFERENCES document, first_fact INTEGER NOT NULL, data BLOB NOT NULL
        );
        CREATE TABLE archive (document INTEGER PRIMARY KEY REFERENCES document, data BLOB NOT NULL);
        CREATE TABLE nearest (
          document INTEGER NOT NULL REFERENCES document, seeker INTEGER NOT NULL, list BLOB NOT NULL,
          PRIMARY KEY (document, seeker)
        ) WITHOUT ROWID;
        CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        """

    /// What decides on states stands by itself, narrow and in the order of the requirements, so that a question about all of them
    /// reads no text: `duty` of each requirement, `link` with what its evidence says (`LinkSignal`), and apart from them in
    /// `because` the words for it. Bases from before have no signals and are linked anew with the next document.
    private static let version3 = """
        CREATE TABLE duty (
          requirement INTEGER PRIMARY KEY REFERENCES fact, document INTEGER NOT NULL REFERENCES document,
          needed INTEGER NOT NULL, due INTEGER, is_permission INTEGER NOT NULL, owners INTEGER NOT NULL
        );
        ALTER TABLE link RENAME TO link_before;
        DROP INDEX link_evidence;
        DROP INDEX link_restates;
        CREATE TABLE link (
          requirement INTEGER NOT NULL REFERENCES fact,
          evidence INTEGER NOT NULL REFERENCES fact,
          source INTEGER NOT NULL REFERENCES document,
          relation TEXT NOT NULL, strength REAL NOT NULL, status TEXT NOT NULL, verdict TEXT NOT NULL,
          day INTEGER, tie INTEGER, signal INTEGER, accomplished INTEGER, reporters INTEGER,
          PRIMARY KEY (requirement, evidence)
        ) WITHOUT ROWID;
        CREATE TABLE because (
          requirement INTEGER NOT NULL, evidence INTEGER NOT NULL, reasons TEXT NOT NULL, says TEXT,
          PRIMARY KEY (requirement, evidence),
          FOREIGN KEY (requirement, evidence) REFERENCES link ON DELETE CASCADE
        ) WITHOUT ROWID;
        INSERT INTO link SELECT l.requirement, l.evidence, e.document, l.relation, l.strength, l.status, l.verdict, NULL, NULL, NULL, NULL, NULL
          FROM link_before l JOIN fact e ON e.key = l.evidence;
        INSERT INTO because SELECT requirement, evidence, reasons, NULL FROM link_before;
        DROP TABLE link_before;
        CREATE INDEX link_evidence ON link (evidence);
        CREATE INDEX link_restates ON link (relation) WHERE relation = 'restates';
        DELETE FROM setting WHERE name = 'linking';
        """

    /// What came from elsewhere: packages and filled-in sheets, and what became of each thing in them. Nothing of it is sent on.
    private static let received = """
        CREATE TABLE reception (
          key INTEGER PRIMARY KEY,
          kind TEXT NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL UNIQUE,
          made_by TEXT, day TEXT, signer TEXT
        );
        CREATE TABLE received (
          key INTEGER PRIMARY KEY,
          reception INTEGER NOT NULL REFERENCES reception,
          kind TEXT NOT NULL, subject TEXT NOT NULL, outcome TEXT NOT NULL,
          reason_key TEXT, reason_zh TEXT, reason_en TEXT, content BLOB
        );
        CREATE INDEX received_subject ON received (kind, subject);
        CREATE TABLE original (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL) WITHOUT ROWID;
        """

    /// The log of what persons decide names facts by their ids and keeps what they read, so that it outlives every row that it speaks
    /// of; nothing in it is ever changed. `follows` is the decision on the same link before
    /// it, be it of an older version. `decided` is what follows from the log for the links of today: a later version of a document
    /// hands its decisions on.
    private static let reviewing = """
        ALTER TABLE review RENAME TO old_review;
        CREATE TABLE review (
          key INTEGER PRIMARY KEY,
          requirement TEXT NOT NULL, evidence TEXT NOT NULL,
          decision TEXT NOT NULL, reviewer TEXT NOT NULL, day TEXT NOT NULL, note TEXT,
          requirement_stamp TEXT NOT NULL, evidence_stamp TEXT NOT NULL,
          follows INTEGER REFERENCES review
        );
        INSERT INTO review
          SELECT v.key, rd.id || '#' || r.element, ed.id || '#' || e.element, v.decision, v.reviewer, v.day, v.note,
            v.requirement_text, v.evidence_text, NULL
          FROM old_review v JOIN fact r ON r.key = v.requirement JOIN document rd ON rd.key = r.document
          JOIN fact e ON e.key = v.evidence JOIN document ed ON ed.key = e.document ORDER BY v.key;
        CREATE TABLE decided (
          requirement INTEGER NOT NULL REFERENCES fact, evidence INTEGER NOT NULL REFERENCES fact,
          status TEXT NOT NULL, change TEXT NOT NULL, review INTEGER NOT NULL REFERENCES review,
          PRIMARY KEY (requirement, evidence)
        ) WITHOUT ROWID;
        INSERT INTO decided
          SELECT l.requirement, l.evidence, l.status, '', max(v.key) FROM link l
          JOIN old_review v ON v.requirement = l.requirement AND v.evidence = l.evidence
          WHERE l.status IN ('confirmed', 'rejected') GROUP BY l.requirement, l.evidence;
        DROP TABLE old_review;
        CREATE INDEX review_requirement ON review (requirement);
        CREATE INDEX decided_evidence ON decided (evidence);
        CREATE TRIGGER review_keeps_updates_out BEFORE UPDATE ON review
          BEGIN SELECT RAISE(ABORT, 'the log of reviews is only ever appended to'); END;
        CREATE TRIGGER review_keeps_deletions_out BEFORE DELETE ON review
          BEGIN SELECT RAISE(ABORT, 'the log of reviews is only ever appended to'); END;
        CREATE TRIGGER review_keeps_replacements_out BEFORE INSERT ON review
          WHEN EXISTS (SELECT 1 FROM review WHERE key = NEW.key)
          BEGIN SELECT RAISE(ABORT, 'the log of reviews is only ever appended to'); END;
        """

    /// Few links hand duties down (`derives`), among millions that report.
    private static let handingDown = """
        CREATE INDEX link_derives ON link (requirement, evidence, source, strength, status) WHERE relation = 'derives';
        """

    /// Every document that a document names, wherever it does.
    private static let citing = """
        CREATE TABLE cited (
          document INTEGER NOT NULL REFERENCES document, ordinal INTEGER NOT NULL,
          title TEXT NOT NULL, ref TEXT, element TEXT NOT NULL,
          start INTEGER NOT NULL, end INTEGER NOT NULL, line INTEGER, col INTEGER, page INTEGER,
          PRIMARY KEY (document, ordinal)
        ) WITHOUT ROWID;
        """

    /// Of which requirements the links changed with each revision, so that what was worked out of an earlier one is brought up to date;
    /// NULL stands for all of them. The words for a link stand with its evidence, where new ones come at the end: a document brings some
    /// hundred links, to requirements all over the base. So do the numbers that their ids spell (`LinkNames`): an index of them would touch
    /// as many pages, for what a person asks once in a while.
    private static let changing = """
        CREATE TABLE touched (revision INTEGER PRIMARY KEY, requirements BLOB);
        ALTER TABLE because RENAME TO because_before;
        CREATE TABLE because (
          evidence INTEGER NOT NULL, requirement INTEGER NOT NULL, reasons TEXT NOT NULL, says TEXT,
          PRIMARY KEY (evidence, requirement),
          FOREIGN KEY (requirement, evidence) REFERENCES link ON DELETE CASCADE
        ) WITHOUT ROWID;
        INSERT INTO because SELECT evidence, requirement, reasons, says FROM because_before ORDER BY evidence, requirement;
        DROP TABLE because_before;
        CREATE TABLE named (key INTEGER PRIMARY KEY, links BLOB NOT NULL);
        """

    /// What users of the web pages did besides deciding on links; nothing in it is ever changed.
    private static let audited = """
        CREATE TABLE audit (
          key INTEGER PRIMARY KEY,
          at TEXT NOT NULL, user TEXT NOT NULL, peer TEXT NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL
        );
        CREATE TRIGGER audit_keeps_updates_out BEFORE UPDATE ON audit
          BEGIN SELECT RAISE(ABORT, 'the audit log is only ever appended to'); END;
        CREATE TRIGGER audit_keeps_deletions_out BEFORE DELETE ON audit
          BEGIN SELECT RAISE(ABORT, 'the audit log is only ever appended to'); END;
        CREATE TRIGGER audit_keeps_replacements_out BEFORE INSERT ON audit
          WHEN EXISTS (SELECT 1 FROM audit WHERE key = NEW.key)
          BEGIN SELECT RAISE(ABORT, 'the audit log is only ever appended to'); END;
        """
}
