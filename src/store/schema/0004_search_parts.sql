-- The full-text index grows in parts. How many documents were written into it since they were last
-- put together into one (src/store/search/search_index.h).
ALTER TABLE search_state ADD COLUMN unmerged INTEGER NOT NULL DEFAULT 0;
UPDATE search_state SET unmerged = documents;
