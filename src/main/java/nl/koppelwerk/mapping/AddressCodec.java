package nl.koppelwerk.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Said;
import nl.koppelwerk.relation.Text;
import nl.koppelwerk.relation.Value;

/** An address as an object; parts that the system has no member for are not in its form. */
public final class AddressCodec implements Codec<Address> {

    private enum Slot { ATTENTION, ONE_TEXT, STREET, HOUSE_NUMBER, HUISNUMMERTOEVOEGING, BOX, POSTAL_CODE, CITY, COUNTRY }

    private record Member(Slot slot, String name, Codec<String> codec, boolean isNeeded) {

        /** As the canonical address calls it. */
        String called() {
            return switch (slot) {
                case ONE_TEXT -> "street";
                case HOUSE_NUMBER -> "houseNumber";
                case POSTAL_CODE -> "postalCode";
                default -> slot.name().toLowerCase(Locale.ROOT);
            };
        }
    }

    private static final Codec<String> TEXT = new TypedCodec<>("text", Text.TYPE);
    private static final Codec<String> ONE_TEXT = new TypedCodec<>("text", new Lines());
    private static final Codec<String> NUMBER =
        new TypedCodec<>("number", Text.TYPE, digits -> LongNode.valueOf(Long.parseLong(digits)));

    private final List<Member> members;

    private AddressCodec(List<Member> members) { this.members = members; }

    static AddressCodec empty() { return new AddressCodec(List.of()); }

    public AddressCodec attention(String member) { return with(Slot.ATTENTION, member, TEXT); }

    /** Street, house number and what follows it as they were typed: never taken apart. */
    public AddressCodec oneText(String member) { return with(Slot.ONE_TEXT, member, ONE_TEXT); }

    public AddressCodec street(String member) { return with(Slot.STREET, member, TEXT); }

    public AddressCodec houseNumber(String member) { return with(Slot.HOUSE_NUMBER, member, TEXT); }

    /** The leading digits of the house number as a JSON number. */
    public AddressCodec houseNumberAsNumber(String member) { return with(Slot.HOUSE_NUMBER, member, NUMBER); }

    public AddressCodec huisnummertoevoeging(String member) { return with(Slot.HUISNUMMERTOEVOEGING, member, TEXT); }

    public AddressCodec box(String member) { return with(Slot.BOX, member, TEXT); }

    public AddressCodec postalCode(String member) { return with(Slot.POSTAL_CODE, member, TEXT); }

    public AddressCodec city(String member) { return with(Slot.CITY, member, TEXT); }

    public AddressCodec country(String member) { return with(Slot.COUNTRY, member, TEXT); }

    public AddressCodec country(String member, Codec<String> codec) { return with(Slot.COUNTRY, member, codec); }

    private AddressCodec with(Slot slot, String name, Codec<String> codec) {
        var more = new ArrayList<>(members);
        more.add(new Member(slot, name, codec, false));
        return new AddressCodec(List.copyOf(more));
    }

    /** The member that was named last holds no longer texts. */
    public AddressCodec atMost(int limit) {
        return last(member -> new Member(member.slot(), member.name(), member.codec().upTo(limit), member.isNeeded()));
    }

    /** The member that was named last must be filled where another one than the country is: a complete address or none. */
    public AddressCodec needed() { return last(member -> new Member(member.slot(), member.name(), member.codec(), true)); }

    private AddressCodec last(UnaryOperator<Member> change) {
        var changed = new ArrayList<>(members);
        changed.set(members.size() - 1, change.apply(members.get(members.size() - 1)));
        return new AddressCodec(List.copyOf(changed));
    }

    @Override public List<String> members() { return members.stream().map(Member::name).toList(); }

    @Override public String name() { return "address " + String.join(", ", members()); }

    /** A navigation inside it that was not expanded leaves the whole address unknown; so does a record that has none of its members. */
    @Override public Value<Address> read(JsonNode node, Missing missing) {
        if (!node.isObject()) return new Value.Invalid<>(node.toString(), ReasonCode.UNMAPPABLE);
        if (members.stream().noneMatch(member -> node.has(member.name()))) return missing.value();
        var parts = new String[Slot.values().length];
        for (var member : members) {
            var part = part(node.path(member.name()), member, missing);
            if (part.isAbsent()) return Value.absent();
            if (part instanceof Value.Invalid<String> odd && odd.reason() == ReasonCode.UNMAPPABLE)
                return new Value.Invalid<>(node.toString(), ReasonCode.UNMAPPABLE);
            parts[member.slot().ordinal()] = whole(node.path(member.name()), part.text());
        }
        return Address.TYPE.of(address(parts));
    }

