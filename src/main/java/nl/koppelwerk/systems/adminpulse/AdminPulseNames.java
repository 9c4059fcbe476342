package nl.koppelwerk.systems.adminpulse;

import static nl.koppelwerk.mapping.Codecs.address;

import java.util.Locale;
import nl.koppelwerk.mapping.AddressCodec;

/** What the members that nobody has seen are called, and where they stand: three guesses, of which a setting names one. */
enum AdminPulseNames {

    GUESS_EN("", "firstName", "nationalNumber", "vatNumber", "enterpriseNumber", "phone", "mobile", "language", "addresses", "modifiedOn", "inactive", "houseNumber",
        address().street("street").houseNumber("houseNumber").box("box").postalCode("postalCode").city("city").country("country")),
    GUESS_NL("", "voornaam", "rijksregisternummer", "btwNummer", "ondernemingsnummer", "telefoon", "gsm", "taal", "adressen", "gewijzigdOp", "inactief", "huisnummer",
        address().street("straat").houseNumber("huisnummer").box("bus").postalCode("postcode").city("gemeente").country("land")),
    NESTED_PERSON("person/", "firstName", "nationalNumber", "vatNumber", "enterpriseNumber", "phone", "mobile", "language", "addresses", "modifiedOn", "inactive", "houseNumber",
        address().street("street").houseNumber("houseNumber").box("box").postalCode("postalCode").city("city").country("country"));

    static final String TYPE = "type";
    static final String STATUS = "status";
    static final String EMAIL = "email";

    final String firstName;
    final String nationalNumber;
    final String vatNumber;
    final String enterpriseNumber;
    final String phone;
    final String mobile;
    final String language;
    final String addresses;
    final String modifiedOn;
    final String inactive;
    final FirstAddress address;

    AdminPulseNames(String ofPerson, String firstName, String nationalNumber, String vatNumber, String enterpriseNumber, String phone, String mobile,
                    String language, String addresses, String modifiedOn, String inactive, String houseNumber, AddressCodec address) {
        this.firstName = ofPerson + firstName;
        this.nationalNumber = ofPerson + nationalNumber;
        this.vatNumber = vatNumber;
        this.enterpriseNumber = enterpriseNumber;
        this.phone = phone;
        this.mobile = mobile;
        this.language = ofPerson + language;
        this.addresses = addresses;
        this.modifiedOn = modifiedOn;
        this.inactive = inactive;
        this.address = new FirstAddress(address, houseNumber);
    }

    /** @param setting {@code guess-en}, {@code guess-nl} or {@code nested-person} */
    static AdminPulseNames of(String setting) { return valueOf(setting.toUpperCase(Locale.ROOT).replace('-', '_')); }
}
