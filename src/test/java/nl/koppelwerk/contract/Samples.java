package nl.koppelwerk.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Invented records in the shapes of the contracts. */
final class Samples {

    static final String AC_CONTACTPERSOON = """
        { "id": "AC-C-5521", "voornamen": "Sanne Maria", "voorletters": "S.M.", "tussenvoegsels": "van der",
          "achternaam": "Berg", "geslacht": "V", "geboortedatum": "1986-05-12", "functie": "Directeur",
          "doorkiesnummer": "010 123 4568", "mobiel": "06-12345678", "priveTelefoon": null,
          "email": "s.vanderberg@voorbeeldadvies.example", "onbekend": {"a": 1} }""";

    static final String AC_BEDRIJF = """
        { "id": "AC-000184213", "soort": "BEDRIJF", "relatietypen": ["CLIENT", "BETALENDE_PARTIJ"],
          "bedrijfsnaam": "Voorbeeld Advies B.V.", "telefoonnummer": "010 123 4567",
          "email": "info@voorbeeldadvies.example", "website": "https://voorbeeldadvies.example", "kvk": "68750110",
          "adressen": [
            { "type": "FACTUURADRES", "straat": "Postbus", "huisnummer": "100", "toevoeging": null, "postcode": "3000 AC", "plaats": "Rotterdam", "land": "NL" },
            { "type": "HOOFDKANTOOR", "straat": "Coolsingel", "huisnummer": "12", "toevoeging": "A", "postcode": "3011 AD", "plaats": "Rotterdam", "land": "NL", "onbekend": true },
            { "type": "POSTADRES", "straat": "IJsselkade", "huisnummer": "3-5", "toevoeging": null, "postcode": "3401 RC", "plaats": "IJsselstein", "land": "NL" } ],
          "gearchiveerd": false, "verwijderd": false, "gewijzigdOp": "2025-11-18T15:03:09Z", "versie": 7 }""";

    static final String AC_PARTICULIER = """
        { "id": "AC-000184300", "soort": "PARTICULIER", "relatietypen": ["WEDERPARTIJ"],
          "naam": "Jansen", "email": "j.jansen@prive.example", "telefoon": "0101234567",
          "adressen": [{ "type": "PRIVEADRES", "straat": "Kade", "huisnummer": "3", "toevoeging": null, "postcode": "1012 AB", "plaats": "Amsterdam", "land": "NL" }],
          "gearchiveerd": false, "verwijderd": false, "gewijzigdOp": "2025-11-18T15:05:00Z", "versie": 2 }""";

    static final String TRIBE_ORGANIZATION = """
        { "ID": "5f0c2d7e-6d0e-4a53-9b1f-0f3f5a1c9a01", "_Type": "Relation.Organization", "_Name": "Voorbeeld Advies B.V.",
          "Name": "Voorbeeld Advies B.V.", "PhoneNumber": "010 123 4567", "EmailAddress": "info@voorbeeldadvies.example",
          "Website": "https://voorbeeldadvies.example", "VATNumber": "NL800123451B01", "ChamberOfCommerceNumber": "68750110",
          "DebtorNumber": "10042", "LastMutationDate": "2025-11-18T15:03:09Z", "ImportId": "AC-000184213",
          "InvoiceAddress": { "ID": "99", "Street": "Elders" },
          "VisitingAddress": { "ID": "0d0b7b0e", "_Type": "Address", "Street": "Coolsingel", "HouseNumber": 12.0, "HouseNumberSuffix": "A",
            "Extra": "achterom", "Postalcode": "3011 AD", "City": "Rotterdam", "Country": { "ID": "ref:NL", "Code": "NL", "Name": "NL" } },
          "PostalAddress": { "ID": "0d0b7b0f", "_Type": "Address", "Street": "Postbus", "HouseNumber": 100, "HouseNumberSuffix": null,
            "Extra": null, "Postalcode": "3000AC", "City": "Rotterdam", "Country": { "ID": "ref:NL", "Code": "NL", "Name": "NL" } } }""";

    static final String TRIBE_PERSON = """
        { "ID": "b7a1c2d3-0000-4e5f-8a6b-7c8d9e0f1a2b", "_Type": "Relation.Person", "FirstName": null, "LastName": "\\n\\nJansen",
          "SortName": "Jansen", "EmailAddress": "j.jansen@prive.example", "PhoneNumber": "0101234567", "ImportId": "AC-000184300",
          "LastMutationDate": "2025-11-18T15:03:09Z",
          "Address": { "ID": "0d0b7b10", "Street": "Kade", "HouseNumber": 3, "HouseNumberSuffix": null, "Extra": null,
            "Postalcode": "1012AB", "City": "Amsterdam", "Country": { "ID": "ref:NL", "Code": "NL", "Name": "NL" } } }""";

    static final String TRIBE_CONTACT = """
        { "ID": "c0ffee00", "_Type": "Relationship.Person.Contact.Standard", "LastMutationDate": "2025-11-18T15:03:09Z",
          "EmailAddress": "s.vanderberg@voorbeeldadvies.example", "PhoneNumber": "+31101234568", "MobilePhoneNumber": "+31612345678",
          "Role": { "ID": "ref:Directeur", "Name": "Directeur", "Code": "Directeur" },
          "Person": { "ID": "b7a1c2d3", "_Type": "Relation.Person", "FirstName": "Sanne", "MiddleName": "van der", "LastName": "Berg",
            "Initials": "S.M.", "SortName": "Berg, Sanne van der", "BirthDate": "1986-05-12", "EmailAddress": "sanne@prive.example",
            "PhoneNumber": null, "MobilePhoneNumber": "+31612345678", "ImportId": "AC-C-5521",
            "Gender": { "ID": "ref:Vrouw", "Name": "Vrouw", "Code": "Vrouw" } } }""";

    private Samples() { }

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(text, broken);
        }
    }
}
