-- Full-text search and what SQLite itself guards of studying.
-- Search. The index holds words only, made by app/domain/search (folded, Chinese in pairs), so the tokenizer has nothing to do but to
-- part them: it takes everything beyond ASCII as a letter. The closed_ columns are what only people who are signed in find.
CREATE VIRTUAL TABLE search_index USING fts5(
  title, summary, heading, body, closed_heading, closed_body,
  content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '3 4 5'
);
--> statement-breakpoint
CREATE VIRTUAL TABLE search_words USING fts5vocab(search_index, 'row');
