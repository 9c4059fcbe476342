package nl.koppelwerk.systems.tribe;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.List;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.CheckUp;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Exchange;

/** What an office's Tribe has in its lists, and whether the hub may work there. */
@ApplicationScoped
@Named("tribeOffice")
@Unremovable
public class TribeOffice {

    /** The roles that the settings of a link map relation types to. */
    static final String ROLES = "roles";

    private final TribeCalls calls;
    private final TribeRows rows;

    TribeOffice(TribeCalls calls, TribeRows rows) {
        this.calls = calls;
        this.rows = rows;
    }

    public Turn references() {
        var lists = new LinkedHashMap<String, Map<String, String>>();
        var roles = new TreeMap<String, String>();
        TribeSets.roles(Kind.ORGANISATION).forEach(role -> roles.put(role, role));
        lists.put(ROLES, roles);
        return lists(List.of(TribeTables.COUNTRIES, TribeTables.GENDERS, TribeTables.FUNCTIONS), lists);
    }

    private Turn lists(List<String> left, Map<String, Map<String, String>> lists) {
        if (left.isEmpty()) return ownOrganisation(lists);
        var list = left.get(0);
        return rows.all(list, "", "", found -> {
            var names = new TreeMap<String, String>();
            found.forEach(row -> names.putIfAbsent(row.path(list.equals(TribeTables.COUNTRIES) ? "Code" : "Name").asText("").strip(), row.path("ID").asText()));
            lists.put(list, names);
            return lists(left.subList(1, left.size()), lists);
        });
    }

    private Turn ownOrganisation(Map<String, Map<String, String>> lists) {
        return rows.all(TribeSets.OWN_ORGANISATION, "", "Relation($select=ID)", found -> {
            var own = new TreeMap<String, String>();
            found.forEach(row -> own.put(row.path("Name").asText(""), row.path("Relation").path("ID").asText("")));
            lists.put(TribeBodies.OWN, own);
            return Turn.said(new References(lists));
        });
    }

    /** Without a webhook secret only the secret in the address guards the webhook; that is worth saying. */
    public Turn check(Exchange exchange) {
        var account = Asked.of(exchange, Side.TARGET).account();
        var me = calls.get("GetCurrentEmployee()", Query.NONE);
        var one = calls.get(TribeSets.ORGANIZATION, Query.NONE.and("$top", 1));
        return Turn.ask(me, calls.replies(), (reply, employee) ->
            Turn.ask(one, calls.replies(), (page, found) -> Turn.said(CheckUp.well(CheckUp.signature(account)))).unless(CheckUp.from("rights")))
            .unless(CheckUp.from("credentials"));
    }
}
