package nl.koppelwerk.sandbox.tribe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds records by a condition in an order, by the indexes where the condition allows it, so that 50,000 records cost no more than 2,000. */
final class TribeSearch {

    private final TribeRecords records;

    TribeSearch(TribeRecords records) {
        this.records = records;
    }

    /** A record with its type. */
    record Hit(EntityType type, ObjectNode record) {
    }

    /** All hits in the order asked for; lazily where the order allows it. */
    Stream<Hit> find(List<TribeTable> tables, TribeOptions options) {
        if (tables.size() == 1 && walkable(options.order()) && lookup(options.filter(), tables.get(0)).isEmpty()) {
            return hits(tables.get(0), walk(tables.get(0), options), options.filter());
        }
        var hits = tables.stream().flatMap(table -> hits(table, lookup(options.filter(), table).orElseGet(() -> List.copyOf(table.ids())).stream(), options.filter()));
        return options.order().isEmpty() ? hits : hits.sorted(comparator(options.order()));
    }

    /** The value of a path, over a reference if need be. */
    JsonNode value(EntityType type, ObjectNode record, String path) {
        if (path.equals("_Type")) {
            return record.textNode(type.type());
        }
        var cut = path.indexOf('/');
        if (cut < 0) {
            return record.get(path.equals("_Name") ? "Name" : path);
        }
        var reference = record.path(path.substring(0, cut)).path("ID");
        var rest = path.substring(cut + 1);
        return rest.equals("ID") || reference.isMissingNode() ? reference.isMissingNode() ? null : reference
                : records.holder(reference.textValue()).map(table -> value(table.type(), table.find(reference.textValue()).orElseThrow(), rest)).orElse(null);
    }

    private Stream<Hit> hits(TribeTable table, Stream<String> ids, ODataFilter filter) {
        return ids.map(id -> new Hit(table.type(), table.find(id).orElseThrow())).filter(hit -> filter.test(valueOf(hit)));
    }

    private Function<String, JsonNode> valueOf(Hit hit) {
        return path -> value(hit.type(), hit.record(), path);
    }

    private static boolean walkable(List<TribeOptions.Order> order) {
        var first = order.isEmpty() ? "" : order.get(0).path();
        var second = order.size() < 2 || first.equals("LastMutationDate") && order.get(1).equals(new TribeOptions.Order("ID", order.get(0).descending()));
        return order.size() < 3 && second && (first.equals("LastMutationDate") || first.equals("ID"));
    }

    private static Stream<String> walk(TribeTable table, TribeOptions options) {
        var order = options.order().get(0);
        return table.ordered(order.path(), lowerBound(options.filter(), order.path()), order.descending());
    }

    /** The smallest value that a hit can have at a path; null when the condition does not say. */
    private static String lowerBound(ODataFilter filter, String path) {
        if (filter instanceof ODataFilter.And and) {
            var left = lowerBound(and.left(), path);
            return left != null ? left : lowerBound(and.right(), path);
        }
        if (filter instanceof ODataFilter.Or or) {
            var left = lowerBound(or.left(), path);
            var right = lowerBound(or.right(), path);
            return left == null || right == null ? null : left.compareTo(right) < 0 ? left : right;
        }
        return filter instanceof ODataFilter.Comparison one && one.path().equals(path) && one.literal() != null
                && List.of("eq", "gt", "ge").contains(one.operator()) ? bound(one) : null;
    }

    private static String bound(ODataFilter.Comparison one) {
        return one.literal().contains("T") ? ODataFilter.Comparison.moment(one.literal()).truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString() : one.literal();
    }

    /** The ids that an equality on an indexed path leaves; empty when the condition has none. */
    private static Optional<Collection<String>> lookup(ODataFilter filter, TribeTable table) {
        if (filter instanceof ODataFilter.And and) {
            var left = lookup(and.left(), table);
            return left.isPresent() && left.get().size() < 100 ? left : smaller(left, lookup(and.right(), table));
        }
        if (filter instanceof ODataFilter.Or or) {
            return lookup(or.left(), table).flatMap(left -> lookup(or.right(), table).map(right -> Stream.concat(left.stream(), right.stream()).distinct().toList()));
        }
        if (filter instanceof ODataFilter.Comparison one && one.operator().equals("eq") && one.literal() != null) {
            return one.path().equals("ID") ? Optional.of(table.has(one.literal()) ? List.of(one.literal()) : List.of())
                    : TribeTable.INDEXED.contains(one.path()) ? Optional.of(List.copyOf(table.referring(one.path(), one.literal()))) : Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<Collection<String>> smaller(Optional<Collection<String>> left, Optional<Collection<String>> right) {
        return left.isEmpty() ? right : right.isEmpty() || left.get().size() <= right.get().size() ? left : right;
    }

    private Comparator<Hit> comparator(List<TribeOptions.Order> orders) {
        return orders.stream().map(order -> {
            Comparator<Hit> one = Comparator.comparing(hit -> text(valueOf(hit).apply(order.path())));
            return order.descending() ? one.reversed() : one;
        }).reduce(Comparator::thenComparing).orElseThrow();
    }

    /** Numbers are padded, so that they order as numbers. */
    private static String text(JsonNode node) {
        return node == null || node.isNull() ? "" : node.isNumber() ? String.format("%020.4f", node.doubleValue()) : node.asText();
    }
}
