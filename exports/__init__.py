"""Papers written out: Word, Markdown and what else a paper can become."""
