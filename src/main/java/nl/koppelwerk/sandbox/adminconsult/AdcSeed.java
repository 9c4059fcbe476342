package nl.koppelwerk.sandbox.adminconsult;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import nl.koppelwerk.sandbox.BelgianPeople;
import nl.koppelwerk.sandbox.BelgianPerson;
import nl.koppelwerk.sandbox.BelgianPerson.Kind;
import nl.koppelwerk.sandbox.Json;

/** The invented clients of a Belgian office as this system keeps them; person number n is customer 9000 + n. */
final class AdcSeed {

    static final int FIRST = 9_000;
    static final String PERSONAL_TAX = "Personenbelasting";
    static final String VAT = "Btw";

    private static final String EARLIER = "Vennootschapsbelasting 2019";

    private final BelgianPeople people;

    AdcSeed(long seed) {
        people = new BelgianPeople(seed);
    }

    void into(AdcRecords records, int count) {
        records.taskflow(120, PERSONAL_TAX, true);
        records.taskflow(121, VAT, true);
        records.taskflow(122, EARLIER, false);
        for (var number = 1; number <= count; number++) {
            var person = people.person(number);
            records.put(customer(person));
            if (person.partner() > number && person.partner() <= count) {
                records.link(AdcRecords.PARTNER, FIRST + number, FIRST + person.partner());
            }
            if (person.kind() == Kind.COMPANY) {
                records.link(AdcRecords.CONTACT, FIRST + number, FIRST + number - 1L);
            }
        }
    }

    private static ObjectNode customer(BelgianPerson one) {
        var isCompany = one.kind() == Kind.COMPANY;
        var number = one.number();
        var kept = Json.object().put("CustomerId", FIRST + number).put("CustCode", String.format("%s%04d", isCompany ? "V" : "P", number)).put("AccCode", "")
                .put("CompanyId", 1).put("IsCompany", isCompany).put("IsActive", number % 40 != 17).put("Name", one.lastName())
                .put("Firstname", isCompany ? "" : one.firstName()).put("CommercialName", "").put("Title", isCompany ? "" : one.isMale() ? "Dhr." : "Mevr.")
                .put("Language", one.language().toUpperCase(Locale.ROOT)).put("Email", email(one)).put("Phone", one.phone()).put("Phone2", "").put("Mobile", mobile(one));
        identify(kept, one);
        kept.putNull("DisabledDate").put("CreationDate", "2019-02-11").put("CustomerCrmType", isCompany ? 1 : number % 60 == 31 ? 9 : 8).put("CustomerGroup", 0).put("Remarks", "");
        kept.putArray("addresses").add(address(one));
        taskflows(kept, one);
        return kept;
    }

    private static void identify(ObjectNode kept, BelgianPerson one) {
        var enterprise = one.enterpriseNumber();
        kept.put("VATNr", enterprise == null ? "" : "BE " + enterprise).put("RegistrationNr", enterprise == null ? "" : enterprise.replaceFirst("(....)(...)(...)", "$1.$2.$3"));
        kept.put("NationalNr", nationalNumber(one)).put("DateOfBirth", one.birthDate() == null ? "" : one.birthDate().toString())
                .put("Sex", one.kind() == Kind.COMPANY ? "" : one.isMale() ? "M" : "V");
    }

    /** One in twenty-five has none, and one in fifty has one whose check digits are wrong. */
    private static String nationalNumber(BelgianPerson one) {
        if (one.nationalNumber() == null || one.number() % 25 == 7) {
            return "";
        }
        var number = one.nationalNumber();
        return one.number() % 50 == 13 ? number.substring(0, 9) + (number.endsWith("11") ? "12" : "11") : number;
    }

    private static String email(BelgianPerson one) {
        if (one.number() % 30 == 11) {
            return "";
        }
        return one.number() % 50 == 23 ? one.email().replace("@", " at ") : one.email();
    }

    /** As people type it there. */
    private static String mobile(BelgianPerson one) {
        return one.mobile().replaceFirst("\\+32(\\d{3})(\\d\\d)(\\d\\d)(\\d\\d)", "0$1 $2 $3 $4");
    }

    private static ObjectNode address(BelgianPerson one) {
        var home = one.home();
        var box = home.box() == null ? "" : home.box();
        return Json.object().put("CustomerAddressId", 70_000 + one.number()).put("AddressId", 50_000 + one.number()).put("StreetName", home.street())
                .put("Street1", home.street() + " " + home.houseNumber() + (box.isEmpty() ? "" : "/" + box)).put("Street2", "").put("HouseNr", home.houseNumber()).put("HouseBox", box)
                .put("ZipCode", home.postalCode()).put("City", home.city()).put("CountryId", 21).put("CountryCode", "BE")
                .put("RegisteredOffice", true).put("PostalAddress", true).put("InvoiceAddress", false).put("ExploitationAddress", false);
    }

    private static void taskflows(ObjectNode kept, BelgianPerson one) {
        var names = kept.putArray("taskflows");
        if (one.kind() != Kind.COMPANY && one.number() % 3 != 0) {
            names.add(PERSONAL_TAX);
        }
        if (one.kind() != Kind.PERSON) {
            names.add(VAT);
        }
        if (one.kind() == Kind.COMPANY) {
            names.add(EARLIER);
        }
    }
}
