package nl.koppelwerk.systems.tribe;

import java.util.List;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;

/** Tribe's entity sets, and what must be expanded so that their field tables see everything. */
final class TribeSets {

    static final String ORGANIZATION = "Relation_Organization";
    static final String PERSON = "Relation_Person";
    static final String CONTACT = "Relationship_Person_Contact_Standard";
    static final String ADDRESS = "Address";
    /** Abstract: readable, and {@code _Type} names the set of a record. */
    static final String RELATION = "Relation";
    static final String RELATIONSHIP = "Relationship";
    static final String OWN_ORGANISATION = "Relationship_Organization_Identity";

    static final String ORGANIZATION_EXPAND = "VisitingAddress($expand=Country),PostalAddress($expand=Country)";
    static final String PERSON_EXPAND = "Address($expand=Country),Gender";

    private TribeSets() { }

    static String of(Kind root, PartKind part) {
        if (part == PartKind.CONTACT) return CONTACT;
        return root == Kind.ORGANISATION ? ORGANIZATION : PERSON;
    }

    static String expand(Kind root) { return root == Kind.ORGANISATION ? ORGANIZATION_EXPAND : PERSON_EXPAND; }

    /** The set of a role: suppliers stand beside the commercial relationships. */
    static String role(Kind root, String name) {
        var owner = root == Kind.ORGANISATION ? "Organization" : "Person";
        return "Relationship_" + owner + (name.equals("Supplier") ? "_" : "_CommercialRelationship_") + name;
    }

    /** The roles that the contract names for such a root. */
    static List<String> roles(Kind root) {
        return root == Kind.PERSON ? List.of("Customer") : List.of("Customer", "Lead", "Suspect", "HotProspect", "Prospect", "Supplier");
    }

    /** Relationships are contacts and employees too: only what the office is to a relation is a role. */
    static boolean isRole(String type) { return type.contains("CommercialRelationship") || type.endsWith("Supplier"); }
}
