package nl.koppelwerk.simulation;

import java.util.List;

import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Settlement;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.Relation;

/** Which records of the two vendors are one relation, as far as the judges know it. */
interface Kin {

    /** Roots of the other side that are, or ever were, the same relation. */
    List<String> roots(Side side, String root);

    /** The contact persons of one root's twin that are the same person; more than one where somebody, or a late create, made one once more. */
    List<String> parts(Side side, Relation twin, String root, String partId);

    /** What a contact person of a root was at any time to that root of the other side; null where it was nobody. */
    String partOf(Side side, String root, String partId, String twin);

    /** How reasons name a contact person; more than one name where it was met as another's partner later. */
    List<String> names(Side side, String root, String partId);

    /** How reasons name a contact person of the target that the source does not show. */
    String name(String sourceRoot, Part atTarget);

    /** What a look found out. */
    default void learn(Settlement settlement) { }
}
