-- Full-text search and what SQLite itself guards of studying.
SELECT 1;
