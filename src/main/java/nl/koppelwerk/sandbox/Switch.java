package nl.koppelwerk.sandbox;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** One open question about a vendor: its values, of which the first is what the sandbox assumes. */
public record Switch(String name, String standard, List<String> values, Predicate<String> accepts) {

    public static Switch of(String name, String standard, String... others) {
        var values = new java.util.ArrayList<>(List.of(standard));
        values.addAll(List.of(others));
        return new Switch(name, standard, List.copyOf(values), values::contains);
    }

    /** A switch whose values are a form, said in words. */
    public static Switch form(String name, String standard, String words, String pattern) {
        return new Switch(name, standard, List.of(words), Pattern.compile(pattern).asMatchPredicate());
    }

    /** The switches that every stand-in has: its faults, its latency, its quota. */
    static List<Switch> common() {
        return List.of(
                form("fault.rate", "0", "0 ... 1", "0(\\.\\d+)?|1(\\.0+)?"),
                of("fault.kind", "503", "500", "502", "504", "429", "reset", "slow", "cut-off-body", "html-instead-of-json"),
                of("fault.after-write", "false", "true"),
                form("latency-ms", "0", "whole milliseconds", "\\d{1,6}"),
                of("webhook.duplicate", "false", "true"),
                of("webhook.reorder", "false", "true"),
                form("webhook.drop-rate", "0", "0 ... 1", "0(\\.\\d+)?|1(\\.0+)?"),
                form("webhook.duplicate-rate", "0", "0 ... 1", "0(\\.\\d+)?|1(\\.0+)?"),
                form("webhook.late-rate", "0", "0 ... 1", "0(\\.\\d+)?|1(\\.0+)?"),
                of("unknown-fields", "true", "false"),
                of("cut-page", "false", "true"),
                of("reformat", "false", "true"),
                form("clock-skew-s", "0", "seconds, with or without a minus", "-?\\d{1,9}"),
                form("quota", "contract", "contract, none, <n>/min, <n>/hour, <n>/at-once",
                        "contract|none|[1-9]\\d*/(min|hour|at-once)"));
    }
}
