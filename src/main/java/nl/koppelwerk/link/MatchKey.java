package nl.koppelwerk.link;

/** A canonical key by which a root is found; the ledger keeps only a keyed hash of it. */
public record MatchKey(String kind, String value) {}
