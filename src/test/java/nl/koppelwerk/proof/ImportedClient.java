package nl.koppelwerk.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A relation of an administration as an import into Accounton means it, told from the stand-in's own export and by none of the hub's code.
 *
 * @param meant   a client, and in one of the chosen taskflows
 * @param partner id of the other one of a couple; empty without one
 */
record ImportedClient(String id, boolean meant, String number, String firstName, String lastName, String email, String language, String partner) {

    private static final int PARTNERS = 5;

    /** Who is inactive is in the list without a mark (adminpulse.md, switch 13), so nobody can tell. */
    static ImportedClient ofAdminPulse(JsonNode relation) {
        var meant = !relation.path("type").asText().equals("COMPANY") && relation.path("status").asText().equals("CLIENT");
        var partner = StreamSupport.stream(relation.path("tos").spliterator(), false).filter(link -> link.path("linkType").asInt() == PARTNERS).map(link -> link.path("uniqueIdentifier").asText());
        return new ImportedClient(relation.path("uniqueIdentifier").asText(), meant, text(relation, "nationalNumber"), text(relation, "firstName"), text(relation, "name"), text(relation, "email"),
                text(relation, "language"), partner.findFirst().orElse(""));
    }

    /** @param taskflows none for all clients */
    static ImportedClient ofAdminConsult(JsonNode customer, Set<String> taskflows) {
        var standsIn = StreamSupport.stream(customer.path("taskflows").spliterator(), false).map(JsonNode::asText).collect(Collectors.toSet());
        var meant = !customer.path("IsCompany").asBoolean() && customer.path("IsActive").asBoolean() && (taskflows.isEmpty() || standsIn.stream().anyMatch(taskflows::contains));
        return new ImportedClient(customer.path("CustomerId").asText(), meant, text(customer, "NationalNr"), text(customer, "Firstname"), text(customer, "Name"), text(customer, "Email"),
                text(customer, "Language"), text(customer, "partner"));
    }

    private static String text(JsonNode record, String member) {
        return record.path(member).asText("").strip().replace("null", "");
    }
}
