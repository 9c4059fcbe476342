package nl.koppelwerk.sandbox;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Invented numbers of registers and banks of the Netherlands, valid by their check digits; never the same twice. */
public final class DutchNumbers {

    private static final List<String> BANKS = List.of("ABNA", "INGB", "RABO", "TRIO", "KNAB", "BUNQ");
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private final Random random;
    private final Set<String> given = new HashSet<>();

    public DutchNumbers(Random random) {
        this.random = random;
    }

    public String kvk() {
        String number;
        do {
            number = String.format("%08d", 1_000_000 + random.nextInt(90_000_000));
        } while (!given.add(number));
        return number;
    }

    /** Of a legal entity, by the eleven-test. */
    public String vat() {
        String number;
        do {
            number = String.format("%09d", 1_000_000 + random.nextInt(899_000_000));
        } while (!isRsin(number) || !given.add(number));
        return "NL" + number + "B01";
    }

    public String iban() {
        var account = BANKS.get(random.nextInt(BANKS.size())) + String.format("%010d", random.nextInt(1_000_000_000));
        return "NL" + String.format("%02d", 98 - remainder(account + "NL00")) + account;
    }

    /** The eleven-test of nine digits. */
    public static boolean isRsin(String digits) {
        var sum = -(digits.charAt(8) - '0');
        for (var i = 0; i < 8; i++) {
            sum += (9 - i) * (digits.charAt(i) - '0');
        }
        return sum % 11 == 0 && !digits.equals("000000000");
    }

    /** By 97, of digits and capitals, where A counts as 10 and Z as 35. */
    public static int remainder(String text) {
        var digits = new StringBuilder();
        text.chars().forEach(letter -> digits.append(Character.getNumericValue(letter)));
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue();
    }
}
