package nl.koppelwerk.sandbox.tribe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** What the query of an OData address asks for; reading a broken one throws IllegalArgumentException. */
record TribeOptions(ODataFilter filter, List<Order> order, OptionalInt top, int skip, boolean count, Expand shape) {

    private static final Set<String> KNOWN = Set.of("$filter", "$orderby", "$top", "$skip", "$count", "$select", "$expand", "$format");

    record Order(String path, boolean descending) {
    }

    static TribeOptions of(Map<String, String> query) {
        query.keySet().stream().filter(name -> name.startsWith("$") && !KNOWN.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("the option " + name + " is not supported");
        });
        var filter = query.containsKey("$filter") ? ODataFilterParser.parse(query.get("$filter")) : new ODataFilter.Always();
        var top = query.containsKey("$top") ? OptionalInt.of(number("$top", query.get("$top"))) : OptionalInt.empty();
        return new TribeOptions(filter, orders(query.getOrDefault("$orderby", "")), top, number("$skip", query.getOrDefault("$skip", "0")),
                query.getOrDefault("$count", "false").equals("true"), Expand.of(query.get("$select"), query.get("$expand")));
    }

    private static List<Order> orders(String text) {
        var orders = new ArrayList<Order>();
        for (var item : text.isBlank() ? new String[0] : text.split(",")) {
            var words = item.strip().split("\\s+");
            if (words.length > 2 || words.length == 2 && !Set.of("asc", "desc").contains(words[1])) {
                throw new IllegalArgumentException("cannot order by " + item);
            }
            orders.add(new Order(words[0], words.length == 2 && words[1].equals("desc")));
        }
        return orders;
    }

    private static int number(String option, String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(option + " is a whole number, not " + text);
        }
        return Integer.parseInt(text);
    }
}
