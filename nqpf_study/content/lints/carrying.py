"""English words that carry no matter of their own: two texts that share them share nothing."""

from __future__ import annotations

CARRY_NOTHING = frozenset(
    (
        *("a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be"),
        *("been", "before", "between", "both", "but", "by", "can", "do", "does", "for", "from"),
        *("had", "has", "have", "he", "her", "his", "how", "if", "in", "into", "is", "it", "its"),
        *("more", "most", "no", "not", "of", "off", "on", "one", "only", "or", "other", "our"),
        *("out", "over", "she", "so", "some", "such", "than", "that", "the", "their", "them"),
        *("there", "these", "they", "this", "those", "to", "under", "up", "was", "we", "were"),
        *("what", "when", "where", "which", "who", "whose", "why", "will", "with", "would"),
    )
)
