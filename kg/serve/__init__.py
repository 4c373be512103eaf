"""A built folder in the browser of this machine: its pages, a SPARQL editor, and a read-only SPARQL 1.1 endpoint."""
