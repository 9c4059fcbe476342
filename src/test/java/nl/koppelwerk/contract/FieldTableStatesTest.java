package nl.koppelwerk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.koppelwerk.contract.AnyValues.Case;
import nl.koppelwerk.contract.FieldTables.Sample;
import nl.koppelwerk.mapping.Line;
import nl.koppelwerk.mapping.Missing;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/** Absent, empty and present, and records that are new, for every field table. */
class FieldTableStatesTest {

    @Property
    void a_new_record_reads_back_in_the_form_of_the_system_with_our_reference(@ForAll("cases") Case given) {
        var table = given.of().table();
        var store = WireStore.born(table.create(given.values(), "AC-1", WireStore.LISTS), given.of().idMember(), resources(given.of()));

        var read = table.onRoadWhere(Missing.EMPTY).read(store.shown());

        assertThat(read.reference()).isEqualTo(table.referenceMember().isPresent() ? "AC-1" : "");
        for (var group : table.groups()) for (var field : group)
            assertThat(read.values().get(field).text()).as("%s.%s", table.name(), field).isEqualTo(born(given, group));
    }

    @Property(tries = 30)
    void a_member_has_three_states_on_each_road(@ForAll("samples") Sample sample) {
        var bare = sample.sample().deepCopy();
        ((ObjectNode) bare).retain(sample.idMember());

        for (var field : sample.table().fields()) {
            if (isId(sample, field)) continue;
            assertThat(sample.table().onRoadWhere(Missing.ABSENT).read(bare).values().get(field).isAbsent()).isTrue();
            assertThat(sample.table().onRoadWhere(Missing.EMPTY).read(bare).values().get(field).isEmpty()).isTrue();
            assertThat(sample.table().read(emptied(sample, field)).values().get(field).isEmpty()).as("%s", field).isTrue();
        }
    }

    private static JsonNode emptied(Sample sample, Field<?> field) {
        var store = new WireStore(sample.sample());
        var line = line(sample, field);
        var group = sample.table().groups().stream().filter(each -> each.contains(field)).findFirst().orElseThrow();
        var empty = Values.NONE;
        for (var each : group) empty = empty.with(each, Value.empty());
        store.take(sample.table().update(empty, WireStore.LISTS));
        var shown = (ObjectNode) store.shown();
        if (line.readOnly()) shown.putNull(line.member());
        return shown;
    }

    private static String born(Case given, List<Field<?>> group) {
        if (isId(given.of(), group.get(0))) return WireStore.NEW_ID;
        return group.stream().map(field -> (Value<?>) given.values().get(field)).filter(value -> value.isFilled() && value.isValid()).findFirst()
            .map(value -> given.of().table().form(group.get(0), value).text()).orElse("");
    }

    /** What a record is addressed by is given by the system, and never missing or empty. */
    private static boolean isId(Sample sample, Field<?> field) { return line(sample, field).member().equals(sample.idMember()); }

    private static Line line(Sample sample, Field<?> field) {
        return sample.table().lines().stream().filter(each -> each.field().equals(field)).findFirst().orElseThrow();
    }

    private static Set<String> resources(Sample sample) {
        return sample.table().fields().stream().map(sample.table()::resourceOf).collect(Collectors.toSet());
    }

    @Provide
    Arbitrary<Sample> samples() { return Arbitraries.of(FieldTables.ALL); }

    @Provide
    Arbitrary<Case> cases() { return AnyValues.cases(); }
}
