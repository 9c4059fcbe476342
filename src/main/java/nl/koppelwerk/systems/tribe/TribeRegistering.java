package nl.koppelwerk.systems.tribe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Body;
import org.apache.camel.Variable;

/** Registers our address for every entity type whose changes the link must hear of, and takes back our own older ones. */
@ApplicationScoped
@Named("tribeRegistering")
@Unremovable
public class TribeRegistering {

    /** Addresses have no webhook: the sweeps find their changes. */
    private static final List<String> TYPES = List.of("Relation.Organization", "Relation.Person", "Relationship.Person.Contact.Standard");

    private final TribeCalls calls;

    TribeRegistering(TribeCalls calls) { this.calls = calls; }

    /** @param prefix what every address of this link and side begins with */
    public Turn register(@Body String address, @Variable("prefix") String prefix) {
        return new Turn.Ask(calls.webhooks("GET", "", null), calls.replies(), reply -> {
            var known = reply.json().filter(JsonNode::isArray);
            return known.map(hooks -> change(address, outdated(hooks, address, prefix), missing(hooks, address)))
                .orElseGet(() -> Turn.said(calls.replies().unreadable()));
        }, Turn::said, "");
    }

    private static List<String> outdated(JsonNode known, String address, String prefix) {
        var ids = new ArrayList<String>();
        for (var hook : known) {
            var url = hook.path("webhookUrl").asText("");
            if (url.startsWith(prefix) && !url.equals(address) && TribeCalls.isId(hook.path("id").asText())) ids.add(hook.path("id").asText());
        }
        return ids;
    }

    private static Set<String> missing(JsonNode known, String address) {
        var types = new TreeSet<>(TYPES);
        for (var hook : known) if (hook.path("webhookUrl").asText("").equals(address)) types.remove(hook.path("entityType").asText());
        return types;
    }

    /** New ones first: in between nothing goes unheard. */
    private Turn change(String address, List<String> outdated, Set<String> missing) {
        if (!missing.isEmpty()) {
            var type = missing.iterator().next();
            missing.remove(type);
            return new Turn.Ask(calls.webhooks("POST", "", body(type, address)), calls.replies(), reply -> change(address, outdated, missing), Turn::said, "");
        }
        if (outdated.isEmpty()) return Turn.said(address);
        var rest = outdated.subList(1, outdated.size());
        return new Turn.Ask(calls.webhooks("DELETE", "/" + outdated.get(0), null), calls.replies(), reply -> change(address, rest, missing), Turn::said, "");
    }

    private static byte[] body(String type, String address) {
        return JsonNodeFactory.instance.objectNode().put("entityType", type).put("webhookUrl", address).toString().getBytes(StandardCharsets.UTF_8);
    }
}
