package nl.koppelwerk.link;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Status;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.relation.YesNo;

/** What follows from CL-01 to CL-28 for one office. */
final class EconomicClickmateRules implements Rules {

    /** The customer number: the id in e-conomic, and what Clickmate keeps of it. */
    private static final String NUMBER = "economic-number";
    private static final String HOME = "DK";
    /** By which a customer is recognised, the strongest first; never by name. */
    private static final Map<String, Field<?>> KEYS = new java.util.LinkedHashMap<>();

    static {
        KEYS.put("cvr", Fields.CVR_NUMMER);
        KEYS.put("ean", Fields.EAN_NUMMER);
        KEYS.put("email", Fields.EMAIL);
    }

    private static final Map<Field<?>, String> AT_BIRTH = Map.of(Fields.CUSTOMER_GROUP, EconomicClickmate.GROUPS, Fields.PAYMENT_TERMS, EconomicClickmate.TERMS,
        Fields.VAT_ZONE, EconomicClickmate.ZONES, Fields.CURRENCY, EconomicClickmate.CURRENCIES);
    private static final FieldRule FOLLOWS_SOURCE = new FieldRule(FieldRule.Direction.TO_TARGET, FieldRule.Policy.SOURCE_WINS, FieldRule.Emptying.IGNORE,
        FieldRule.Emptying.IGNORE, true);
    private static final FieldRule NOT_RECEIVED = new FieldRule(FieldRule.Direction.TO_SOURCE, FieldRule.Policy.ASK, FieldRule.Emptying.COPY,
        FieldRule.Emptying.COPY, false);

    private final JsonNode settings;
    private final Dialect source;
    private final Dialect target;

    EconomicClickmateRules(JsonNode settings, Dialect source, Dialect target) {
        this.settings = settings;
        this.source = source;
        this.target = target;
    }

    @Override public Dialect dialect(Side side) { return side == Side.SOURCE ? source : target; }

    /** A customer of Clickmate has, besides what it shows, what the settings give a new customer of e-conomic. */
    @Override public Relation view(Side side, String facet, Relation seen) {
        var contacts = seen.parts().stream().filter(part -> part.kind() == PartKind.CONTACT).toList();
        return seen.with(side == Side.TARGET ? withSettings(seen.values()) : seen.values()).withParts(contacts);
    }

    private Values withSettings(Values values) {
        var country = values.get(Fields.VISIT_ADDRESS) instanceof Value.Present<Address> present ? present.value().country() : "";
        var with = values;
        for (var setting : AT_BIRTH.entrySet()) {
            var given = new ByCountry(settings.path(setting.getValue())).of(country, HOME);
            if (given.isPresent()) with = with.with(setting.getKey(), setting.getKey().type().parse(given.get()));
        }
        return with;
    }

    @Override public List<Reason> outOfScope(Side side, Relation seen) {
        return isOn(EconomicClickmate.ON) ? List.of() : List.of(new Reason(ReasonCode.LINK_SWITCHED_OFF));
    }

    private boolean isOn(String setting) { return settings.path(setting).asBoolean(true); }

    @Override public List<Reason> notBorn(Side side, Relation seen) {
        boolean isKept = side == Side.SOURCE && !isOn(EconomicClickmate.RECEIVE);
        return isKept ? List.of(new Reason(ReasonCode.NOT_RECEIVED, "", Map.of("system", source.label()))) : List.of();
    }

    /** Nothing is marked in either system: what is deleted in e-conomic is gone. */
    @Override public List<Reason> noLongerWritten(Side side, Relation seen) { return List.of(); }

    @Override public List<Reason> waitsForHand(Side side, Relation seen, boolean paired) {
        if (side == Side.SOURCE) return List.of();
        var reasons = new ArrayList<Reason>();
        if (YesNo.NO.equals(present(seen, Fields.AUTO_SYNC))) reasons.add(new Reason(ReasonCode.NOT_AUTOMATIC, "", Map.of("system", target.label())));
        if (!paired && waitsForActivation() && !Status.ACTIVE.equals(present(seen, Fields.STATUS)))
            reasons.add(new Reason(ReasonCode.NOT_ACTIVE_YET, "", Map.of("system", target.label())));
        return reasons;
    }

    private boolean waitsForActivation() { return settings.path(EconomicClickmate.MOMENT).asText(EconomicClickmate.ON_ACTIVATION).equals(EconomicClickmate.ON_ACTIVATION); }

    private static <T> T present(Relation seen, Field<T> field) {
        return seen.values().get(field) instanceof Value.Present<T> value ? value.value() : null;
    }

    @Override public boolean bears(Side side, PartKind part) { return part == PartKind.ROOT || part == PartKind.CONTACT; }

    @Override public FieldRule rule(PartKind part, Field<?> field) {
        if (field.equals(Fields.STATUS) || field.equals(Fields.AUTO_SYNC)) return FieldRule.NONE;
        if (AT_BIRTH.containsKey(field)) return FieldRule.AT_BIRTH;
        if (field.equals(Fields.NUMBER)) return FOLLOWS_SOURCE;
        return isOn(EconomicClickmate.RECEIVE) ? FieldRule.BOTH_WAYS : NOT_RECEIVED;
    }

    @Override public List<MatchKey> identity(Side side, String root, Relation seen) {
        var number = side == Side.SOURCE ? root : seen.reference();
        var keys = KEYS.entrySet().stream().filter(key -> seen.values().get(key.getValue()) instanceof Value.Present<?>)
            .map(key -> new MatchKey(key.getKey(), seen.values().get(key.getValue()).text().toLowerCase(java.util.Locale.ROOT)));
        return Stream.concat(number.isEmpty() ? Stream.of() : Stream.of(new MatchKey(NUMBER, number)), keys).toList();
    }

    @Override public boolean isReference(String kind) { return kind.equals(NUMBER); }

    /** By the e-mail address where both have one, else by the name. */
    @Override public boolean isSamePart(PartKind kind, Values atSource, Values atTarget) {
        var field = Stream.of(atSource, atTarget).allMatch(values -> values.get(Fields.BUSINESS_EMAIL).isFilled()) ? Fields.BUSINESS_EMAIL : Fields.FULL_NAME;
        var one = atSource.get(field);
        return kind == PartKind.CONTACT && one.isFilled() && one.text().equalsIgnoreCase(atTarget.get(field).text());
    }

    @Override public Optional<String> ownReference(String sourceRoot) { return Optional.of(sourceRoot); }

    @Override public FirstMeeting firstMeeting() { return FirstMeeting.ASK; }

    /** e-conomic gives the number of a deleted customer to the next one. */
    @Override public boolean reusesIds(Side side) { return side == Side.SOURCE; }
}
