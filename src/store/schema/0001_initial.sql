-- The archive's first form. What each table means, with example queries: docs/archive.md.
-- Dates are ISO 8601 text, times are UTC; positions are code points of the version's text; blobs
-- named "text", "record" and "model" in `contents` are zlib streams. Ids never change.

-- One run of the program over the archive: what made the rows that carry its id.
CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,                -- ingest, reindex
  state TEXT NOT NULL,               -- running, done, interrupted
  started TEXT NOT NULL,
  ended TEXT,                        -- null: it is running, or was killed
  tool_version TEXT NOT NULL,
  pattern_version TEXT NOT NULL,
  libraries TEXT NOT NULL,           -- JSON object
  options TEXT NOT NULL,             -- JSON object
  counts TEXT                        -- JSON object: read, unchanged, failed …
) STRICT;

-- One administrative document, or one page about documents.
CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,          -- number|issuer|year, or sha256:… where the text says less
  role TEXT NOT NULL,                -- document, about, none
  number TEXT,                       -- as printed
  number_key TEXT,                   -- for comparing: lower case, no leading zeros
  serial INTEGER,
  symbol TEXT,
  doc_type TEXT,
  doc_type_code TEXT,
  title TEXT,
  issue_date TEXT,
  year INTEGER,                      -- of issue
  issuer TEXT,
  issuer_key TEXT,
  issuer_level TEXT,                 -- central, province, district, commune
  province TEXT,                     -- of the issuer, by name
  unit_code TEXT,                    -- of the issuer's unit: the official code
  unit_name TEXT,
  is_plan INTEGER,
  period_from INTEGER,
  period_to INTEGER,
  current_version INTEGER REFERENCES versions(id) DEFERRABLE INITIALLY DEFERRED,
  merged_into INTEGER REFERENCES documents(id)  -- found to be the same as that one
) STRICT;
CREATE INDEX documents_by_number ON documents(number_key, year);
CREATE INDEX documents_by_serial ON documents(issuer_key, year, serial);
CREATE INDEX documents_by_date ON documents(issue_date);
CREATE INDEX documents_by_province ON documents(province, issue_date);

-- What one content (the same bytes) says. A file that changed gives its document a new version; two
-- files of different bytes that are the same document are two versions of it.
CREATE TABLE versions (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents(id),
  sha256 TEXT NOT NULL UNIQUE,       -- of the source's bytes
  text_sha256 TEXT,
  run_id INTEGER NOT NULL REFERENCES runs(id),  -- that first read it
  read_run_id INTEGER NOT NULL REFERENCES runs(id),  -- that read it last: see `kehoach reindex`
  role TEXT NOT NULL,
  completeness INTEGER NOT NULL,     -- how many fields of the header it gives
  media_type TEXT,
  text_origin TEXT,
  encoding TEXT,
  language TEXT,
  pages INTEGER,
  url TEXT,
  site TEXT,
  page_title TEXT,
  published TEXT
) STRICT;
CREATE INDEX versions_by_document ON versions(document_id);
CREATE INDEX versions_by_run ON versions(read_run_id);

-- The bulk of a version, apart so that the rows above stay small.
CREATE TABLE contents (
  version_id INTEGER PRIMARY KEY REFERENCES versions(id),
  text BLOB NOT NULL,
  text_bytes INTEGER NOT NULL,
  record BLOB NOT NULL,              -- JSON, the whole record
  record_bytes INTEGER NOT NULL,
  model BLOB NOT NULL,               -- the blocks and places that the record was read from
  model_bytes INTEGER NOT NULL
) STRICT;

