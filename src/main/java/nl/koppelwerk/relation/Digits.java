package nl.koppelwerk.relation;

/** Arithmetic of check digits; every number is text, because leading zeros count. */
final class Digits {

    private Digits() { }

    /** Exactly that many of the digits 0 to 9. */
    static boolean are(String text, int length) {
        return text.length() == length && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The sum of each digit times the weight at its place. */
    static int weighted(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) sum += (digits.charAt(i) - '0') * weights[i];
        return sum;
    }

    /** The remainder by 97 of a number of any length, where A stands for 10 and Z for 35 (ISO 7064). */
    static int mod97(String text) {
        int rest = 0;
        for (char c : text.toCharArray()) {
            int value = c <= '9' ? c - '0' : c - 'A' + 10;
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
        }
        return rest;
    }
}
