package nl.koppelwerk.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the columns of a layout in the header of a sheet, by any of their names in any spelling. */
final class Headers {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\uFEFF]+");

    private Headers() { }

    /** Without blanks and byte order marks around it, and with single blanks inside. */
    static String tidy(String name) { return BLANKS.matcher(name).replaceAll(" ").strip(); }

    /** E-mail, e_mail and EMAIL are one. */
    private static String key(String name) { return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", ""); }

    /**
     * The place of each column that the sheet has, by the column's own name.
     *
     * @throws SheetRefused with every column that is unknown, double or missing
     */
    static Map<String, Integer> places(Sheet sheet, Layout<?> layout, Set<String> required) { return places(sheet, layout, required, Map.of()); }

    /**
     * @param told names of the sheet itself with the columns that they are; with any of them a column that nobody knows is left aside
     * @throws SheetRefused with every column that is unknown, double or missing
     */
    static Map<String, Integer> places(Sheet sheet, Layout<?> layout, Set<String> required, Map<String, String> told) {
        var known = known(layout, sheet, told);
        var places = new HashMap<String, Integer>();
        var problems = new ArrayList<RowProblem>();
        for (int i = 0; i < sheet.header().size(); i++) {
            var name = sheet.header().get(i);
            if (name.isEmpty()) continue;
            var column = known.get(key(name));
            if (column == null && told.isEmpty()) problems.add(unknown(sheet, name, layout));
            else if (column == null) continue;
            else if (places.containsKey(column)) problems.add(twice(sheet, name, sheet.header().get(places.get(column))));
            else places.put(column, i);
        }
        layout.columns().stream().filter(column -> required.contains(column.name()) && !places.containsKey(column.name()))
            .forEach(column -> problems.add(missing(sheet, column)));
        if (!problems.isEmpty()) throw new SheetRefused(problems);
        return places;
    }

    /** What was told of a column that the sheet has counts before any name that we know. */
    private static Map<String, String> known(Layout<?> layout, Sheet sheet, Map<String, String> told) {
        var known = known(layout);
        var header = sheet.header().stream().map(Headers::key).toList();
        var ofSheet = new HashMap<String, String>();
        told.forEach((name, column) -> { if (header.contains(key(name))) ofSheet.put(key(name), column); });
        known.values().removeAll(ofSheet.values());
        known.putAll(ofSheet);
        return known;
    }

    private static Map<String, String> known(Layout<?> layout) {
        var known = new HashMap<String, String>();
        for (var column : layout.columns()) {
            Stream.concat(Stream.of(column.name()), column.synonyms().stream()).forEach(name -> {
                if (known.put(key(name), column.name()) != null) throw new IllegalStateException("two columns named " + name);
            });
        }
        return known;
    }

    private static RowProblem unknown(Sheet sheet, String name, Layout<?> layout) {
        var names = layout.columns().stream().map(Column::name).collect(Collectors.joining(", "));
        return new RowProblem(sheet.headerLine(), name, name, "There is no column " + name + " here.", "Leave it out, or name it as one of: " + names + ".");
    }

    private static RowProblem twice(Sheet sheet, String name, String first) {
        return new RowProblem(sheet.headerLine(), name, name, "The columns " + first + " and " + name + " are the same one.", "Leave one of them out.");
    }

    private static RowProblem missing(Sheet sheet, Column<?> column) {
        return new RowProblem(sheet.headerLine(), column.name(), "", "The column " + column.name() + " is missing.",
            "Add it; it may also be named: " + String.join(", ", column.synonyms()) + ".");
    }
}