-- One file, as it was found.
CREATE TABLE sources (
  id INTEGER PRIMARY KEY,
  path BLOB NOT NULL UNIQUE,         -- absolute, the bytes that the file system has
  container_id INTEGER REFERENCES sources(id),  -- the ZIP file that holds it
  state TEXT NOT NULL,               -- pending, read, failed, vanished
  sha256 TEXT,
  bytes INTEGER,
  mtime_ns INTEGER,
  media_type TEXT,
  version_id INTEGER REFERENCES versions(id),
  failure_code TEXT,
  failure_message TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,  -- to read what it now holds
  run_id INTEGER NOT NULL REFERENCES runs(id)  -- that last changed this row
) STRICT;
CREATE INDEX sources_by_version ON sources(version_id, state);
CREATE INDEX sources_by_container ON sources(container_id);
CREATE INDEX sources_by_state ON sources(state);

-- Scalars of the record with their evidence: path is a JSON Pointer into the record.
CREATE TABLE fields (
  version_id INTEGER NOT NULL REFERENCES versions(id),
  path TEXT NOT NULL,                -- /document/number, /document/issue_date …
  value TEXT,
  confidence REAL NOT NULL,
  rule TEXT NOT NULL,
  origin TEXT NOT NULL,              -- of the evidence: text, metadata, signature, derived
  evidence TEXT,                     -- its words
  page INTEGER,
  text_start INTEGER,
  text_end INTEGER,
  PRIMARY KEY (version_id, path)
) STRICT, WITHOUT ROWID;
CREATE INDEX fields_by_confidence ON fields(confidence);

CREATE TABLE targets (
  id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES versions(id),
  position INTEGER NOT NULL,         -- in the record's list
  indicator_code TEXT,
  indicator_name TEXT NOT NULL,
  change TEXT NOT NULL,              -- increase, decrease, reach, maintain
  unit TEXT NOT NULL,
  printed_unit TEXT,
  min REAL,
  max REAL,
  exclusive INTEGER NOT NULL,
  approximate INTEGER NOT NULL,
  printed TEXT NOT NULL,
  out_of REAL,                       -- 63 in "18/63"
  baseline_year INTEGER,
  year INTEGER,
  per TEXT,
  deadline TEXT,
  confidence REAL NOT NULL,
  rule TEXT NOT NULL,
  evidence TEXT,
  page INTEGER,
  text_start INTEGER,
  text_end INTEGER,
  UNIQUE (version_id, position)
) STRICT;
CREATE INDEX targets_by_indicator ON targets(indicator_code, year);

CREATE TABLE results (
  id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES versions(id),
  position INTEGER NOT NULL,
  indicator_code TEXT,
  indicator_name TEXT NOT NULL,
  change TEXT NOT NULL,
  unit TEXT NOT NULL,
  printed_unit TEXT,
  min REAL,
  max REAL,
  exclusive INTEGER NOT NULL,
  approximate INTEGER NOT NULL,
  printed TEXT NOT NULL,
  out_of REAL,
  baseline_year INTEGER,
  year INTEGER,
  per TEXT,
  deadline TEXT,
  confidence REAL NOT NULL,
  rule TEXT NOT NULL,
  evidence TEXT,
  page INTEGER,
  text_start INTEGER,
  text_end INTEGER,
  UNIQUE (version_id, position)
) STRICT;
CREATE INDEX results_by_indicator ON results(indicator_code, year);

CREATE TABLE tasks (
  id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES versions(id),
  position INTEGER NOT NULL,
  label TEXT,
  text TEXT NOT NULL,
  lead TEXT NOT NULL,                -- JSON list of names; one a row in task_bodies
  cooperating TEXT NOT NULL,         -- the same
  deadline_text TEXT,
  deadline_from TEXT,
  deadline_to TEXT,
  deadline_recurring TEXT,
  deliverable TEXT,
  section TEXT NOT NULL,             -- JSON list of headings, the outermost first
  origin TEXT NOT NULL,              -- list, table, sentence, assignment
  confidence REAL NOT NULL,
  rule TEXT NOT NULL,
  page INTEGER,
  text_start INTEGER,
  text_end INTEGER,
  UNIQUE (version_id, position)
) STRICT;
CREATE INDEX tasks_by_deadline ON tasks(deadline_to);

