package nl.koppelwerk.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import nl.koppelwerk.relation.Field;

/** The lines of a table at one place of the record; builders speak the same words at every depth. */
public abstract class FieldLines<B extends FieldLines<B>> {

    final List<Member<?>> members = new ArrayList<>();
    final List<Resource> resources = new ArrayList<>();
    Resource resource;
    Resource referenceAt;
    String referenceMember = "";

    FieldLines(Resource resource) { this.resource = resource; }

    abstract B self();

    /** The member that holds the id by which this wire record is addressed. */
    public B id(String member) {
        resource = new Resource(resource.name(), resource.path(), member);
        return self();
    }

    /** The member that keeps our own reference for us. */
    public B reference(String member) {
        referenceAt = resource;
        referenceMember = member;
        return self();
    }

    /** The same, in a record inside this one that is not written on its own: {@code externalRefs[system=ECONOMIC]}. */
    public B reference(String path, String member) {
        referenceAt = resource.inside(path, "");
        referenceMember = member;
        return self();
    }

    /** A member whose text is the field's canonical text; one that lies deeper in the record is named with slashes between. */
    public <T> B field(Field<T> field, String member) { return field(field, member, Codecs.typed("text", field.type())); }

    public <T> B field(Field<T> field, String member, Codec<T> codec) {
        return add(List.of(field), member, codec, Choice.firstPresent(), false);
    }

    /** A member that is read and never written. */
    public <T> B readOnly(Field<T> field, String member, Codec<T> codec) {
        return add(List.of(field), member, codec, Choice.firstPresent(), true);
    }

    /** One member that feeds several fields; give a write all of them, the choice says which is sent. */
    public <T> B fields(List<Field<T>> fields, String member, Codec<T> codec, Choice<T> choice) {
        return add(fields, member, codec, choice, false);
    }

    /** This wire record as a whole is the value. */
    public <T> B whole(Field<T> field, Codec<T> codec) { return add(List.of(field), "", codec, Choice.firstPresent(), false); }

    /** A wire record inside this one that has an id of its own and is written on its own. */
    public B within(String path, UnaryOperator<Within> lines) {
        var within = lines.apply(new Within(resource.inside(path, "")));
        resources.add(within.resource);
        resources.addAll(within.resources);
        members.addAll(within.members);
        if (within.referenceAt != null) {
            referenceAt = within.referenceAt;
            referenceMember = within.referenceMember;
        }
        return self();
    }

    private <T> B add(List<Field<T>> fields, String member, Codec<T> codec, Choice<T> choice, boolean readOnly) {
        members.add(new Member<>(List.copyOf(fields), resource, member, codec, choice, readOnly));
        return self();
    }

    /** The lines of a wire record inside another. */
    public static final class Within extends FieldLines<Within> {

        Within(Resource resource) { super(resource); }

        @Override Within self() { return this; }
    }
}