    private static Address address(String[] of) {
        var street = of[Slot.ONE_TEXT.ordinal()] == null ? of[Slot.STREET.ordinal()] : of[Slot.ONE_TEXT.ordinal()];
        return new Address(of[Slot.ATTENTION.ordinal()], street, of[Slot.HOUSE_NUMBER.ordinal()], of[Slot.HUISNUMMERTOEVOEGING.ordinal()],
            of[Slot.BOX.ordinal()], of[Slot.POSTAL_CODE.ordinal()], of[Slot.CITY.ordinal()], of[Slot.COUNTRY.ordinal()]);
    }

    private static Value<String> part(JsonNode child, Member member, Missing missing) {
        if (child.isMissingNode()) return member.codec() instanceof ReferenceCodec ? missing.value() : Value.empty();
        return child.isNull() ? Value.empty() : member.codec().read(child, missing);
    }

    /** A house number that came as 12.0 is 12. */
    private static String whole(JsonNode node, String text) {
        return node.isNumber() && node.decimalValue().stripTrailingZeros().scale() <= 0
            ? node.decimalValue().toBigInteger().toString() : text;
    }

    @Override public JsonNode write(Address value, References references) {
        return object(value, (member, text) -> member.codec().write(text, references));
    }

    @Override public JsonNode shown(Address value) { return object(value, (member, text) -> member.codec().shown(text)); }

    /** Every member is named, so that what the address no longer has is emptied. */
    private JsonNode object(Address value, BiFunction<Member, String, JsonNode> part) {
        var object = JsonNodeFactory.instance.objectNode();
        for (var member : members) {
            var text = slot(member.slot()).apply(value);
            var node = text.isEmpty() ? JsonNodeFactory.instance.nullNode() : part.apply(member, text);
            if (!node.isMissingNode()) object.set(member.name(), node);
        }
        return object;
    }

    @Override public JsonNode empty(EmptyWrites style) {
        var object = JsonNodeFactory.instance.objectNode();
        for (var member : members)
            object.set(member.name(), style == EmptyWrites.EMPTY_TEXT && isText(member.codec()) ? TextNode.valueOf("") : null);
        return object;
    }

    private static boolean isText(Codec<String> codec) {
        return codec == TEXT || codec == ONE_TEXT || codec instanceof LimitedCodec<String> limited && isText(limited.inner());
    }

    @Override public List<Reason> problems(Address value, References references) {
        var ofMembers = filled(value).flatMap(member -> member.codec().problems(slot(member.slot()).apply(value), references).stream());
        return Stream.concat(incomplete(value).stream(), ofMembers).toList();
    }

    private Optional<Reason> incomplete(Address value) {
        if (filled(value).allMatch(member -> member.slot() == Slot.COUNTRY)) return Optional.empty();
        var missing = members.stream().filter(member -> member.isNeeded() && slot(member.slot()).apply(value).isEmpty()).map(member -> Said.word("word." + member.called()))
            .collect(Collectors.joining(", "));
        return missing.isEmpty() ? Optional.empty() : Optional.of(new Reason(ReasonCode.ADDRESS_INCOMPLETE, "", Map.of("missing", missing)));
    }

    private Stream<Member> filled(Address value) { return members.stream().filter(member -> !slot(member.slot()).apply(value).isEmpty()); }

    private static Function<Address, String> slot(Slot slot) {
        return switch (slot) {
            case ATTENTION -> Address::attention;
            case ONE_TEXT -> Lines::of;
            case STREET -> Address::street;
            case HOUSE_NUMBER -> Address::houseNumber;
            case HUISNUMMERTOEVOEGING -> Address::huisnummertoevoeging;
            case BOX -> Address::box;
            case POSTAL_CODE -> Address::postalCode;
            case CITY -> Address::city;
            case COUNTRY -> Address::country;
        };
    }
}
