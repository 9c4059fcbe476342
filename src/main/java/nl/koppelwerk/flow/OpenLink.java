package nl.koppelwerk.flow;

import nl.koppelwerk.ledger.Links.Link;
import nl.koppelwerk.link.LinkType;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;

/** A link with its rulebook filled in. */
record OpenLink(Link link, LinkType type, Rules rules) {

    String system(Side side) { return side == Side.SOURCE ? type.sourceSystem() : type.targetSystem(); }

    String account(Side side) { return link.accounts().get(side); }

    /** A root is a record under one hat already ({@link nl.koppelwerk.link.Hat}), so each has one row. */
    String facet() { return Pair.FACET; }
}
