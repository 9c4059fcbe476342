package nl.koppelwerk.sandbox.adminconsult;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import nl.koppelwerk.sandbox.Bucket;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.SandboxClock;
import nl.koppelwerk.sandbox.SwitchPanel;

/** The change log: what was done to which record of which table, and when. Who stands in which taskflow and who belongs to whom is not in it. */
final class AdcLog {

    static final List<String> FIELDS = List.of("Id", "OwnId", "TableName", "ActionType", "DateAction", "LogId");

    private static final int MOST = 1_000;
    private static final long FIRST = 60_000_000;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final Bucket rows;
    private final SandboxClock clock;
    private final SwitchPanel switches;
    private int calls;

    AdcLog(Bucket rows, SandboxClock clock, SwitchPanel switches) {
        this.rows = rows;
        this.clock = clock;
        this.switches = switches;
    }

    void add(String table, String action, long customer, long own) {
        var id = FIRST + rows.size() + 1;
        rows.put(String.valueOf(id), Json.object().put("Id", customer).put("OwnId", own).put("TableName", table).put("ActionType", action)
                .put("at", clock.millis()).put("LogId", id));
    }

    /** No more than a thousand of those that fit; which ones, where there are more, its order says. */
    ArrayNode fitting(AdcFilter filter) {
        var found = new ArrayList<ObjectNode>();
        rows.forEach((id, row) -> {
            var shown = shown(row);
            if (filter.fits().test(shown)) {
                found.add(shown);
            }
        });
        if (switches.is("log-order", "shuffled")) {
            Collections.shuffle(found, new Random(++calls));
        }
        var items = Json.array();
        found.stream().limit(MOST).forEach(items::add);
        return items;
    }

    void clear() {
        rows.clear();
    }

    private ObjectNode shown(ObjectNode row) {
        var at = Instant.ofEpochMilli(row.remove("at").longValue()).atZone(ZoneId.of(switches.get("time-zone")));
        return row.put("DateAction", MOMENT.format(at));
    }
}
