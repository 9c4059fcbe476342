package nl.koppelwerk.flow;

import nl.koppelwerk.ledger.Links.Link;
import nl.koppelwerk.link.LinkType;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;

/** A link with its rulebook filled in. */
record OpenLink(Link link, LinkType type, Rules rules) {

    String system(Side side) { return side == Side.SOURCE ? type.sourceSystem() : type.targetSystem(); }

    String account(Side side) { return link.accounts().get(side); }

    /** A look judges the first hat; the link types of today wear one. */
    String facet() { return type.facets().get(0); }
}
