package nl.koppelwerk.contract;

import static java.util.Map.entry;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import nl.koppelwerk.contract.FieldTables.Sample;
import nl.koppelwerk.mapping.RecordMapping;
import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.Amount;
import nl.koppelwerk.relation.BirthDate;
import nl.koppelwerk.relation.BtwNummer;
import nl.koppelwerk.relation.Codes;
import nl.koppelwerk.relation.CurrencyCode;
import nl.koppelwerk.relation.CvrNummer;
import nl.koppelwerk.relation.Days;
import nl.koppelwerk.relation.EanNummer;
import nl.koppelwerk.relation.EmailAddress;
import nl.koppelwerk.relation.EmailAddresses;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Gender;
import nl.koppelwerk.relation.Language;
import nl.koppelwerk.relation.Ondernemingsnummer;
import nl.koppelwerk.relation.Rijksregisternummer;
import nl.koppelwerk.relation.KvkNummer;
import nl.koppelwerk.relation.Language;
import nl.koppelwerk.relation.Ondernemingsnummer;
import nl.koppelwerk.relation.PNummer;
import nl.koppelwerk.relation.PhoneNumber;
import nl.koppelwerk.relation.Rijksregisternummer;
import nl.koppelwerk.relation.Status;
import nl.koppelwerk.relation.Text;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.ValueType;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.relation.Website;
import nl.koppelwerk.relation.YesNo;

/** Values of every state for the fields of a table. */
final class AnyValues {

    private static final Map<ValueType<?>, Arbitrary<String>> TYPED = new IdentityHashMap<>(Map.ofEntries(
        entry(Text.TYPE, Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(20),
            Arbitraries.of("Sørensen", "'s-Gravenhage", "Çelik \"& Zn.\"", "شركة", "Bakkerij 🥐", "\n\nJansen", "a\u0000b", "1", "42"))),
        entry(PhoneNumber.TYPE, Arbitraries.of("+31101234567", "+31612345678", "+4532123456", "+31101234567;ext=12", "onbekend")),
        entry(EmailAddress.TYPE, Arbitraries.of("info@voorbeeld.example", "JAN@Çelik.nl", "geen adres", "ida@nordlys.example per@nordlys.example")),
        entry(EmailAddresses.TYPE, Arbitraries.of("info@voorbeeld.example", "a@Çelik.nl; b@voorbeeld.example a@Çelik.nl", "geen adres", "a@voorbeeld.example;weg")),
        entry(BtwNummer.TYPE, Arbitraries.of("NL800123451B01", "nl 0044.95.445.b01", "BE0403170701", "NL1")),
        entry(Days.TYPE, Arbitraries.of("30", "-365", "1000", "0", "1001", "dertig")),
        entry(Amount.TYPE, Arbitraries.of("5000.00", "0.05", "-0.10", "10000000", "0", "1e3")),
        entry(Website.TYPE, Arbitraries.of("https://voorbeeld.example/a?b=c", "www.kantoor.nl", "::")),
        entry(KvkNummer.TYPE, Arbitraries.of("68750110", "01234567", "123")),
        entry(CvrNummer.TYPE, Arbitraries.of("12345674", "DK 12 34 56 74", "DK 13 58 56 28", "12345678")),
        entry(PNummer.TYPE, Arbitraries.of("1012345678", "123")),
        entry(EanNummer.TYPE, Arbitraries.of("5790001330552", "5790001330553", "5798000012349", "579800 0012349")),
        entry(CurrencyCode.TYPE, Arbitraries.of("DKK", "eur", "KRONER")),
        entry(Status.TYPE, Arbitraries.of("PROSPECT", "ACTIVE", "INACTIVE")),
        entry(Gender.TYPE, Arbitraries.of("MALE", "FEMALE", "UNSPECIFIED")),
        entry(YesNo.TYPE, Arbitraries.of("YES", "NO")),
        entry(BirthDate.TYPE, Arbitraries.of("1986-05-12", "2000-02-29", "2001-02-29")),
        entry(Rijksregisternummer.TYPE, Arbitraries.of("85073003427", "85.07.30-033.28", "05063000250", "98472899765", "85073003329")),
        entry(Ondernemingsnummer.TYPE, Arbitraries.of("0403019261", "0428.759.497", "428759497", "0403019262")),
        entry(Language.TYPE, Arbitraries.of("nl", "FR", "xx", "nederlands")),
        entry(Codes.TYPE, Arbitraries.of("CLIENT,RVR", "ADVOCAAT", "DEBTOR", "CREDITOR", "CREDITOR,DEBTOR", "OWN")),
        entry(Address.TYPE, addresses())));

    record Case(Sample of, Values values) {}

    private AnyValues() { }

    static Arbitrary<Case> cases() {
        return Arbitraries.of(FieldTables.ALL).flatMap(sample -> of(sample.table()).map(values -> new Case(sample, values)));
    }

    private static Arbitrary<Values> of(RecordMapping table) {
        var fields = List.copyOf(table.fields());
        return Combinators.combine(fields.stream().map(AnyValues::value).toList()).as(values -> {
            var all = Values.NONE;
            for (int i = 0; i < values.size(); i++) all = all.with(fields.get(i), values.get(i));
            return all;
        });
    }

    private static Arbitrary<Value<?>> value(Field<?> field) {
        Arbitrary<Value<?>> filled = TYPED.get(field.type()).map(typed -> field.type().parse(typed));
        return Arbitraries.frequencyOf(Tuple.of(5, filled),
            Tuple.of(1, Arbitraries.just(Value.empty())), Tuple.of(1, Arbitraries.just(Value.absent())));
    }

    private static Arbitrary<String> addresses() {
        return Combinators.combine(Arbitraries.of("", "t.a.v. Çelik"), Arbitraries.of("Coolsingel", "Lange = Voorhout", ""),
            Arbitraries.of("12", "12-14", "7 bis", "Kavel 3", "", "0012", "12345678901"), Arbitraries.of("", "A", "-14"),
            Arbitraries.of("", "bus 4"), Arbitraries.of("3011ad NL", "8500 BE", "1165 DK", "0999AB NL", " "), Arbitraries.of("", "'s-Gravenhage"))
            .as((attention, street, number, rest, box, place, city) -> Address.TYPE.of(new Address(attention, street, number, rest, box,
                place.split(" ").length > 0 ? place.split(" ")[0] : "", city, place.split(" ").length > 1 ? place.split(" ")[1] : "")).text());
    }
}
