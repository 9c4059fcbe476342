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

    static final String CLICKMATE_CUSTOMER = """
        { "id": "CLK-5012", "name": "Ærø Røgeri ApS", "lifecycle": "ACTIVE", "autoSync": true, "cvrNumber": "12345674", "eanNumber": "5798000012349",
          "email": "info@eksempel.example", "phone": "+4532123456", "website": "https://eksempel.example",
          "address": { "street": "Nørregade 10, 2.", "postalCode": "1165", "city": "København K", "country": "DK" },
          "contacts": [{ "id": "CLK-P-88" }], "externalRefs": [{ "system": "ARKIV", "id": "A-7" }, { "system": "ECONOMIC", "id": "1042" }],
          "modifiedAt": "2025-11-18T15:03:09Z", "version": 5, "ukendt": {"a": 1} }""";

    static final String CLICKMATE_CONTACT = """
        { "id": "CLK-P-88", "name": "Mette Sørensen", "email": "ms@eksempel.example", "phone": "34 41 23 45", "title": "Direktør", "ukendt": [1] }""";

    static final String COMPENDA_RELATION = """
        { "id": "CMP-20417", "kind": "ORGANISATION", "roles": ["CREDITOR", "DEBTOR"], "name": "Voorbeeld Advies B.V.",
          "kvkNumber": "68750110", "vatNumber": "NL800123451B01", "email": "info@voorbeeldadvies.example; boekhouding@voorbeeldadvies.example",
          "phone": "+31101234567", "mobile": "06-12345678", "website": "https://voorbeeldadvies.example",
          "addresses": {
            "visiting": { "street": "Coolsingel", "houseNumber": "12", "addition": "A", "postalCode": "3011 AD", "city": "Rotterdam", "country": "NL" },
            "postal": { "street": "Postbus", "houseNumber": "100", "postalCode": "3000 AC", "city": "'s-Gravenhage", "country": "NL" }, "invoice": { "street": "Elders" } },
          "paymentTermDays": 30, "creditLimit": { "amount": "5000.00", "currency": "EUR" },
          "contacts": [{ "id": "CMP-C-31", "isPrimary": true, "firstName": "Sanne", "prefix": "van der", "lastName": "Berg" }],
          "externalRefs": [{ "system": "SNELSTART", "id": "0d6b1c1e-0000-4b7e-9d55-6f0f5c1a2b3c" }],
          "fieldModifiedAt": { "email": "2025-11-18T15:03:09Z" }, "modifiedAt": "2025-11-18T15:03:09Z", "version": 12, "onbekend": {"a": 1} }""";

    static final String COMPENDA_PROJECT = """
        { "number": 120, "description": "Vestiging Noord", "onbekend": [1] }""";

    static final String ACCOUNTON_CLIENT = """
        { "id": "acc-77120", "kind": "person", "firstName": "Çiğdem", "lastName": "D'Hondt", "email": "cigdem.dhondt@mail.example", "language": "nl",
          "mobileNumber": "+32470123456", "responsibleEmail": "dossier@kantoor.example", "nationalNumber": "85073003427", "partnerNationalNumber": null, "label": "AJ2026",
          "address": { "street": "Dorpsstraat", "houseNumber": "7 bis", "box": "B", "postalCode": "8500", "city": "Kortrijk", "country": "BE", "verdieping": 2 },
          "externalRefs": [{ "system": "ADMINPULSE", "id": "APR00042" }], "invitationStatus": "NOT_SENT", "modifiedAt": "2026-01-05T09:00:00Z", "version": 3, "dossier": {"a": 1} }""";

    static final String ECONOMIC_CUSTOMER = """
        { "customerNumber": 10042, "currency": "DKK",
          "paymentTerms": { "paymentTermsNumber": 1, "self": "https://restapi.e-conomic.com/payment-terms/1" },
          "customerGroup": { "customerGroupNumber": 1, "self": "https://restapi.e-conomic.com/customer-groups/1" },
          "address": "Søndergade 7\\r\\n2. sal", "zip": "8000", "city": "Århus C", "country": "Danmark", "balance": 0.0, "dueAmount": 0.0,
          "corporateIdentificationNumber": "12345674", "pNumber": "1012345678", "ean": "5790001330552",
          "email": "bogholderi@nordlys.example", "name": "Nordlys Cykler ApS", "telephoneAndFaxNumber": "86 55 01 00",
          "mobilePhone": "20 55 01 00", "website": "https://nordlys.example", "creditLimit": 50000.0, "barred": true,
          "vatZone": { "vatZoneNumber": 1, "self": "https://restapi.e-conomic.com/vat-zones/1" },
          "lastUpdated": "2026-03-04T10:21:07Z", "contacts": "https://restapi.e-conomic.com/customers/10042/contacts",
          "eInvoicingDisabledByDefault": false, "self": "https://restapi.e-conomic.com/customers/10042" }""";

    static final String ECONOMIC_CUSTOMER_TO_CHANGE = """
        { "customerNumber": 10042, "customerGroupNumber": 1, "zone": 1, "currency": "DKK", "access": true, "name": "Nordlys Cykler ApS",
          "address1": "Søndergade 7", "address2": "2. sal", "postCode": "8000", "city": "Århus C", "country": "Danmark",
          "phone": "86 55 01 00", "mobilePhone": "20 55 01 00", "email": "bogholderi@nordlys.example", "homepage": "nordlys.example",
          "cvrNo": "12345674", "pnr": "1012345678", "eanLocationNumber": "5790001330552", "paymentTermId": 1, "creditMaximum": 50000.0,
          "county": "Midtjylland", "objectVersion": "3e1f0b6c9a" }""";

    static final String ECONOMIC_CONTACT = """
        { "customerContactNumber": 311, "name": "Ida Krogh", "email": "ida@nordlys.example", "phone": "86 55 01 01",
          "emailNotifications": ["invoices"], "notes": "ringer helst", "sortKey": 1,
          "customer": { "customerNumber": 10042, "self": "https://restapi.e-conomic.com/customers/10042" },
          "self": "https://restapi.e-conomic.com/customers/10042/contacts/311" }""";

    static final String ECONOMIC_LISTED_CONTACT = """
        { "number": 311, "customerNumber": 10042, "userInterfaceNumber": 1, "name": "Ida Krogh", "email": "ida@nordlys.example",
          "phone": "86 55 01 01", "notes": "ringer helst", "receiveInvoices": true, "lastUpdated": "2026-03-04T10:21:07Z",
          "isDeleted": false, "active": true, "objectVersion": "77a0" }""";

    static final String SNELSTART_RELATIE = """
        { "id": "0b9d5b1e-3c5f-4f5e-8a51-6f3d1c0e7a42", "relatiesoort": ["Klant"], "modifiedOn": "2026-03-04T10:21:07.413", "relatiecode": 10042,
          "naam": "Molenaar Fietsen B.V.",
          "vestigingsAdres": { "contactpersoon": "Sanne Molenaar", "straat": "Dijkweg 12", "postcode": "1791 AB", "plaats": "Den Burg", "etage": 2,
            "land": { "id": "5f0c2a4e", "uri": "/landen/5f0c2a4e", "landcodeISO": "NL" } },
          "correspondentieAdres": { "contactpersoon": null, "straat": null, "postcode": null, "plaats": null,
            "land": { "id": "5f0c2a4e", "uri": "/landen/5f0c2a4e", "landcodeISO": "NL" } },
          "telefoon": "0222 555 010", "mobieleTelefoon": "", "fax": null, "email": "administratie@molenaarfietsen.example;ida@molenaarfietsen.example",
          "btwNummer": "NL004495445B01", "factuurkorting": 0.0, "krediettermijn": 30, "bankieren": false, "nonactief": false, "kredietLimiet": 5000.0,
          "memo": "belt liever", "kvkNummer": "69599068", "oin": null, "websiteUrl": "https://molenaarfietsen.example", "aanmaningsoort": "Onderneming",
          "factuurEmailVersturen": { "shouldSend": true, "email": "facturen@molenaarfietsen.example", "ccEmail": null }, "iban": "NL91ABNA0417164300",
          "bic": "ABNANL2A", "incassoSoort": "Geen", "factuurRelatie": null, "documents": [], "extraVeldenKlant": [{ "naam": "Regio", "waarde": "Noord" }],
          "uri": "/relaties/0b9d5b1e-3c5f-4f5e-8a51-6f3d1c0e7a42" }""";

    static final String SNELSTART_KOSTENPLAATS = """
        { "omschrijving": "Vestiging Noord", "nonactief": false, "nummer": 120, "id": "8b6a0c57-93f7-4c1c-9a0a-1d5f0c2b7e33",
          "uri": "/kostenplaatsen/8b6a0c57-93f7-4c1c-9a0a-1d5f0c2b7e33" }""";

    static final String ADMINPULSE_PERSON = """
        { "id": "3d9b5a36-4c0e-4c5f-8f57-0a9a7e0f1d11", "uniqueIdentifier": "APR00042", "code": "K0042", "name": "Peeters", "displayName": "Peeters An",
          "commercialName": null, "legalForm": null, "accountingRelationcode": "400042", "companyId": "9b1f7f0a-71a4-4b5f-9a57-7f2a8a0a0001",
          "company": { "name": "Kantoor Voorbeeld BV" }, "relationGroupName": "Personenbelasting", "tos": [{ "linkType": 5, "uniqueIdentifier": "APR00043" }],
          "type": "PERSON", "status": "CLIENT", "firstName": "An", "nationalNumber": "85073003427", "vatNumber": null, "enterpriseNumber": null,
          "email": "an.peeters@mail.example", "phone": "056 24 61 12", "mobile": "+32470123456", "language": "nl",
          "addresses": [{ "street": "Dorpsstraat", "houseNumber": "7", "box": "B", "postalCode": "8500", "city": "Kortrijk", "country": "BE" }],
          "modifiedOn": "2025-11-10T08:00:00Z", "onbekend": {"a": 1} }""";

    static final String ADMINPULSE_PERSOON = """
        { "id": "3d9b5a36-4c0e-4c5f-8f57-0a9a7e0f1d11", "uniqueIdentifier": "APR00042", "code": "K0042", "name": "Peeters", "displayName": "Peeters An",
          "commercialName": null, "legalForm": null, "accountingRelationcode": "400042", "companyId": "9b1f7f0a-71a4-4b5f-9a57-7f2a8a0a0001",
          "company": { "name": "Kantoor Voorbeeld BV" }, "relationGroupName": "Personenbelasting", "tos": [{ "linkType": 5, "uniqueIdentifier": "APR00043" }],
          "type": "Eenmanszaak", "status": "Prospect", "voornaam": "Zoë", "rijksregisternummer": "85.07.30-034.27", "btwNummer": "BE0403019261",
          "ondernemingsnummer": "0403.019.261", "email": "zoe@mail.example", "telefoon": null, "gsm": "0470 12 34 56", "taal": "FR",
          "adressen": [{ "straat": "Rue de l'Église", "huisnummer": "7bis", "bus": null, "postcode": "4000", "gemeente": "Liège", "land": "BE" }],
          "gewijzigdOp": "2025-11-10T08:00:00Z", "onbekend": {"a": 1} }""";

    static final String ADMINPULSE_NESTED_PERSON = """
        { "id": "3d9b5a36-4c0e-4c5f-8f57-0a9a7e0f1d11", "uniqueIdentifier": "APR00042", "code": "K0042", "name": "Peeters", "displayName": "Peeters An",
          "commercialName": null, "legalForm": null, "accountingRelationcode": "400042", "companyId": "9b1f7f0a-71a4-4b5f-9a57-7f2a8a0a0001",
          "company": { "name": "Kantoor Voorbeeld BV" }, "relationGroupName": "Personenbelasting", "tos": [{ "linkType": 5, "uniqueIdentifier": "APR00043" }],
          "type": "PERSON", "status": "CLIENT", "person": { "firstName": "An", "nationalNumber": "85073003427", "language": "nl", "onbekend": 7 },
          "vatNumber": null, "enterpriseNumber": null, "email": "an.peeters@mail.example", "phone": null, "mobile": "+32470123456",
          "addresses": [{ "street": "Dorpsstraat", "houseNumber": "7", "box": "B", "postalCode": "8500", "city": "Kortrijk", "country": "BE" }],
          "modifiedOn": "2025-11-10T08:00:00Z" }""";

    static final String ADMINPULSE_COMPANY = """
        { "id": "9d9b5a36-4c0e-4c5f-8f57-0a9a7e0f1d11", "uniqueIdentifier": "APR00009", "code": "K0009", "name": "'t Kint Traiteur BV", "displayName": "'t Kint Traiteur BV",
          "commercialName": "De Çelik", "legalForm": "BV", "tos": [], "type": "COMPANY", "status": "CLIENT", "vatNumber": "BE0428759497", "enterpriseNumber": "0428759497",
          "email": "info@tkint.example", "phone": "056 24 61 12", "mobile": null, "language": "nl",
          "addresses": [{ "street": "'t Zand", "houseNumber": "12", "box": null, "postalCode": "8000", "city": "Brugge", "country": "BE" }],
          "modifiedOn": "2025-11-10T08:00:00Z", "onbekend": [1] }""";
    /** A customer as the adapter puts it together: its addresses by their flag, its partner's number, the names of its taskflows. */
    static final String ADMIN_CONSULT_PERSON = """
        { "CustomerId": 9580, "CustCode": "P0042", "CompanyId": 1, "IsCompany": false, "IsActive": true, "Name": "Peeters", "Firstname": "Zoë",
          "CommercialName": "", "Title": "Mevr.", "Language": "NL", "Email": "zoe.peeters@mail.example", "Mobile": "0470 12 34 56", "Phone": "056 20 30 40",
          "Phone2": "056 20 30 41", "VATNr": "", "RegistrationNr": "", "SocialSecurityNumber": "85.07.30-034.27", "DateOfBirth": "1985-07-30", "Sex": "V",
          "CustomerCrmType": 8, "Remarks": "belt liever", "partner": "85.07.30-033.28", "taskflows": ["Personenbelasting"],
          "customeraddresses": { "RegisteredOffice": { "CustomerAddressId": 7001, "AddressId": 5001, "StreetName": "Dorpsstraat", "Street1": "Dorpsstraat 7/B",
              "HouseNr": "7", "HouseBox": "B", "ZipCode": "8500", "City": "Kortrijk", "CountryCode": "BE" },
            "PostalAddress": { "CustomerAddressId": 7002, "StreetName": "Rue de l'Église", "HouseNr": "12", "HouseBox": "", "ZipCode": "4000", "City": "Liège", "CountryCode": "BE" } } }""";

    static final String ADMIN_CONSULT_COMPANY = """
        { "CustomerId": 9581, "CustCode": "V0043", "CompanyId": 1, "IsCompany": true, "IsActive": false, "Name": "Çelik Boekhouding BV", "Firstname": "",
          "CommercialName": "De Boekhouder", "Title": "", "Language": "FR", "Email": "info@celik.example; boekhouding@celik.example", "Mobile": "", "Phone": "056 20 30 40",
          "VATNr": "0403.019.261", "RegistrationNr": "0403.019.261", "CustomerCrmType": 1, "taskflows": [],
          "customeraddresses": { "RegisteredOffice": { "CustomerAddressId": 7003, "StreetName": "'t Zand", "HouseNr": "3", "HouseBox": "", "ZipCode": "8000", "City": "Brugge", "CountryCode": "BE" },
            "PostalAddress": { "CustomerAddressId": 7003, "StreetName": "'t Zand", "HouseNr": "3", "HouseBox": "", "ZipCode": "8000", "City": "Brugge", "CountryCode": "BE" } } }""";

    private Samples() { }

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(text, broken);
        }
    }
}
