package nl.koppelwerk.sandbox;

import java.time.LocalDate;

/**
 * Somebody whom several Belgian systems know, each in its own words.
 *
 * @param number           tells this one from all others of the same seed, from 1
 * @param kind             a company has no first name, birth date and national number
 * @param nationalNumber   of the Rijksregister, or of BIS; 11 digits, valid
 * @param enterpriseNumber of the KBO; 10 digits, valid; null for who has no enterprise
 * @param phone            a fixed line as people type it
 * @param mobile           in E.164
 * @param partner          the number of the partner with whom a declaration is made jointly; 0 for none
 */
public record BelgianPerson(int number, Kind kind, String firstName, String lastName, boolean isMale, LocalDate birthDate, String nationalNumber, String enterpriseNumber,
                            String email, String phone, String mobile, String language, Home home, int partner) {

    public enum Kind { PERSON, SELF_EMPLOYED, COMPANY }

    public record Home(String street, String houseNumber, String box, String postalCode, String city) {}
}
