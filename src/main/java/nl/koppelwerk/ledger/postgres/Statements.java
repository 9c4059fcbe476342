package nl.koppelwerk.ledger.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.ledger.Lane;
import nl.koppelwerk.link.Side;
import org.postgresql.util.PGobject;

/** Prepared statements on one connection; values are bound by their Java type. */
record Statements(Connection connection) {

    <T> List<T> rows(String sql, Row.Reader<T> reader, Object... values) throws SQLException {
        try (var statement = prepared(sql, values); var result = statement.executeQuery()) {
            var rows = new ArrayList<T>();
            var row = new Row(result);
            while (result.next()) rows.add(reader.read(row));
            return rows;
        }
    }

    <T> Optional<T> row(String sql, Row.Reader<T> reader, Object... values) throws SQLException {
        return rows(sql, reader, values).stream().findFirst();
    }

    int change(String sql, Object... values) throws SQLException {
        try (var statement = prepared(sql, values)) {
            return statement.execute() ? 0 : statement.getUpdateCount();
        }
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) bind(statement, i + 1, values[i]);
        return statement;
    }

    private void bind(PreparedStatement statement, int at, Object value) throws SQLException {
        if (value == null) statement.setNull(at, Types.NULL);
        else if (value instanceof byte[] bytes) statement.setBytes(at, bytes);
        else if (value instanceof Column column) statement.setArray(at, connection.createArrayOf(column.type(), column.values()));
        else statement.setObject(at, wire(value));
    }

    private static Object wire(Object value) throws SQLException {
        if (value instanceof Side side) return (short) side.ordinal();
        if (value instanceof Lane lane) return (short) lane.ordinal();
        if (value instanceof Enum<?> other) return other.name();
        if (value instanceof Instant at) return at.atOffset(ZoneOffset.UTC);
        if (value instanceof Duration time) return object("interval", text(time));
        return value instanceof Json json ? object("jsonb", json.text()) : value;
    }

    /** A time as PostgreSQL reads it. */
    static String text(Duration time) { return time.toMillis() + " milliseconds"; }

    private static PGobject object(String type, String text) throws SQLException {
        var object = new PGobject();
        object.setType(type);
        object.setValue(text);
        return object;
    }
}
