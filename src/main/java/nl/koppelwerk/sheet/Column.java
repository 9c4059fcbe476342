package nl.koppelwerk.sheet;

import java.util.List;
import java.util.function.Function;

/**
 * A column of a layout: what it is called, and what stands in it.
 *
 * @param synonyms other names by which it is known in a sheet that is read
 * @param width    in characters, where the format has widths
 */
public record Column<T>(String name, List<String> synonyms, int width, Form form, Function<T, String> text) {

    /** How the text of a column is written: a number that is none of these, such as a KvK number, is text. */
    public enum Form { TEXT, COUNT, AMOUNT }

    public Column {
        synonyms = List.copyOf(synonyms);
    }

    static <T> Column<T> text(String name, int width, Function<T, String> text, String... synonyms) {
        return new Column<>(name, List.of(synonyms), width, Form.TEXT, text);
    }

    Column<T> as(Form newForm) { return new Column<>(name, synonyms, width, newForm, text); }
}
