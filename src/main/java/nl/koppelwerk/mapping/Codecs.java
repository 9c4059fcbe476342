package nl.koppelwerk.mapping;

import com.fasterxml.jackson.databind.node.BooleanNode;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.relation.BirthDate;
import nl.koppelwerk.relation.Codes;
import nl.koppelwerk.relation.EmailAddress;
import nl.koppelwerk.relation.KvkNummer;
import nl.koppelwerk.relation.PhoneNumber;
import nl.koppelwerk.relation.Text;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.ValueType;
import nl.koppelwerk.relation.Website;
import nl.koppelwerk.relation.YesNo;

/** The codecs that field tables name. */
public final class Codecs {

    private Codecs() { }

    public static Codec<String> text(int limit) { return new TypedCodec<>("text", Text.TYPE).upTo(limit); }

    /** Read by the region's habits (ISO 3166-1 alpha-2), written as E.164. */
    public static Codec<PhoneNumber> phone(String region) { return new TypedCodec<>("phone of " + region, PhoneNumber.in(region)); }

    public static Codec<EmailAddress> email() { return new TypedCodec<>("e-mail", EmailAddress.TYPE); }

    public static Codec<Website> website() { return new TypedCodec<>("website", Website.TYPE); }

    public static Codec<BirthDate> date() { return new TypedCodec<>("date", BirthDate.TYPE); }

    public static Codec<KvkNummer> kvk() { return new TypedCodec<>("KvK number", KvkNummer.TYPE); }

    /** Any type whose canonical text is also its text on the wire. */
    public static <T> Codec<T> typed(String name, ValueType<T> type) { return new TypedCodec<>(name, type); }

    /** A type whose canonical text is a number, as a JSON number. */
    public static <T> Codec<T> number(ValueType<T> type) { return NumberCodec.of(type); }

    /** The same, whole and within limits. */
    public static <T> Codec<T> number(ValueType<T> type, long least, long most) { return NumberCodec.within(type, least, most); }

    public static Codec<YesNo> truth() { return new TypedCodec<>("true or false", new TrueOrFalse(), text -> BooleanNode.valueOf(text.equals("YES"))); }

    public static Codec<Codes> setOfCodes() { return new SetCodec("set of codes"); }

    public static <T> CodeTable<T> codes(ValueType<T> type) { return new CodeTable<>(type, Map.of()); }

    public static AddressCodec address() { return AddressCodec.empty(); }

    /** A navigation to a list whose entries are known by a text of theirs. */
    public static Codec<String> reference(String list, String nameMember) { return reference(list, "ID", nameMember); }

    /** The same, where the id stands in another member of the navigation. */
    public static Codec<String> reference(String list, String idMember, String nameMember) {
        return new ReferenceCodec<>(list, idMember, nameMember, new TypedCodec<>("text", Text.TYPE), List::of);
    }

    /** A navigation to a list whose entries stand for codes; each spelling of a code is looked for. */
    public static <T> Codec<T> reference(String list, String nameMember, CodeTable<T> codes) {
        return new ReferenceCodec<>(list, "ID", nameMember, codes, codes::spellings);
    }

    /** Moments with their offset; without one they are taken for UTC. */
    public static Moment instant() { return new Moment(ZoneOffset.UTC); }

    public static Moment instant(ZoneId zone) { return new Moment(zone); }

    /** JSON says true and false where the canonical text says YES and NO. */
    private record TrueOrFalse() implements ValueType<YesNo> {

        @Override public Value<YesNo> parse(String raw) {
            return YesNo.TYPE.parse(raw.equals("true") ? "YES" : raw.equals("false") ? "NO" : raw);
        }

        @Override public Value<YesNo> of(YesNo value) { return YesNo.TYPE.of(value); }
    }
}
