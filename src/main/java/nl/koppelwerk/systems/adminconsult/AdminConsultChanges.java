package nl.koppelwerk.systems.adminconsult;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.Connector;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Turn;

/** One page of what changed: the customers that a window of the change log names, as they are now. A window that fills an answer is halved. */
final class AdminConsultChanges {

    /** More rows the log never shows at once. */
    private static final int MOST = 1_000;
    /** Narrowing a window halves it, so this is far above any log. */
    private static final int MOST_CALLS = 60;

    private final AdminConsultCalls calls;
    private final AdminConsultRows rows;
    private final AdminConsultGathering gathering;
    private final Connector.PageRequest page;
    private final Asked asked;
    private final int size;
    private ChangeWindow window;
    private int made;

    AdminConsultChanges(AdminConsultCalls calls, AdminConsultRows rows, AdminConsultGathering gathering, Connector.PageRequest page, Asked asked, int size) {
        this.calls = calls;
        this.rows = rows;
        this.gathering = gathering;
        this.page = page;
        this.asked = asked;
        this.size = size;
        this.window = page.position().isEmpty() ? ChangeWindow.since(page.since()) : ChangeWindow.of(page.position());
    }

    Turn ask() {
        if (made++ >= MOST_CALLS) return Turn.said(calls.replies().unanswered());
        return rows.all(AdminConsultCalls.CHANGES, Query.NONE.and("Filter", window.filter()), asked, this::heard, Turn::said);
    }

    private Turn heard(List<ObjectNode> log) {
        var customers = new TreeSet<String>();
        log.stream().map(row -> row.path("Id").asText("")).filter(AdminConsultReader::isId).forEach(customers::add);
        var places = log.stream().map(AdminConsultChanges::place).toList();
        // Without its moment a row cannot be told from one that comes later.
        if (places.contains(null)) return Turn.said(calls.replies().unreadable());
        if (log.size() >= MOST || customers.size() > page.limit()) return narrower(places);
        return read(customers, places);
    }

    private static ChangeWindow.Place place(ObjectNode row) {
        try {
            return new ChangeWindow.Place(ChangeWindow.moment(row.path("DateAction").asText("")), row.path("LogId").asLong());
        } catch (DateTimeException none) {
            return null;
        }
    }

    private Turn narrower(List<ChangeWindow.Place> places) {
        var less = window.less(places);
        if (less.isEmpty()) return Turn.said(calls.replies().unreadable());
        window = less.get();
        return ask();
    }

    private Turn read(Collection<String> ids, List<ChangeWindow.Place> places) {
        var newest = places.stream().map(ChangeWindow.Place::at).max(Comparator.naturalOrder()).map(ChangeWindow::text).orElse("");
        var next = window.next().map(ChangeWindow::position).orElse("");
        return rows.of(AdminConsultCalls.CUSTOMERS, "CustomerId in %s", List.copyOf(ids), size, asked, customers ->
            gathering.whole(customers, size, asked, wires -> Turn.said(new Connector.Page(seen(ids, wires), next, newest, null))));
    }

    /** Who is named and not shown was removed, or is one whom lists leave out: each is asked for by its number. */
    private List<Sighting> seen(Collection<String> ids, List<ObjectNode> wires) {
        var sightings = new ArrayList<>(AdminConsultReader.sightings(wires, asked));
        var shown = wires.stream().map(wire -> wire.path(AdminConsultTables.ID).asText("")).toList();
        ids.stream().filter(id -> !shown.contains(id)).forEach(id -> sightings.add(asked.sighting(AdminConsultReader.unseen(id))));
        return List.copyOf(sightings);
    }
}
