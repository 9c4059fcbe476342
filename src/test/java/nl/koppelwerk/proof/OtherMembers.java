package nl.koppelwerk.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Members of a customer in e-conomic that no link asks for, filled at random as an office would. */
final class OtherMembers {

    private static final List<String> TEXTS = List.of("contactPerson", "county", "bankAccount", "defaultInvoiceRecipient", "defaultOrderRecipient",
            "defaultReminderRecipient", "publicEntryNumber");
    private static final List<String> NUMBERS = List.of("paymentDays", "language", "priceGroupNumber", "discountGroupNumber", "nemHandelReceiverType",
            "defaultInvoiceTemplate", "defaultStatementOfAccountTemplate", "salesPerson");
    private static final List<String> WORDS = List.of("Ærø", "\"citat\"", "Gl. Kongevej \\ 4", "<b>&amp;</b>", "Łódź", "日本", "😀", " to  mellemrum ");

    private final Random random;

    OtherMembers(long seed) {
        random = new Random(seed);
    }

    /** About two in three of them. */
    Map<String, Object> some() {
        var all = new LinkedHashMap<String, Supplier<Object>>();
        TEXTS.forEach(name -> all.put(name, this::words));
        NUMBERS.forEach(name -> all.put(name, () -> 1 + random.nextInt(30)));
        all.put("creditLimit", () -> random.nextInt(10_000_000) / 100.0);
        all.put("defaultDiscountPct", () -> random.nextInt(10_000) / 100.0);
        all.put("barred", () -> true);
        all.put("inUse", () -> true);
        all.put("eInvoicingDisabledByDefault", random::nextBoolean);
        all.put("pNumber", () -> String.valueOf(1_000_000_000L + random.nextInt(900_000_000)));
        all.put("layout", () -> random.nextBoolean() ? 19 : 21);
        all.put("vatNumber", () -> "DK" + (10_000_000 + random.nextInt(80_000_000)));
        all.put("mobilePhone", () -> "20 30 40 " + (10 + random.nextInt(90)));
        all.put("iban", () -> "DK50 0040 0440 1162 " + random.nextInt(100));
        all.put("swift", () -> "NDEADKKK");
        all.put("voucherNumber", () -> "B-" + random.nextInt(10_000));
        var some = new LinkedHashMap<String, Object>();
        all.forEach((name, value) -> {
            if (random.nextInt(3) > 0) {
                some.put(name, value.get());
            }
        });
        return some;
    }

    /** One that an office changes just now; each of these is changed without a thought of the others. */
    Map<String, Object> another(int number) {
        return switch (number % 3) {
            case 0 -> Map.of("creditLimit", 700_000 + number);
            case 1 -> Map.of("contactPerson", "Imens " + number);
            // A member that crosses: it has to arrive in Clickmate as well.
            default -> Map.of("email", "imens" + number + "@imens.example");
        };
    }

    <T> List<T> share(List<T> of, double share) {
        var mixed = new ArrayList<>(of);
        Collections.shuffle(mixed, random);
        return mixed.subList(0, (int) Math.round(of.size() * share));
    }

    private String words() {
        return WORDS.get(random.nextInt(WORDS.size())) + " " + random.nextInt(1000);
    }
}
