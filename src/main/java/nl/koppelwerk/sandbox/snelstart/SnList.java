package nl.koppelwerk.sandbox.snelstart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.SwitchPanel;

/** {@code GET /relaties}: a bare array, no more than 500 of them, in the order of the switch. */
final class SnList {

    private static final Set<String> OPTIONS = Set.of("$filter", "$top", "$skip", "$select", "$orderby");
    private static final int MOST = 500;

    private final SnRelaties relaties;
    private final SnView view;
    private final SnErrors errors;
    private final SwitchPanel switches;
    private final SnProperties properties;
    private final SnLiterals literals;
    private int calls;

    SnList(SnRelaties relaties, SnView view, SnErrors errors, SwitchPanel switches, SnStamps stamps, SnLanden landen) {
        this.relaties = relaties;
        this.view = view;
        this.errors = errors;
        this.switches = switches;
        this.properties = new SnProperties(stamps, landen, switches);
        this.literals = new SnLiterals(stamps, switches);
    }

    Answer answer(Map<String, String> query) {
        try {
            query.keySet().stream().filter(name -> name.startsWith("$") && !OPTIONS.contains(name)).findFirst().ifPresent(name -> { throw new SnTerm.Unreadable("no option " + name); });
            var filter = query.containsKey("$filter") ? SnFilterParser.parse(query.get("$filter"), properties, literals) : SnTerm.condition(scope -> true);
            var items = Json.array();
            ordered(query.get("$orderby")).stream().filter(row -> !row.inactive() || switches.is("list-inactive", "include")).map(row -> new SnScope(row, this::read))
                    .filter(filter::holds).skip(number(query, "$skip", 0, Integer.MAX_VALUE)).limit(number(query, "$top", MOST, MOST))
                    .forEach(scope -> items.add(view.relatie(scope.relatie())));
            selected(items, query.get("$select"));
            return Answer.json(200, switches.on("cut-page") && items.size() > 1 ? cut(items) : items);
        } catch (SnTerm.Unreadable unreadable) {
            throw errors.flaw("ALG-0104", "Ongeldig filter: " + unreadable.getMessage());
        }
    }

    private ObjectNode read(String id) {
        return relaties.find(id).orElseThrow();
    }

    private List<SnRow> ordered(String orderBy) {
        var rows = new ArrayList<>(relaties.rows());
        switch (switches.get("order")) {
            case "id" -> rows.sort(Comparator.comparing(SnRow::id));
            case "shuffled-per-call" -> Collections.shuffle(rows, new Random(++calls));
            default -> { }
        }
        if (orderBy != null && switches.is("orderby", "reject-400")) {
            throw new SnTerm.Unreadable("no option $orderby");
        }
        if (orderBy != null && switches.is("orderby", "apply")) {
            rows.sort(order(orderBy));
        }
        return rows;
    }

    /** Those without a value come first. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private Comparator<SnRow> order(String orderBy) {
        Comparator<SnRow> order = (a, b) -> 0;
        for (var item : orderBy.split(",")) {
            var words = item.strip().split("\\s+");
            var term = properties.term(words[0]);
            Comparator<SnRow> by = Comparator.comparing(row -> (Comparable) term.value().apply(new SnScope(row, this::read)), Comparator.nullsFirst(Comparator.naturalOrder()));
            order = order.thenComparing(words.length > 1 && words[1].equals("desc") ? by.reversed() : by);
        }
        return order;
    }

    /** Only the members that were asked for; a name must be one that is shown. */
    private void selected(ArrayNode items, String select) {
        if (select == null) {
            return;
        }
        var names = Arrays.stream(select.split(",")).map(String::strip).toList();
        var shown = view.relatie(SnField.standard(SnModel.RELATIE).put("id", SnBinding.NO_ID).put("modifiedOn", 0L));
        names.stream().filter(name -> name.isEmpty() || !Character.isUpperCase(name.charAt(0)) || !shown.has(lower(name))).findFirst()
                .ifPresent(name -> { throw new SnTerm.Unreadable("there is no property " + name); });
        items.forEach(item -> ((ObjectNode) item).retain(names.stream().map(SnList::lower).toList()));
    }

    private static String lower(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static int number(Map<String, String> query, String option, int standard, int most) {
        var text = query.getOrDefault(option, String.valueOf(standard));
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) > most || option.equals("$top") && Integer.parseInt(text) < 1) {
            throw new SnTerm.Unreadable(option + " is " + text);
        }
        return Integer.parseInt(text);
    }

    /** Without an error: every other page ends early, the others repeat a row. */
    private ArrayNode cut(ArrayNode items) {
        if (calls++ % 2 == 0) {
            return items.add(items.get(0).deepCopy());
        }
        while (items.size() > 1) {
            items.remove(items.size() - 1);
        }
        return items;
    }
}
