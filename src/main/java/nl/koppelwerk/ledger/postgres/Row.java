package nl.koppelwerk.ledger.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import nl.koppelwerk.ledger.Lane;
import nl.koppelwerk.link.Side;

/** The current row of an answer, column by name. */
record Row(ResultSet result) {

    /** What is made of one row. */
    interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    String text(String column) throws SQLException { return result.getString(column); }

    long number(String column) throws SQLException { return result.getLong(column); }

    String id(String column) throws SQLException { return Long.toString(result.getLong(column)); }

    int count(String column) throws SQLException { return result.getInt(column); }

    Integer countOrNull(String column) throws SQLException { return (Integer) result.getObject(column); }

    boolean flag(String column) throws SQLException { return result.getBoolean(column); }

    byte[] bytes(String column) throws SQLException { return result.getBytes(column); }

    Side side(String column) throws SQLException { return Side.values()[result.getInt(column)]; }

    Lane lane(String column) throws SQLException { return Lane.values()[result.getInt(column)]; }

    Instant moment(String column) throws SQLException {
        var at = result.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** Of a column in milliseconds. */
    Duration millis(String column) throws SQLException { return Duration.ofMillis(result.getLong(column)); }

    List<String> texts(String column) throws SQLException { return List.of((String[]) result.getArray(column).getArray()); }

    /** Empty where the column is null, as an aggregate of no rows is. */
    @SuppressWarnings("unchecked")
    <T> List<T> list(String column) throws SQLException {
        var array = result.getArray(column);
        return array == null ? List.of() : (List<T>) Arrays.asList((Object[]) array.getArray());
    }
}
