package nl.koppelwerk.systems.tribe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.mapping.RootReading;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.Connector;
import nl.koppelwerk.systems.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The contact persons and roles of all roots of a page at once, by the range of their ids: a page of a hundred roots costs a few calls
 * more instead of two or three for each of them.
 */
@ApplicationScoped
class TribeWholeRows {

    static final String WHOLE = "-whole";
    private static final Logger LOG = LoggerFactory.getLogger(TribeWholeRows.class);

    private final TribeRows rows;
    private final TribeChoices choices;

    TribeWholeRows(TribeRows rows, TribeChoices choices) {
        this.rows = rows;
        this.choices = choices;
    }

    static boolean isWhole(String listing) { return listing.endsWith(WHOLE); }

    static String plain(String listing) { return isWhole(listing) ? listing.substring(0, listing.length() - WHOLE.length()) : listing; }

    /** The page with its roots whole; as it was where the server does not understand a condition on a range. */
    Turn of(String listing, List<JsonNode> roots, Asked asked, Connector.Page page) {
        var found = new Found(plain(listing).equals(TribeConnector.ORGANISATIONS) ? Kind.ORGANISATION : Kind.PERSON, roots, asked, page);
        return found.kind == Kind.ORGANISATION ? contacts(found) : roles(found, TribeSets.roles(found.kind));
    }

    private static final class Found {

        private final Kind kind;
        private final List<JsonNode> roots;
        private final Asked asked;
        private final Connector.Page page;
        private final Map<String, List<JsonNode>> contacts = new HashMap<>();
        private final Map<String, List<JsonNode>> roles = new HashMap<>();

        private Found(Kind kind, List<JsonNode> roots, Asked asked, Connector.Page page) {
            this.kind = kind;
            this.roots = roots;
            this.asked = asked;
            this.page = page;
        }

        private String range(String owner) {
            var ids = roots.stream().map(root -> root.path("ID").asText()).sorted().toList();
            return owner + "/ID ge " + ids.get(0) + " and " + owner + "/ID le " + ids.get(ids.size() - 1);
        }
    }

    private Turn contacts(Found found) {
        return all(found, TribeSets.CONTACT, "Relation", choices.contactExpand() + ",", contacts -> {
            keep(contacts, "Relation", found.contacts);
            return roles(found, TribeSets.roles(found.kind));
        });
    }

    private Turn roles(Found found, List<String> left) {
        if (left.isEmpty()) return Turn.said(new Connector.Page(sightings(found), found.page.position(), found.page.newest(), found.page.total()));
        var owner = found.kind == Kind.ORGANISATION ? "Organization" : "Person";
        var set = TribeSets.role(found.kind, left.get(0));
        return all(found, set, owner, "", roles -> {
            roles.forEach(role -> ((ObjectNode) role).put("_Type", set.replace('_', '.')));
            keep(roles, owner, found.roles);
            return roles(found, left.subList(1, left.size()));
        });
    }

    private Turn all(Found found, String set, String owner, String expand, java.util.function.Function<List<JsonNode>, Turn> then) {
        var asked = rows.all(set, found.range(owner), expand + owner + "($select=ID)", then);
        return asked instanceof Turn.Ask ask ? ask.unless(answer -> answer instanceof Answer.Refused ? Turn.said(found.page) : Turn.said(answer)) : asked;
    }

    private static void keep(List<JsonNode> records, String owner, Map<String, List<JsonNode>> by) {
        records.forEach(record -> by.computeIfAbsent(record.path(owner).path("ID").asText(""), absent -> new ArrayList<>()).add(record));
    }

    private static List<Sighting> sightings(Found found) {
        var sightings = new ArrayList<Sighting>();
        for (var root : found.roots) {
            try {
                sightings.add(found.asked.sighting(reading(found, root)));
            } catch (Unreadable odd) {
                // The others go on; asked for by its id, this one says why it cannot be read.
                LOG.warn("A row of {} cannot be read: {}", found.kind, odd.getMessage());
            }
        }
        return List.copyOf(sightings);
    }

    private static RootReading reading(Found found, JsonNode root) {
        var id = root.path("ID").asText();
        var roles = Optional.of(found.roles.getOrDefault(id, List.of()));
        return found.kind == Kind.PERSON ? TribeReader.person(root, roles)
            : TribeReader.organisation(root, Optional.of(found.contacts.getOrDefault(id, List.of())), roles);
    }
}
