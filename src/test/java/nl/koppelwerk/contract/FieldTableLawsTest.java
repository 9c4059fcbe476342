package nl.koppelwerk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.koppelwerk.contract.AnyValues.Case;
import nl.koppelwerk.contract.FieldTables.Sample;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/** The laws of the house for every field table, over generated values. */
class FieldTableLawsTest {

    @Property
    void reading_what_was_written_gives_it_back_in_the_form_of_the_system(@ForAll("cases") Case given) {
        var table = given.of().table();
        var store = new WireStore(given.of().sample());
        var before = table.read(store.shown()).values();

        store.take(table.update(given.values(), before, WireStore.LISTS));

        var after = table.read(store.shown()).values();
        for (var group : table.groups()) for (var field : group)
            assertThat((Value<?>) after.get(field)).as("%s.%s", table.name(), field).isEqualTo(expected(given, group, before));
    }

    @Property
    void a_second_pass_changes_nothing(@ForAll("cases") Case given) {
        var table = given.of().table();
        var store = new WireStore(given.of().sample());
        store.take(table.update(given.values(), WireStore.LISTS));
        var once = store.shown();

        store.take(table.update(given.values(), WireStore.LISTS));

        assertThat(store.shown()).isEqualTo(once);
    }

    @Property
    void the_form_of_a_form_is_the_form(@ForAll("cases") Case given) {
        for (var field : given.of().table().fields()) {
            var form = given.of().table().form(field, given.values().get(field));

            assertThat((Object) given.of().table().form(field, form)).isEqualTo(form);
        }
    }

    @Property(tries = 30)
    void writing_what_was_read_changes_nothing(@ForAll("samples") Sample sample) {
        var store = new WireStore(sample.sample());
        var read = sample.table().read(store.shown());

        store.take(sample.table().update(read.values(), WireStore.LISTS));

        assertThat(sample.table().read(store.shown())).isEqualTo(read);
    }

    @Property
    void members_that_the_table_does_not_name_survive_a_write(@ForAll("cases") Case given) {
        var store = new WireStore(given.of().sample());
        var before = strangers(store.shown(), given.of(), "", new TreeMap<>());

        store.take(given.of().table().update(given.values(), WireStore.LISTS));

        assertThat(strangers(store.shown(), given.of(), "", new TreeMap<>())).isEqualTo(before).isNotEmpty();
    }

    /** A value that is not written leaves what stood there. */
    private static Value<?> expected(Case given, List<Field<?>> group, Values before) {
        var table = given.of().table();
        var asked = group.stream().map(field -> (Value<?>) given.values().get(field)).filter(value -> !value.isAbsent()).toList();
        var present = asked.stream().filter(value -> value.isFilled() && value.isValid()).findFirst();
        boolean emptied = !asked.isEmpty() && asked.stream().allMatch(Value::isEmpty);
        var form = present.isPresent() ? table.form(group.get(0), present.get()) : emptied ? table.form(group.get(0), Value.empty()) : Value.absent();
        return form.isAbsent() ? before.get(group.get(0)) : form;
    }

    private static TreeMap<String, JsonNode> strangers(JsonNode node, Sample sample, String path, TreeMap<String, JsonNode> found) {
        int place = 0;
        for (var child : node) if (node.isArray()) strangers(child, sample, path + "/" + place++, found);
        node.properties().forEach(member -> {
            if (sample.strangers().contains(member.getKey())) found.put(path + "/" + member.getKey(), member.getValue());
            else if (!member.getKey().matches("Country|Role|Gender|land")) strangers(member.getValue(), sample, path + "/" + member.getKey(), found);
        });
        return found;
    }

    @Provide
    Arbitrary<Sample> samples() { return Arbitraries.of(FieldTables.ALL); }

    @Provide
    Arbitrary<Case> cases() { return AnyValues.cases(); }
}
