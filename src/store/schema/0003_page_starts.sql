-- Where pages begin in a version's text, as JSON: [[0, 1], [1873, 2]], positions in characters, in
-- the order of the text. Null: the source has no more than one page, or was last read by an earlier
-- kehoach (`kehoach reindex` fills it).
ALTER TABLE contents ADD COLUMN page_starts TEXT;
