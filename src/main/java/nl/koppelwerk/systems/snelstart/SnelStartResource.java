package nl.koppelwerk.systems.snelstart;

import nl.koppelwerk.relation.Kind;

/** The two sorts of records that the hub keeps in SnelStart, each with an address and a right of its own. */
enum SnelStartResource {
    RELATIES("/v2/relaties", "relaties", ""),
    KOSTENPLAATSEN("/v2/kostenplaatsen", "settings", "kostenplaats-");

    final String path;
    private final String right;
    /** What the ids of its roots begin with: an id is one record of its side. */
    final String prefix;

    SnelStartResource(String path, String right, String prefix) {
        this.path = path;
        this.right = right;
        this.prefix = prefix;
    }

    static SnelStartResource of(Kind kind) { return kind == Kind.COST_CENTRE ? KOSTENPLAATSEN : RELATIES; }

    String readRight() { return right + ":read"; }

    String writeRight() { return right + ":write"; }
}
