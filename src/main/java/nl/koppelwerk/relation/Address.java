package nl.koppelwerk.relation;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static nl.koppelwerk.relation.ReasonCode.CODE_UNKNOWN;
import static nl.koppelwerk.relation.ReasonCode.POSTCODE_FORMAT;
import static nl.koppelwerk.relation.ReasonCode.TEXT_CONTROL_CHARACTERS;

/**
 * One address, one value, never merged piecewise; the constructor brings it to one form, so that systems which cut
 * a house number differently compare equal. Members are never null.
 *
 * @param houseNumber           the leading digits of what was given, without leading zeros; empty for "Kavel 3"
 * @param huisnummertoevoeging  all the rest of the house number
 * @param postalCode            a Dutch one as {@code 1234 AB}
 * @param country               ISO 3166-1 alpha-2, or empty where the system does not say
 */
public record Address(String attention, String street, String houseNumber, String huisnummertoevoeging, String box,
                      String postalCode, String city, String country) {

    public static final ValueType<Address> TYPE = new AddressText();

    private static final Address BLANK = of("", "", "", "", "");

    /** A system may keep the number as a number; more digits than these are no house number. */
    private static final int MOST_DIGITS = 9;

    public Address {
        attention = Blanks.trimmed(attention);
        street = Blanks.trimmed(street);
        var typed = Blanks.trimmed(houseNumber);
        int digits = leadingDigits(typed);
        houseNumber = typed.substring(0, digits).replaceFirst("^0+(?=.)", "");
        huisnummertoevoeging = Blanks.trimmed(Blanks.trimmed(typed.substring(digits)) + " " + Blanks.trimmed(huisnummertoevoeging));
        box = Blanks.trimmed(box);
        // A capital may be composed of more signs than its small letter.
        country = Blanks.trimmed(Blanks.trimmed(country).toUpperCase(Locale.ROOT));
        postalCode = Blanks.trimmed(Postcode.normal(Blanks.trimmed(postalCode), country));
        city = Blanks.trimmed(city);
    }

    /** Street, house number, postcode, city and country. */
    public static Address of(String street, String houseNumber, String postalCode, String city, String country) {
        return new Address("", street, houseNumber, "", "", postalCode, city, country);
    }

    /** Its members as they were typed, also where its type refuses it; all are blank where nothing stands. */
    public static Address typed(Value<Address> value) {
        if (value instanceof Value.Present<Address> present) return present.value();
        return value.isFilled() ? AddressText.members(value.text()) : BLANK;
    }

    /** Street, house number and box as people write them; a letter, or what begins with a sign, stands close: 12A, 12-14, but 12 bis. */
    public String onOneLine() {
        boolean isWord = huisnummertoevoeging.length() > 1 && Character.isLetterOrDigit(huisnummertoevoeging.charAt(0));
        var number = (houseNumber + (isWord ? " " : "") + huisnummertoevoeging).strip();
        return Stream.of(street, number, box).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    /** True where nothing but, at most, a country stands in it. */
    /** A house number alone leads nowhere. */
    public boolean hasStreetOrBox() { return !street.isEmpty() || !box.isEmpty(); }

    public boolean isBlank() {
        return (attention + street + houseNumber + huisnummertoevoeging + box + postalCode + city).isEmpty();
    }

    Optional<ReasonCode> problem() {
        if (Blanks.hasControlCharacters(attention + street + houseNumber + huisnummertoevoeging + box + postalCode + city))
            return Optional.of(TEXT_CONTROL_CHARACTERS);
        if (!Postcode.isCountry(country)) return Optional.of(CODE_UNKNOWN);
        return Postcode.fits(postalCode, country) ? Optional.empty() : Optional.of(POSTCODE_FORMAT);
    }

    private static int leadingDigits(String typed) {
        int digits = 0;
        while (digits < typed.length() && typed.charAt(digits) >= '0' && typed.charAt(digits) <= '9') digits++;
        return digits > MOST_DIGITS ? 0 : digits;
    }
}
