-- Full text: what `kehoach search` looks into. Written by the program only, at the end of every
-- transaction (src/store/search/search_index.h).

-- Ids are in the order of dates, so that the newest come first for nothing: days since 1900-01-01
-- times 2^24, and a counter of the day; documents without any date have ids below zero. The text is
-- not kept here (contents has it). "kehoach" takes words that were cut before: language/search.
CREATE VIRTUAL TABLE document_text USING fts5(
  head,                              -- number, type, title, issuer
  body,                              -- the normalized text
  facets,                            -- "=p:đắk =p:lắk = =y:2022 ~d ~da": see store/search/facets.h
  content='', tokenize='kehoach'
);
INSERT INTO document_text (document_text, rank) VALUES ('hashsize', 16777216);

-- Which document stands in which row, and what of it was indexed beside the text: taking a row out
-- of the index needs the very words that went in.
CREATE TABLE search_rows (
  id INTEGER PRIMARY KEY,            -- in document_text
  document_id INTEGER NOT NULL UNIQUE REFERENCES documents(id),
  version_id INTEGER NOT NULL,
  head TEXT NOT NULL,
  facets TEXT NOT NULL
) STRICT;

-- In how many documents a word stands, with and without marks: for prefixes, weights and
-- suggestions.
CREATE TABLE search_words (
  word TEXT PRIMARY KEY,
  documents INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE search_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  form INTEGER NOT NULL,             -- of the words: another form is indexed anew
  documents INTEGER NOT NULL
) STRICT;
INSERT INTO search_state (id, form, documents) VALUES (1, 0, 0);

-- Documents whose row is not up to date, and texts that were indexed and are no longer in contents.
CREATE TABLE search_pending (document_id INTEGER PRIMARY KEY) STRICT;
CREATE TABLE search_replaced (
  version_id INTEGER PRIMARY KEY,
  text BLOB NOT NULL,
  text_bytes INTEGER NOT NULL
) STRICT;
INSERT INTO search_pending SELECT id FROM documents;

CREATE TRIGGER search_new_document AFTER INSERT ON documents BEGIN
  INSERT OR IGNORE INTO search_pending VALUES (NEW.id);
END;
CREATE TRIGGER search_changed_document AFTER UPDATE ON documents BEGIN
  INSERT OR IGNORE INTO search_pending VALUES (NEW.id);
END;
CREATE TRIGGER search_replaced_text BEFORE INSERT ON contents BEGIN
  INSERT OR IGNORE INTO search_replaced
    SELECT c.version_id, c.text, c.text_bytes FROM contents c
    JOIN search_rows r ON r.version_id = c.version_id WHERE c.version_id = NEW.version_id;
END;
CREATE TRIGGER search_changed_text BEFORE UPDATE OF text ON contents BEGIN
  INSERT OR IGNORE INTO search_replaced
    SELECT OLD.version_id, OLD.text, OLD.text_bytes
    WHERE OLD.version_id IN (SELECT version_id FROM search_rows);
END;
