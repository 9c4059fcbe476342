package nl.koppelwerk.sandbox.economic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.koppelwerk.sandbox.SwitchPanel;

/** Filters and sorts the rows of one collection; what is not at hand is read from the record, once per list. */
final class EcoQuery {

    private final Map<String, EcoProperty> properties = new LinkedHashMap<>();
    private final EcoListErrors errors;
    private final SwitchPanel switches;

    EcoQuery(List<EcoProperty> properties, EcoListErrors errors, SwitchPanel switches) {
        properties.forEach(property -> this.properties.put(property.name(), property));
        this.errors = errors;
        this.switches = switches;
    }

    List<EcoRow> filtered(Collection<EcoRow> rows, String filter) {
        try {
            var condition = filter == null || filter.isEmpty() ? new EcoFilter.Always() : EcoFilterParser.parse(filter, properties, errors, switches);
            return rows.stream().filter(row -> condition.test(values(row))).toList();
        } catch (EcoFilter.Unreadable unreadable) {
            throw errors.unreadable(unreadable.getMessage(), EcoFilterParser.allowed(properties));
        }
    }

    /** {@code name,-customerNumber}; a tilde before a name sorts it as text. Without a wish the numbers decide. */
    List<EcoRow> sorted(List<EcoRow> rows, String sort) {
        if (sort == null || sort.isEmpty()) {
            return rows;
        }
        Comparator<Keyed> order = (a, b) -> 0;
        var keys = new ArrayList<Function<Function<EcoProperty, Object>, Object>>();
        for (var wish : sort.split(",")) {
            var name = wish.trim().replaceAll("^[-~]{0,2}", "");
            var property = properties.get(name);
            if (property == null || !property.sorts()) {
                throw errors.notSortable(name);
            }
            var place = keys.size();
            keys.add(values -> key(values.apply(property), wish.contains("~")));
            Comparator<Keyed> next = Comparator.comparing(row -> row.key(place), Comparator.nullsFirst(Comparator.naturalOrder()));
            order = order.thenComparing(wish.trim().matches("~?-.*") ? next.reversed() : next);
        }
        return rows.stream().map(row -> new Keyed(row, keys, values(row))).sorted(order).map(Keyed::row).toList();
    }

    private static Object key(Object value, boolean alphabetical) {
        return value == null ? null : alphabetical || value instanceof String ? value.toString().toLowerCase(java.util.Locale.ROOT) : value;
    }

    private static Function<EcoProperty, Object> values(EcoRow row) {
        var read = new ObjectNode[1];
        return property -> {
            if (property.atHand() != null) {
                return property.atHand().apply(row);
            }
            read[0] = read[0] == null ? row.record().get() : read[0];
            return property.read().apply(read[0]);
        };
    }

    private record Keyed(EcoRow row, List<Object> keys) {

        Keyed(EcoRow row, List<Function<Function<EcoProperty, Object>, Object>> makers, Function<EcoProperty, Object> values) {
            this(row, new ArrayList<>());
            makers.forEach(maker -> keys.add(maker.apply(values)));
        }

        @SuppressWarnings("unchecked")
        Comparable<Object> key(int place) {
            return (Comparable<Object>) keys.get(place);
        }
    }
}
