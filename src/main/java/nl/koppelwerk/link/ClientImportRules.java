package nl.koppelwerk.link;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Rijksregisternummer;
import nl.koppelwerk.relation.Status;
import nl.koppelwerk.relation.Value;

/** What follows from IM-01 to IM-93 for one office. */
final class ClientImportRules implements Rules {

    private static final Set<Field<?>> CHOSEN = Set.of(Fields.FIRST_NAMES, Fields.LAST_NAME, Fields.EMAIL, Fields.LANGUAGE, Fields.MOBILE, Fields.RESPONSIBLE,
        Fields.RIJKSREGISTERNUMMER, Fields.PARTNER_RIJKSREGISTERNUMMER, Fields.LABEL, Fields.PRIVATE_ADDRESS);
    private static final Set<Field<?>> AT_BIRTH = Set.of(Fields.QUESTIONNAIRE, Fields.INVITATION_STATUS);
    private static final FieldRule BY_CHOICE = new FieldRule(FieldRule.Direction.TO_TARGET, FieldRule.Policy.ASK, FieldRule.Emptying.IGNORE, FieldRule.Emptying.IGNORE, false);

    private final boolean needsNumber;
    private final String reference;
    private final ClientTypes types;
    private final ClientView view;
    private final Dialect source;
    private final Dialect target;

    ClientImportRules(JsonNode settings, Dialect source, Dialect target) {
        this.reference = source.system().equals("excel") ? "FILE" : source.system().toUpperCase(Locale.ROOT).replace('-', '_');
        this.needsNumber = settings.path(ClientImport.NEEDS_NUMBER).asBoolean(false);
        this.types = ClientTypes.of(settings);
        this.view = new ClientView(settings.path(ClientImport.LABEL).asText(""), settings.path(ClientImport.RESPONSIBLE).asText(""));
        this.source = new Supplied(source, view.supplied());
        this.target = target;
    }

    @Override public Dialect dialect(Side side) { return side == Side.SOURCE ? source : target; }

    @Override public Relation view(Side side, String facet, Relation seen) {
        var shown = side == Side.SOURCE ? view.of(seen) : seen;
        return shown.with(shown.values().only((field, value) -> CHOSEN.contains(field))).withParts(List.of());
    }

    @Override public List<Reason> outOfScope(Side side, Relation seen) {
        if (side == Side.TARGET) return List.of();
        if (seen.kind() != Kind.PERSON) return List.of(new Reason(ReasonCode.NOT_A_PERSON, "", Map.of("system", target.label())));
        // What its system calls otherwise (an own company, another relation) is kept as it was typed, and is no client either.
        var status = seen.values().get(Fields.STATUS);
        boolean isNone = status.isFilled() && !Status.ACTIVE.name().equals(status.text()) || !seen.marks().isEmpty();
        return isNone ? List.of(new Reason(ReasonCode.NO_LONGER_CLIENT, "", Map.of("system", source.label()))) : types.against(seen, source.label());
    }

    @Override public List<Reason> notBorn(Side side, Relation seen) {
        return side == Side.TARGET ? List.of(new Reason(ReasonCode.NEW_ONLY_AT_SOURCE, "", Map.of("system", source.label()))) : List.of();
    }

    /** Its partner, and whoever names it: one of a couple may be told of the other alone. */
    @Override public List<MatchKey> mayGoAlongWith(Side side, Relation seen) {
        if (side == Side.TARGET) return List.of();
        return Stream.concat(number(seen, Fields.PARTNER_RIJKSREGISTERNUMMER).map(partner -> new MatchKey(ClientKeys.NUMBER, partner.digits())).stream(),
            number(seen, Fields.RIJKSREGISTERNUMMER).map(own -> ClientKeys.named(own.digits())).stream()).toList();
    }

    /**
     * Where Accounton has neither of a couple, the elder of the two is made: by the digits both numbers agree on who that is. Where only one of them names the
     * other, that one is, for its dossier has both numbers; unless it has none itself.
     */
    @Override public boolean takesAlong(Relation one, Relation other) {
        if (names(one, other) && names(other, one)) return isElder(number(one, Fields.RIJKSREGISTERNUMMER).orElseThrow(), number(other, Fields.RIJKSREGISTERNUMMER).orElseThrow());
        boolean isSole = !other.values().get(Fields.RIJKSREGISTERNUMMER).isFilled() && names(other, one);
        boolean isNamer = names(one, other) && number(one, Fields.RIJKSREGISTERNUMMER).isPresent();
        return isSole || isNamer && number(other, Fields.PARTNER_RIJKSREGISTERNUMMER).isEmpty();
    }

    private static boolean names(Relation one, Relation other) {
        return number(one, Fields.PARTNER_RIJKSREGISTERNUMMER).filter(partner -> number(other, Fields.RIJKSREGISTERNUMMER).filter(partner::equals).isPresent()).isPresent();
    }

    private static boolean isElder(Rijksregisternummer one, Rijksregisternummer other) {
        int byYear = Integer.compare(one.birthYear(), other.birthYear());
        return byYear < 0 || byYear == 0 && one.digits().compareTo(other.digits()) < 0;
    }

    private static Optional<Rijksregisternummer> number(Relation seen, Field<Rijksregisternummer> field) {
        return seen.values().get(field) instanceof Value.Present<Rijksregisternummer> present ? Optional.of(present.value()) : Optional.empty();
    }

    @Override public List<Reason> noLongerWritten(Side side, Relation seen) { return List.of(); }

    @Override public List<Reason> waitsForHand(Side side, Relation seen, boolean paired) {
        return side == Side.SOURCE ? List.of(new Reason(ReasonCode.ONLY_BY_IMPORT)) : List.of();
    }

    @Override public boolean bears(Side side, PartKind part) { return side == Side.TARGET && part == PartKind.ROOT; }

    @Override public FieldRule rule(PartKind part, Field<?> field) {
        if (AT_BIRTH.contains(field)) return FieldRule.AT_BIRTH;
        return CHOSEN.contains(field) ? BY_CHOICE : FieldRule.NONE;
    }

    @Override public List<MatchKey> identity(Side side, String root, Relation seen) { return ClientKeys.of(side, view(side, Pair.FACET, seen).values()); }

    /** Who shares an e-mail address and a name and has another number is somebody else, or his number is wrong. */
    @Override public boolean asksWhereOther(String kind) { return kind.equals(ClientKeys.NUMBER); }

    /** Accounton keeps it among the references of a client, by system and id. */
    @Override public Optional<String> ownReference(String sourceRoot) { return Optional.of(reference + ":" + sourceRoot); }

    @Override public FirstMeeting firstMeeting() { return FirstMeeting.ASK; }

    /** "Ongeldige klanten" cannot be uploaded (IM-16). */
    @Override public boolean refusesInvalid() { return true; }

    @Override public List<Reason> remarks(Side side, Relation seen) {
        if (side == Side.TARGET) return List.of();
        var remarks = new ArrayList<Reason>();
        for (var field : List.<Field<?>>of(Fields.BIRTH_DATE, Fields.ONDERNEMINGSNUMMER, Fields.BTW_NUMMER))
            if (seen.values().get(field) instanceof Value.Invalid<?> invalid) remarks.add(new Reason(invalid.reason(), field.name(), Map.of("system", source.label())));
        if (needsNumber && !seen.values().get(Fields.RIJKSREGISTERNUMMER).isFilled())
            remarks.add(new Reason(ReasonCode.REQUIRED_MISSING, Fields.RIJKSREGISTERNUMMER.name(), Map.of("system", target.label())));
        return remarks;
    }
}
