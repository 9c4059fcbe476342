package nl.koppelwerk.sandbox.economic;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.koppelwerk.sandbox.SwitchPanel;

/** Fills the merge fields of a webhook's template. */
final class EcoMerge {

    static final String OLD = "OLDNUMBER";
    static final String NEW = "NEWNUMBER";

    private static final Pattern FIELD = Pattern.compile("\\[([A-Za-z]+)]");

    private final SwitchPanel switches;

    EcoMerge(SwitchPanel switches) {
        this.switches = switches;
    }

    /** What stands for a number that there is none of: on a create the old one, on a deletion the new one. */
    String absent(String field, int other) {
        return switch (switches.get(field.equals(OLD) ? "hook-old-on-create" : "hook-new-on-delete")) {
            case "repeated" -> String.valueOf(other);
            case "zero" -> "0";
            case "placeholder-left" -> "[" + field + "]";
            default -> "";
        };
    }

    String text(String template, Map<String, String> numbers) {
        return filled(template, numbers, UnaryOperator.identity());
    }

    /** In an address a bracket that is left has to be escaped. */
    String url(String template, Map<String, String> numbers) {
        return filled(template, numbers, left -> left.replace("[", "%5B").replace("]", "%5D"));
    }

    private String filled(String template, Map<String, String> numbers, UnaryOperator<String> escaped) {
        return FIELD.matcher(template).replaceAll(met -> Matcher.quoteReplacement(escaped.apply(value(met.group(), met.group(1), numbers))));
    }

    private String value(String whole, String name, Map<String, String> numbers) {
        var known = numbers.get(switches.is("hook-placeholder-case", "ignored") ? name.toUpperCase() : name);
        return known != null ? known : switches.is("hook-unknown-placeholder", "emptied") ? "" : whole;
    }
}
