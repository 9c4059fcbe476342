package nl.koppelwerk.sheet;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;

/**
 * A column of SnelStart's with its limit.
 *
 * @param field the canonical field that stands in it
 * @param given what would stand there if it fitted
 * @param limit the most characters that SnelStart takes
 */
record SnelStartColumn(String name, int width, Column.Form form, Field<?> field, Function<SnelStartRow, String> given, int limit) {

    static final String SYSTEM = "SnelStart";

    static SnelStartColumn of(String name, int width, Field<?> field, int limit) {
        return new SnelStartColumn(name, width, Column.Form.TEXT, field, row -> valid(row, field), limit);
    }

    static SnelStartColumn of(String name, int width, Field<Address> field, int limit, Function<Address, String> part) {
        return new SnelStartColumn(name, width, Column.Form.TEXT, field, row -> address(row, field).map(part).orElse(""), limit);
    }

    SnelStartColumn as(Column.Form newForm) { return new SnelStartColumn(name, width, newForm, field, given, limit); }

    Optional<Reason> reason(SnelStartRow row) {
        if (given.apply(row).length() <= limit) return Optional.empty();
        return Optional.of(new Reason(ReasonCode.TOO_LONG, field.name(), Map.of("limit", Integer.toString(limit), "system", SYSTEM)));
    }

    /** Text that does not fit is left out, never cut. */
    Column<SnelStartRow> column(BiPredicate<SnelStartRow, Field<?>> fits) {
        return Column.<SnelStartRow>text(name, width, row -> fits.test(row, field) ? given.apply(row) : "").as(form);
    }

    static String valid(SnelStartRow row, Field<?> field) { return row.relation().values().get(field) instanceof Value.Present<?> present ? present.text() : ""; }

    static Optional<Address> address(SnelStartRow row, Field<Address> field) {
        return row.relation().values().get(field) instanceof Value.Present<Address> present ? Optional.of(present.value()) : Optional.empty();
    }
}
