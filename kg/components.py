"""The spaCy pipeline: four components over a blank Chinese `Doc` of repaired text, one character a token.

`doc.ents` holds the mentions (label: entity class; `kb_id_`: entity), `doc.spans["sentences"]` the sentences,
`doc._.articles`, `doc._.entities` and `doc._.links` what the other components found.
"""

from collections.abc import Sequence

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import DummyTokenizer
from spacy.vocab import Vocab

from kg.divisions import Divisions
from kg.documents.articles import articles
from kg.documents.read import LONGEST
from kg.documents.sentences import sentences
from kg.extract.mentions.tagger import Tagger
from kg.extract.relations.relate import relate
from kg.resolve.coreference import identify
from kg.resolve.declarations import completed

PIPELINE = ("kg_layout", "kg_mentions", "kg_identity", "kg_relations")


def load() -> Language:
    """The whole extractor as a spaCy `Language`; give it repaired text (`kg.documents.repair`)."""
    nlp = spacy.blank("zh")
    nlp.tokenizer = Characters(nlp.vocab)
    nlp.max_length = LONGEST
    for name in PIPELINE:
        nlp.add_pipe(name)
    return nlp


class Characters(DummyTokenizer):
    """Makes a `Doc` of a text, each character a token: offsets of tokens are those of characters."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        return Doc(self.vocab, words=list(text), spaces=[False] * len(text))


def written(nlp: Language, text: str) -> Doc:
    """A `Doc` that knows its text: `doc.text` puts it together from its characters each time it is asked."""
    doc = nlp.make_doc(text)
    doc._.text = text
    return doc


for extension in ("articles", "entities", "links"):
    Doc.set_extension(extension, default=(), force=True)
Doc.set_extension("text", default="", force=True)


@Language.component("kg_layout")
def layout(doc: Doc) -> Doc:
    """Articles and sentences."""
    doc._.text = doc._.text or doc.text
    doc._.articles = articles(doc._.text)
    doc.spans["sentences"] = [_span(doc, start, end) for start, end in sentences(doc._.text)]
    return doc


@Language.factory("kg_mentions")
class Mentions:
    """Spans that name an organization, place, programme or person."""

    def __init__(self, nlp: Language, name: str) -> None:  # noqa: ARG002 - what spaCy gives every factory
        self.tagger = Tagger()

    def __call__(self, doc: Doc) -> Doc:
        found = self.tagger.spans(doc._.text, offsets(doc.spans["sentences"]))
        doc.ents = tuple(_span(doc, start, end, label) for start, end, label in found)
        return doc


@Language.factory("kg_identity")
class Identities:
    """Who is who within the document; short names that it introduces become mentions wherever they stand."""

    def __init__(self, nlp: Language, name: str) -> None:  # noqa: ARG002 - what spaCy gives every factory
        self.divisions = Divisions.load()

    def __call__(self, doc: Doc) -> Doc:
        spans = completed(doc._.text, labelled(doc.ents))
        identity = identify(doc._.text, spans, self.divisions)
        doc._.entities = identity.entities
        doc.ents = tuple(_span(doc, *span, entity) for span, entity in zip(spans, identity.entity_of, strict=True))
        return doc


@Language.component("kg_relations")
def relations(doc: Doc) -> Doc:
    """Typed links between mentions, each with its sentence."""
    ents = doc.ents  # made anew each time it is asked for
    doc._.links = relate(
        doc._.text,
        offsets(doc.spans["sentences"]),
        doc._.articles,
        labelled(ents),
        [ent.kb_id_ for ent in ents],
        {entity.id: entity.name for entity in doc._.entities},
    )
    return doc


def offsets(spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Start and end of spans in code points of the document."""
    return [(span.start, span.end) for span in spans]


def labelled(spans: Sequence[Span]) -> list[tuple[int, int, str]]:
    """Start, end and label of spans."""
    return [(span.start, span.end, span.label_) for span in spans]


def _span(doc: Doc, start: int, end: int, label: str = "", entity: str = "") -> Span:
    return Span(doc, start, end, label=label, kb_id=entity)
