"""Kinds and words are data: the ontology folder, its classes and relations (`kg.ttl`) and its word lists."""

from kg.ontology.kinds import EntityClass, Form, Ontology, RelationType, load
from kg.ontology.words import ONTOLOGY, any_of, lexicon

__all__ = ["ONTOLOGY", "EntityClass", "Form", "Ontology", "RelationType", "any_of", "lexicon", "load"]
