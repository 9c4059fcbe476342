package nl.koppelwerk.ledger.postgres;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.function.Function;
import nl.koppelwerk.link.Side;

/** One column of many rows, sent as one array so that a statement takes them all at once. */
record Column(String type, Object[] values) {

    static <T> Column texts(Collection<T> rows, Function<T, String> of) { return of("text", rows, of); }

    static <T> Column numbers(Collection<T> rows, Function<T, Long> of) { return of("bigint", rows, of); }

    static <T> Column sides(Collection<T> rows, Function<T, Side> of) { return of("smallint", rows, row -> (short) of.apply(row).ordinal()); }

    static <T> Column flags(Collection<T> rows, Function<T, Boolean> of) { return of("boolean", rows, of); }

    static <T> Column moments(Collection<T> rows, Function<T, Instant> of) {
        return of("timestamptz", rows, row -> {
            var at = of.apply(row);
            return at == null ? null : at.atOffset(ZoneOffset.UTC);
        });
    }

    static <T> Column bytes(Collection<T> rows, Function<T, byte[]> of) {
        return new Column("bytea", rows.stream().map(of).toArray(byte[][]::new));
    }

    static <T> Column of(String type, Collection<T> rows, Function<T, ?> of) { return new Column(type, rows.stream().map(of).toArray()); }
}
