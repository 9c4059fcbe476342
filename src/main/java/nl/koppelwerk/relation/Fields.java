package nl.koppelwerk.relation;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The catalogue of canonical fields; what each means stands in the contracts' list of names. */
public final class Fields {

    private static final Map<String, Field<?>> BY_NAME = new LinkedHashMap<>();

    public static final Field<String> NAME = field("name", Text.TYPE);
    public static final Field<String> TRADE_NAME = field("tradeName", Text.TYPE);
    public static final Field<PhoneNumber> PHONE = field("phone", PhoneNumber.TYPE);
    public static final Field<PhoneNumber> MOBILE = field("mobile", PhoneNumber.TYPE);
    public static final Field<EmailAddress> EMAIL = field("email", EmailAddress.TYPE);
    public static final Field<EmailAddresses> EMAILS = field("emails", EmailAddresses.TYPE);
    public static final Field<EmailAddress> INVOICE_EMAIL = field("invoiceEmail", EmailAddress.TYPE);
    public static final Field<Website> WEBSITE = field("website", Website.TYPE);

    // a natural person
    public static final Field<String> FIRST_NAMES = field("firstNames", Text.TYPE);
    public static final Field<String> CALL_NAME = field("callName", Text.TYPE);
    public static final Field<String> INITIALS = field("initials", Text.TYPE);
    public static final Field<String> TUSSENVOEGSEL = field("tussenvoegsel", Text.TYPE);
    public static final Field<String> LAST_NAME = field("lastName", Text.TYPE);
    public static final Field<Gender> GENDER = field("gender", Gender.TYPE);
    public static final Field<BirthDate> BIRTH_DATE = sensitive("birthDate", BirthDate.TYPE);
    public static final Field<Language> LANGUAGE = field("language", Language.TYPE);

    // addresses
    public static final Field<Address> VISIT_ADDRESS = field("visitAddress", Address.TYPE);
    public static final Field<Address> POSTAL_ADDRESS = field("postalAddress", Address.TYPE);
    public static final Field<Address> PRIVATE_ADDRESS = field("privateAddress", Address.TYPE);
    public static final Field<Address> INVOICE_ADDRESS = field("invoiceAddress", Address.TYPE);

    // identifiers; the sensitive ones are, or may hold, the number of a person (identifiers.md, section 2)
    public static final Field<String> NUMBER = field("number", Text.TYPE);
    public static final Field<KvkNummer> KVK_NUMMER = field("kvkNummer", KvkNummer.TYPE);
    public static final Field<Vestigingsnummer> VESTIGINGSNUMMER = field("vestigingsnummer", Vestigingsnummer.TYPE);
    public static final Field<BtwNummer> BTW_NUMMER = sensitive("btwNummer", BtwNummer.TYPE);
    public static final Field<Oin> OIN = field("oin", Oin.TYPE);
    public static final Field<Rsin> RSIN = sensitive("rsin", Rsin.TYPE);
    public static final Field<CvrNummer> CVR_NUMMER = field("cvrNummer", CvrNummer.TYPE);
    public static final Field<PNummer> P_NUMMER = field("pNummer", PNummer.TYPE);
    public static final Field<EanNummer> EAN_NUMMER = field("eanNummer", EanNummer.TYPE);
    public static final Field<Ondernemingsnummer> ONDERNEMINGSNUMMER = field("ondernemingsnummer", Ondernemingsnummer.TYPE);
    public static final Field<Iban> IBAN = field("iban", Iban.TYPE);
    public static final Field<Bic> BIC = field("bic", Bic.TYPE);
    public static final Field<Rijksregisternummer> RIJKSREGISTERNUMMER =
        sensitive("rijksregisternummer", Rijksregisternummer.TYPE);
    public static final Field<Rijksregisternummer> PARTNER_RIJKSREGISTERNUMMER =
        sensitive("partnerRijksregisternummer", Rijksregisternummer.TYPE);

    // terms
    public static final Field<Days> PAYMENT_DAYS = field("paymentDays", Days.TYPE);
    public static final Field<Amount> CREDIT_LIMIT = field("creditLimit", Amount.TYPE);
    public static final Field<CurrencyCode> CURRENCY = field("currency", CurrencyCode.TYPE);
    public static final Field<String> PAYMENT_TERMS = field("paymentTerms", Text.TYPE);
    public static final Field<String> CUSTOMER_GROUP = field("customerGroup", Text.TYPE);
    public static final Field<String> VAT_ZONE = field("vatZone", Text.TYPE);

    // a contact person
    public static final Field<String> FULL_NAME = field("fullName", Text.TYPE);
    public static final Field<String> CONTACT_PERSON = field("contactPerson", Text.TYPE);
    public static final Field<String> FUNCTION = field("function", Text.TYPE);
    public static final Field<PhoneNumber> BUSINESS_PHONE = field("businessPhone", PhoneNumber.TYPE);
    public static final Field<PhoneNumber> BUSINESS_MOBILE = field("businessMobile", PhoneNumber.TYPE);
    public static final Field<PhoneNumber> PRIVATE_MOBILE = field("privateMobile", PhoneNumber.TYPE);
    public static final Field<PhoneNumber> PRIVATE_PHONE = field("privatePhone", PhoneNumber.TYPE);
    public static final Field<EmailAddress> BUSINESS_EMAIL = field("businessEmail", EmailAddress.TYPE);
    public static final Field<EmailAddress> PRIVATE_EMAIL = field("privateEmail", EmailAddress.TYPE);
    public static final Field<YesNo> PRIMARY = field("primary", YesNo.TYPE);

    // what it is to the office
    public static final Field<Codes> RELATION_TYPES = field("relationTypes", Codes.TYPE);
    public static final Field<Status> STATUS = field("status", Status.TYPE);
    public static final Field<Codes> ROLES = field("roles", Codes.TYPE);
    public static final Field<String> LABEL = field("label", Text.TYPE);
    public static final Field<String> RESPONSIBLE = field("responsible", Text.TYPE);
    public static final Field<String> QUESTIONNAIRE = field("questionnaire", Text.TYPE);
    public static final Field<String> INVITATION_STATUS = field("invitationStatus", Text.TYPE);
    public static final Field<String> FINANCIAL_STATUS = field("financialStatus", Text.TYPE);
    public static final Field<YesNo> AUTO_SYNC = field("autoSync", YesNo.TYPE);

    private Fields() { }

    public static Optional<Field<?>> named(String name) { return Optional.ofNullable(BY_NAME.get(name)); }

    /** In the order of this catalogue. */
    public static Collection<Field<?>> all() { return Collections.unmodifiableCollection(BY_NAME.values()); }

    private static <T> Field<T> field(String name, ValueType<T> type) { return add(new Field<>(name, type, false)); }

    private static <T> Field<T> sensitive(String name, ValueType<T> type) { return add(new Field<>(name, type, true)); }

    private static <T> Field<T> add(Field<T> field) {
        if (BY_NAME.put(field.name(), field) != null) throw new IllegalStateException("two fields named " + field);
        return field;
    }
}
