package nl.koppelwerk.systems.adminconsult;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.CheckUp;
import nl.koppelwerk.systems.Connector;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Exchange;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What customers of an office can be chosen by, taskflows in use and types, and whether the hub may read there. */
@ApplicationScoped
@Named("adminConsultOffice")
@Unremovable
public class AdminConsultOffice {

    static final String TASKFLOWS = "taskflows";
    static final String TYPES = "client-types";

    private final AdminConsultCalls calls;
    private final AdminConsultRows rows;
    private final AdminConsultSettings settings;
    private final AdminConsultTaskflows taskflows;
    private final int perMinute;

    AdminConsultOffice(AdminConsultCalls calls, AdminConsultRows rows, AdminConsultSettings settings, AdminConsultTaskflows taskflows,
                       @ConfigProperty(name = "koppelwerk.admin-consult.per-minute") int perMinute) {
        this.calls = calls;
        this.rows = rows;
        this.settings = settings;
        this.taskflows = taskflows;
        this.perMinute = perMinute;
    }

    /** Without the right on taskflows there is nothing to choose from, and all else goes on. */
    public Turn references(Exchange exchange) {
        var asked = Asked.of(exchange, Side.SOURCE);
        return taskflows.active(asked, found -> types(asked, found), answer -> AdminConsultPhrasing.lacksRight(answer) ? types(asked, Map.of()) : Turn.said(answer));
    }

    /** An installation that does not show its list of types has customers of types all the same. */
    private Turn types(Asked asked, Map<String, String> taskflows) {
        return rows.all(AdminConsultCalls.TYPES, Query.NONE, asked, types -> listed(taskflows, named(types)),
            answer -> answer instanceof Answer.Unreadable || AdminConsultPhrasing.lacksRight(answer) ? listed(taskflows, Map.of()) : Turn.said(answer));
    }

    /** Of two with one name the one that is listed first. */
    private static Map<String, String> named(List<ObjectNode> types) {
        var numbers = new TreeMap<String, String>();
        types.forEach(type -> numbers.putIfAbsent(type.path("ListValue").asText("").strip(), type.path("ListValueId").asText("")));
        numbers.remove("");
        return numbers;
    }

    private static Turn listed(Map<String, String> taskflows, Map<String, String> types) { return Turn.said(new References(Map.of(TASKFLOWS, taskflows, TYPES, types))); }

    /** What the installation says of itself needs no right; then customers are tried, then taskflows, without which the link still works. */
    public Turn check(Exchange exchange) {
        var asked = Asked.of(exchange, Side.SOURCE);
        return settings.read(told -> customers(asked, told), CheckUp.from("credentials"));
    }

    private Turn customers(Asked asked, JsonNode told) {
        var one = AdminConsultCalls.CUSTOMERS + "?" + Query.NONE.and("per_page", 1).text();
        return rows.page(one, asked, (found, next) -> isReadable(found) ? taskflows(asked, told)
            : CheckUp.from("record").apply(new Answer.Unreadable(calls.replies().reason(ReasonCode.VENDOR_NOT_UNDERSTOOD, ""))), CheckUp.from("rights"));
    }

    private static boolean isReadable(List<ObjectNode> rows) {
        try {
            rows.forEach(AdminConsultReader::root);
            return true;
        } catch (Unreadable odd) {
            return false;
        }
    }

    private Turn taskflows(Asked asked, JsonNode told) {
        return taskflows.active(asked, found -> well(told, new Connector.Check(TASKFLOWS, true, "")), answer -> AdminConsultPhrasing.lacksRight(answer)
            ? well(told, new Connector.Check(TASKFLOWS, false, Phrase.NO_TASKFLOW_RIGHT.said().kept())) : CheckUp.from("rights").apply(answer));
    }

    private Turn well(JsonNode told, Connector.Check taskflows) {
        var remarks = new ArrayList<>(List.of(taskflows));
        int limit = told.path("RateLimit").asInt();
        if (limit > 0 && (perMinute == 0 || limit < perMinute)) remarks.add(new Connector.Check("rate", false,
            Phrase.RATE_LOWER.with("limit", limit).kept()));
        return Turn.said(CheckUp.well(remarks.toArray(Connector.Check[]::new)));
    }
}