CREATE TABLE task_bodies (
  task_id INTEGER NOT NULL REFERENCES tasks(id),
  part TEXT NOT NULL,                -- lead, cooperating
  position INTEGER NOT NULL,
  body TEXT NOT NULL,
  body_key TEXT NOT NULL,            -- for comparing
  PRIMARY KEY (task_id, part, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX task_bodies_by_body ON task_bodies(body_key);

CREATE TABLE citations (
  id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES versions(id),
  position INTEGER NOT NULL,
  number TEXT,
  type TEXT,
  date TEXT,
  issuer TEXT,
  title TEXT,
  relation TEXT NOT NULL,            -- basis, implements, amends, replaces, attached-to, mentions
  confidence REAL NOT NULL,
  rule TEXT NOT NULL,
  page INTEGER,
  text_start INTEGER,
  text_end INTEGER,
  UNIQUE (version_id, position)
) STRICT;

-- From a version to a document, known or not yet in the archive.
CREATE TABLE links (
  id INTEGER PRIMARY KEY,
  from_version INTEGER NOT NULL REFERENCES versions(id),
  kind TEXT NOT NULL,                -- reports, cites, attached-to, attachment
  position INTEGER NOT NULL,         -- of the citation or attachment in the record; else 0
  number_key TEXT,                   -- what is known of the document that is meant
  serial INTEGER,
  doc_type_code TEXT,
  issuer_key TEXT,
  issue_date TEXT,
  year INTEGER,
  path BLOB,                         -- of the file that is meant
  to_document INTEGER REFERENCES documents(id),  -- null: not in the archive, or not sure which
  UNIQUE (from_version, kind, position)
) STRICT;
CREATE INDEX links_by_number ON links(number_key, year);
CREATE INDEX links_by_serial ON links(issuer_key, year, serial);
CREATE INDEX links_by_path ON links(path) WHERE path IS NOT NULL;
CREATE INDEX links_by_target ON links(to_document);

CREATE TABLE diagnostics (
  id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES versions(id),
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  severity TEXT NOT NULL,            -- info, warning, error
  message TEXT NOT NULL,
  page INTEGER,
  UNIQUE (version_id, position)
) STRICT;
CREATE INDEX diagnostics_by_code ON diagnostics(code);

-- A person's value beside the extracted one; of a field, the newest that is not undone holds, over
-- every re-reading. `fields` keeps what was extracted, all other tables say what is corrected.
CREATE TABLE corrections (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents(id),
  field TEXT NOT NULL,               -- JSON Pointer into the record: /document/number, /targets/0/min
  value TEXT NOT NULL,               -- JSON; null: the document does not say it
  parts TEXT NOT NULL,               -- JSON object: keys beside the value that follow from it
  anchor TEXT,                       -- JSON: by which words an entry of a list is found again
  corrected_by TEXT NOT NULL,
  corrected_at TEXT NOT NULL,
  extracted TEXT NOT NULL,           -- JSON: what the record said then
  note TEXT,
  undone_by TEXT,
  undone_at TEXT
) STRICT;
CREATE INDEX corrections_by_document ON corrections(document_id, field);

-- Every source with the document that it holds.
CREATE VIEW document_sources AS
  SELECT v.document_id, s.id AS source_id, s.version_id, s.path, s.state, v.media_type, v.url,
         v.site, v.published
  FROM sources s JOIN versions v ON v.id = s.version_id;

-- Where the sources of one document do not say the same.
CREATE VIEW document_differences AS
  SELECT v.document_id, f.path AS field, v.id AS version_id, f.value, f.confidence
  FROM fields f JOIN versions v ON v.id = f.version_id
  WHERE v.id IN (SELECT version_id FROM sources WHERE state = 'read')
    AND EXISTS (SELECT 1 FROM versions w JOIN fields g ON g.version_id = w.id AND g.path = f.path
                WHERE w.document_id = v.document_id AND w.id <> v.id
                  AND w.id IN (SELECT version_id FROM sources WHERE state = 'read')
                  AND g.value IS NOT f.value);
