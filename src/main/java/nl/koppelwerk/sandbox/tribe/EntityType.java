package nl.koppelwerk.sandbox.tribe;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** One entity set of Tribe: its fields with their kinds and its navigations with the sets they lead to. */
record EntityType(String set, Map<String, Kind> fields, Map<String, String> navigations, Set<String> required, boolean writable) {

    private static final Set<String> READ_ONLY = Set.of("CreationDate", "LastMutationDate", "SortName", "BirthDay");

    enum Kind { TEXT, NUMBER, BOOL, DATE, MOMENT }

    /** "Name, FirstName:DATE" becomes fields, "Relation>Relation_Organization*" a required navigation. */
    static EntityType of(String set, String fields, String navigations, boolean writable) {
        var kinds = new LinkedHashMap<String, Kind>();
        for (var field : words(fields)) {
            var cut = field.indexOf(':');
            kinds.put(cut < 0 ? field.replace("*", "") : field.substring(0, cut), cut < 0 ? Kind.TEXT : Kind.valueOf(field.substring(cut + 1)));
        }
        var targets = new LinkedHashMap<String, String>();
        for (var navigation : words(navigations)) {
            targets.put(navigation.substring(0, navigation.indexOf('>')), navigation.substring(navigation.indexOf('>') + 1).replace("*", ""));
        }
        return new EntityType(set, kinds, targets, required(fields, navigations), writable);
    }

    /** The dotted name that {@code _Type} and webhooks use. */
    String type() {
        return set.replace('_', '.');
    }

    /** Whether only Tribe itself sets the field; the name of a person is made from its parts. */
    boolean readOnly(String field) {
        return READ_ONLY.contains(field) || field.equals("Name") && set.equals(TribeSchema.PERSON);
    }

    /** Whether a query may name it: a field, a navigation, or what every record has. */
    boolean knows(String name) {
        return fields.containsKey(name) || navigations.containsKey(name) || Set.of("ID", "_Type", "_Name").contains(name);
    }

    boolean relationship() {
        return set.startsWith("Relationship");
    }

    boolean stamped() {
        return fields.containsKey("LastMutationDate");
    }

    private static Set<String> required(String fields, String navigations) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(words(fields)), java.util.Arrays.stream(words(navigations)))
                .filter(word -> word.endsWith("*")).map(word -> word.replaceAll("[>*].*", "")).collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    private static String[] words(String text) {
        return text.isBlank() ? new String[0] : text.trim().split("[,\\s]+");
    }
}
