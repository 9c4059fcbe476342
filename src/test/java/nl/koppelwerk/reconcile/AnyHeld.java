package nl.koppelwerk.reconcile;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import nl.koppelwerk.link.FieldRule;
import nl.koppelwerk.link.FieldRule.Direction;
import nl.koppelwerk.link.FieldRule.Emptying;
import nl.koppelwerk.link.FieldRule.Policy;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

import static nl.koppelwerk.relation.Fields.EMAIL;
import static nl.koppelwerk.relation.Fields.PHONE;
import static nl.koppelwerk.relation.Fields.TRADE_NAME;
import static nl.koppelwerk.relation.Fields.VISIT_ADDRESS;
import static nl.koppelwerk.relation.Fields.WEBSITE;

/** What two systems may hold in a few fields that neither of them requires: few values, so that they meet, clash and differ by their spelling. */
final class AnyHeld {

    static final List<Field<?>> FIELDS = List.of(TRADE_NAME, EMAIL, PHONE, WEBSITE, VISIT_ADDRESS);

    private static final Map<Field<?>, List<String>> VALID = Map.of(
        TRADE_NAME, List.of("Sørensen", "SØRENSEN", "'s-Gravenhage", "Çelik & Zn.", "شركة", "IJsselstein Advies Groep"),
        EMAIL, List.of("info@bakker.example", "Info@bakker.example", "post@bakker.example"),
        PHONE, List.of("+31101234567", "+31612345678", "+4532123456"),
        WEBSITE, List.of("https://bakker.example", "www.bakker.example", "HTTPS://bakker.example"),
        VISIT_ADDRESS, List.of("street=Coolsingel\nhouseNumber=12", "street=coolsingel\nhouseNumber=12", "street=Kade\nhouseNumber=3\npostalCode=2514 EE"));
    private static final Map<Field<?>, String> INVALID = Map.of(TRADE_NAME, "a\u0000b", EMAIL, "apenstaart", PHONE, "bel mij", WEBSITE, "::",
        VISIT_ADDRESS, "street=Kade\ncountry=Nederland");

    private AnyHeld() {}

    static Arbitrary<Field<?>> field() { return Arbitraries.of(FIELDS); }

    static Arbitrary<Value<?>> valid(Field<?> field) { return Arbitraries.of(VALID.get(field)).map(field.type()::parse); }

    /** All valid values of a field, in any order. */
    static Arbitrary<List<Value<?>>> shuffled(Field<?> field) {
        return Arbitraries.shuffle(VALID.get(field)).map(texts -> texts.stream().<Value<?>>map(field.type()::parse).toList());
    }

    static Value<?> invalid(Field<?> field) { return field.type().parse(INVALID.get(field)); }

    /** Any of the three states, and now and then what the field's type refuses. */
    static Arbitrary<Value<?>> value(Field<?> field) {
        return Arbitraries.frequencyOf(Tuple.of(8, valid(field)), Tuple.of(2, Arbitraries.just(Value.empty())),
            Tuple.of(1, Arbitraries.just(Value.absent())), Tuple.of(1, Arbitraries.just(invalid(field))));
    }

    static Arbitrary<Values> values() {
        return Combinators.combine(FIELDS.stream().map(AnyHeld::value).toList()).as(values -> {
            var all = Values.NONE;
            for (int i = 0; i < values.size(); i++) all = all.with(FIELDS.get(i), values.get(i));
            return all;
        });
    }

    static Arbitrary<FieldRule> rule() {
        return Combinators.combine(Arbitraries.of(Direction.class), Arbitraries.of(Policy.class), Arbitraries.of(Emptying.class),
            Arbitraries.of(Emptying.class), Arbitraries.of(true, false)).as(FieldRule::new);
    }
}
