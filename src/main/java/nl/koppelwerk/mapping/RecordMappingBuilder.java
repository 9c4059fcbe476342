package nl.koppelwerk.mapping;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.koppelwerk.relation.Field;

/** The lines of a field table, as they are written down. */
public final class RecordMappingBuilder extends FieldLines<RecordMappingBuilder> {

    private final String name;
    private final Set<Field<?>> required = new LinkedHashSet<>();
    private String version = "";
    private String modified = "";
    private Moment moment = Codecs.instant();
    private Missing missing = Missing.ABSENT;
    private EmptyWrites emptyWrites = EmptyWrites.NULL;

    RecordMappingBuilder(String name) {
        super(new Resource("", List.of(), "id"));
        this.name = name;
    }

    @Override RecordMappingBuilder self() { return this; }

    /** The member that counts or names the versions of the record. */
    public RecordMappingBuilder version(String member) {
        version = member;
        return this;
    }

    /** The member that holds the moment of the last change. */
    public RecordMappingBuilder modified(String member, Moment how) {
        modified = member;
        moment = how;
        return this;
    }

    public RecordMappingBuilder missingMeans(Missing meaning) {
        missing = meaning;
        return this;
    }

    public RecordMappingBuilder emptyWrites(EmptyWrites style) {
        emptyWrites = style;
        return this;
    }

    /** A new record must have these. */
    public RecordMappingBuilder required(Field<?>... fields) {
        required.addAll(List.of(fields));
        return this;
    }

    public RecordMapping build() {
        var named = new HashSet<Field<?>>();
        for (var member : members) for (var field : member.fields())
            if (!named.add(field)) throw new IllegalStateException(name + " has two lines for " + field);
        return new RecordMapping(new TableLines(name, resource, List.copyOf(resources), List.copyOf(members), version, modified,
            moment, referenceAt == null ? resource : referenceAt, referenceMember, missing, emptyWrites, Set.copyOf(required)));
    }
}
