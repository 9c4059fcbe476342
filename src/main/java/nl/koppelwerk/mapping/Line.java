package nl.koppelwerk.mapping;

import java.util.List;
import nl.koppelwerk.relation.Field;

/**
 * One line of a field table, for the documentation and the API.
 *
 * @param member   where it stands in the record: {@code Person/FirstName}
 * @param codec    how it is written there: {@code text up to 255}
 * @param readOnly it is read, and never written
 */
public record Line(Field<?> field, String member, String codec, boolean readOnly) {

    /** It is the line of that member, alone or with others. */
    public boolean isAt(String path) { return List.of(member.split(", ")).contains(path); }
}
