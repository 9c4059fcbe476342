package nl.koppelwerk.sheet;

import java.util.function.Function;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.ValueType;

/** A column that holds one field of a relation. */
record FieldColumn<T>(Column<SheetRelation> column, Field<T> field, Function<Cell, Value<T>> read) {

    static <T> FieldColumn<T> of(String name, int width, Field<T> field, ValueType<T> type, String... synonyms) {
        return new FieldColumn<>(Column.text(name, width, of -> of.relation().values().get(field).text(), synonyms), field, cell -> type.parse(cell.text()));
    }

    static <T> FieldColumn<T> of(String name, int width, Field<T> field, String... synonyms) { return of(name, width, field, field.type(), synonyms); }

    FieldColumn<T> read(Column.Form form, Function<Cell, Value<T>> newRead) { return new FieldColumn<>(column.as(form), field, newRead); }
}
