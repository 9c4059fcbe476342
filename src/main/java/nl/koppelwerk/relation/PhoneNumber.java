package nl.koppelwerk.relation;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import static nl.koppelwerk.relation.ReasonCode.PHONE_INVALID;

/** A telephone number in E.164, with {@code ;ext=} and digits where it has an extension. */
public record PhoneNumber(String text) {

    /** Understands numbers with their country code only. */
    public static final ValueType<PhoneNumber> TYPE = in("ZZ");

    private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

    /** The same few numbers are read again and again, from both systems and from the ledger; emptied when full. */
    private static final Map<String, Optional<String>> KNOWN = new ConcurrentHashMap<>();
    private static final int MOST_KNOWN = 10_000;
    private static final int LONGEST_KNOWN = 64;

    /** Understands also what people of that region (ISO 3166-1 alpha-2) dial at home. */
    public static ValueType<PhoneNumber> in(String region) {
        return Checked.of(typed -> e164(typed, region).orElse(""), text -> !text.isEmpty(), PHONE_INVALID, PhoneNumber::new);
    }

    private static Optional<String> e164(String typed, String region) {
        if (typed.length() > LONGEST_KNOWN) return parsed(typed, region);
        if (KNOWN.size() >= MOST_KNOWN) KNOWN.clear();
        return KNOWN.computeIfAbsent(region + typed, unknown -> parsed(typed, region));
    }

    private static Optional<String> parsed(String typed, String region) {
        try {
            var number = PLANS.parse(typed, region);
            if (!PLANS.isValidNumber(number)) return Optional.empty();
            var text = PLANS.format(number, PhoneNumberFormat.E164);
            return Optional.of(number.hasExtension() ? text + ";ext=" + number.getExtension() : text);
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    @Override public String toString() { return text; }
}
