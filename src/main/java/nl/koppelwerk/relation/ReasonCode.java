package nl.koppelwerk.relation;

/** Every reason the hub can give, with a sentence for the office and the remedy that makes it go away. */
public enum ReasonCode {
    // values
    TEXT_CONTROL_CHARACTERS("{subject} holds control characters.", "Retype {subject} in the system it came from."),
    KVK_FORMAT("A KvK number has 8 digits.", "Correct the KvK number in the system it came from."),
    VESTIGINGSNUMMER_FORMAT("A vestigingsnummer has 12 digits.", "Correct the vestigingsnummer."),
    RSIN_CHECK("The RSIN or BSN does not pass the 11-test.", "Correct the number."),
    BTW_CHECK("The VAT number is not a valid one of its country.", "Correct the VAT number."),
    KBO_CHECK("The ondernemingsnummer does not match its check digits.", "Correct the number."),
    RRN_CHECK("The rijksregisternummer does not match its check digits.", "Correct the number."),
    CVR_CHECK("The CVR number does not match its check digit.", "Correct the CVR number."),
    P_NUMBER_FORMAT("A P-number has 10 digits.", "Correct the P-number."),
    EAN_CHECK("The EAN number does not match its check digit.", "Correct the EAN number."),
    OIN_FORMAT("An OIN has 20 digits.", "Correct the OIN."),
    IBAN_CHECK("The IBAN does not match its check digits.", "Correct the IBAN."),
    BIC_FORMAT("A BIC has 8 or 11 characters.", "Correct the BIC."),
    PHONE_INVALID("The telephone number is not a number of its country.", "Correct the number, or write it with its country code, such as +31 or +45."),
    EMAIL_FORMAT("The e-mail address is not one.", "Correct the e-mail address."),
    EMAIL_SEVERAL("{subject} holds several e-mail addresses in one text; only a single one is kept the same.", "Leave one address in {subject}."),
    WEBSITE_FORMAT("The website is not an address on the web.", "Correct the website."),
    DATE_FORMAT("The date is not a day of the calendar.", "Correct the date."),
    CODE_UNKNOWN("{subject} has a value that is not in its list.", "Choose a value of the list."),
    POSTCODE_FORMAT("The postcode does not fit its country.", "Correct the postcode or the country."),
    NUMBER_FORMAT("{subject} is not a number.", "Correct {subject}."),
    SHEET_AMOUNT("{subject} is no amount, or could be two, as 5,000 could.", "Write it as 5.000,00 or as 5000.00 in the column kredietlimiet of the sheet."),
    // what a system can hold
    TOO_LONG("{subject} is longer than the {limit} characters that {system} holds.", "Shorten {subject}."),
    REQUIRED_MISSING("{system} needs {subject}.", "Fill in {subject}."),
    NOT_IN_REFERENCE_LIST("{system} has no {list} named as in {subject}.", "Add it to that list in {system}, or choose another value."),
    BORN_ELSEWHERE("{subject} can only be added in {system}.", "Add {subject} in {system} first."),
    NOT_IN_RANGE("{system} takes {subject} from {least} to {most} only.", "Correct {subject}."),
    ADDRESS_INCOMPLETE("{system} takes a complete address or none, and {subject} has no {missing}.", "Complete {subject}, or empty it."),
    CONTACT_WITHOUT_ADDRESS("{subject} goes along with a complete visiting address only.", "Complete the visiting address."),
    BTW_COUNTRY("The VAT number is of another country than the visiting address.", "Correct the VAT number or the country of the visiting address."),
    CURRENCY_FOREIGN("{subject} is not in euro, and {system} keeps amounts in euro only.", "Enter {subject} in euro."),
    // scope
    TYPE_NOT_MAPPED("None of its relation types is mapped in this link.", "Map one of its relation types in the settings of the link."),
    ROLE_LACKING("It is no {role} in {system}.", "Make it a {role} there, if it is to be one."),
    NOT_OF_THIS_LINK("{system} keeps it for itself; it is no customer and no supplier.", "None is needed."),
    ARCHIVED_NOT_BORN("It is archived, and archived relations are not created.", "Take it out of the archive in the system it came from."),
    DELETED_NOT_BORN("It is deleted, and deleted relations are not created.", "Restore it in the system it came from."),
    DELETED_NO_LONGER_WRITTEN("It is deleted in {system}; nothing is written any more.", "Restore it in {system}."),
    INACTIVE_NO_LONGER_WRITTEN("It is inactive in {system}; nothing is written there any more.", "Make it active in {system}, or leave it so."),
    NEW_ONLY_AT_SOURCE("New relations are made in {system} only.", "Create the relation in {system}; this record is left alone."),
    CONTACTS_OF_PERSONS("Contact persons of a private person are not synchronised.", "None is needed; link them to an organisation if they must cross."),
    ARCHIVED_GOES_ON("It is archived in {system}; it goes on being kept the same.", "None is needed; delete it there if nothing shall be written any more."),
    PART_NEW_ONLY_AT_SOURCE("A new {part} is made in {system} only.", "Add it in {system}; this one is left alone."),
    ROLE_UNKNOWN_FOR_KIND("{system} has no role {type} for this kind of relation.", "Map the relation type to another role."),
    ROLE_NOT_WITHDRAWN("The relation type {type} ended; the role stays, because nothing is removed.", "End the role by hand in {system}."),
    PART_GONE("A {part} is gone in {system}; it stays in the other system.", "Remove it there by hand if that is meant."),
    ROOT_GONE("The record is gone in {system}; nothing is removed elsewhere.", "Restore it in {system}, or leave it so."),
    NOT_AUTOMATIC("It does not flow by itself in {system}.", "Let it flow in {system}, or carry it over by hand."),
    NOT_ACTIVE_YET("It is not active in {system} yet; only active customers are carried over.", "Make it active in {system}, or carry it over by hand."),
    NOT_RECEIVED("What is new in {system} is not received.", "Switch receiving on in the settings of the link."),
    LINK_SWITCHED_OFF("The integration is switched off in the settings of the link.", "Switch it on in the settings of the link."),
    // pairs
    DUPLICATE_AT_SOURCE("{other} has the same key, and the partner already.", "Merge the two records, make their keys differ, or release this if they are two."),
    DUPLICATE_IN_SOURCE("It shares a key with {other} of the same system; only one of the two can have a relatie.", "Merge the two, or make their keys differ."),
    AMBIGUOUS_MATCH("{system} has a record that could be the partner, and it is not sure.", "Choose the partner, mend the key that they share, or release this if it is none of them."),
    KIND_CHANGED("One side says organisation, the other says private person.", "Make both the same kind."),
    ID_REUSED("The id now belongs to another relation.", "Confirm that it is the same relation; or say that it is another, and it gets a record of its own."),
    PARTNER_GONE("Its partner is gone in {system}.", "Confirm that a new record shall be made there."),
    WAITS_FOR_OPEN_CREATE("A create for the same identity is not settled yet.", "None is needed; it is looked at again by itself."),
    WAITS_FOR_ANSWER("It could be the record that was made for another relation in {system}, about which a question is open.",
        "Answer that question; this is looked at again by itself then."),
    WAITS_FOR_NEWCOMERS("Before it is made in {system}, what is new there is read, so that it is not made twice.",
        "None is needed; it goes on by itself. If it stays so, test the link: {system} may not show its listing."),
    CREATE_IN_DOUBT("It is not known yet whether {system} made the record.", "None is needed; the hub looks for it before it tries again."),
    CREATE_IN_DOUBT_TWICE("Two records of {system} could be the one that was made.", "Choose which one is it."),
    CREATE_UNKNOWN("It is not known whether {system} made the record, and it has no key by which it could be found there.",
        "Look in {system}: where it is there, give both records the same key, such as the KvK number; where it is not, release this and it is made."),
    LATE_TWIN("{system} may hold the same relation twice, as {first} and as {twin}: a create that nobody answered may have come through late.",
        "Merge the two in {system} or delete one of them there; or release this, if they are two."),
    NO_TWIN("A person said that {twin} is another relation than {first} in {system}; it is left alone.",
        "None is needed; delete one of the two in {system} if they are the same after all."),
    // merging
    BOTH_SIDES_CHANGED("{subject} was changed on both sides.", "Choose which value is right."),
    FIRST_MEETING_DIFFERS("{subject} differs and the two met for the first time.", "Choose which value is right."),
    NOT_TAKEN_OVER("{system} accepted {subject} but kept its old value.", "Change {subject} by hand in {system}, or look why it refuses it."),
    ANSWERED_OTHERWISE("{system} holds something else for {subject} than was sent.", "Choose which value is right."),
    EMPTY_IGNORED("{subject} was emptied on one side; this link does not carry that over.", "Empty it by hand on the other side."),
    EMPTY_HELD("{subject} was emptied on one side.", "Confirm that it shall be emptied on the other side too."),
    PARTED_BY_HAND("{subject} was given a value of its own in {system}.", "None is needed; make both equal and they are one again."),
    NO_LONGER_SHOWN("What came last from {system} leaves {subject} out; nothing is concluded from that.",
        "None is needed where a sheet has no column for it; else fill it in again in {system}, or empty it in the other system by hand if that is meant."),
    DRIFT("{subject} was changed in {system}; this link does not carry that back, and leaves it there.", "Make the same change in the other system, or choose the value of that one."),
    DRIFT_OVERWRITTEN("{subject} was changed in {system} and is set back, as the settings of this link say; its history has the value.", "None is needed; change {subject} in the other system if the new value is right."),
    ONE_WAY("{subject} is not carried in this direction.", "Change it in {system}."),
    BRAKE("More destructive changes than the brake of this link allows in a day.", "Look at the changes and release them, or raise the brake."),
    // plans
    RESTORED("{subject} was put back in {system} by {by} on {day}; the two sides differ since.",
        "None is needed; change {subject} on either side and both are the same again."),
    PAIR_CUT("{by} cut this pair on {day}; its two records are no longer kept the same.", "Resolve the relation with a release, and they are one again."),
    CHANGED_BY_PERSON("Somebody changed {subject} in {system} since; that is not undone.", "Change {subject} by hand if the older value is right."),
    CHANGED_LATER("A later change of {subject} was carried to {system}; that is not undone.", "Plan to restore what carried it, or change {subject} by hand."),
    UNSETTLED("An edit of {subject} is still to be carried over or answered.", "Wait for it or answer it, and plan again."),
    MADE_BY_HUB("The hub made this record in {system}; it stays.", "Remove it there by hand, or cut its pair when the plan is applied."),
    // imports
    NOT_IN_SOURCE("{system} did not show it in this import: it may be no customer any more, or stand there under other numbers.",
        "None is needed; remove it by hand if it is no customer any more."),
    NO_LONGER_CLIENT("It is no active customer in {system}, or no longer one.", "None is needed; remove it by hand if it is no customer any more."),
    NOT_IN_TASKFLOW("It is not in the chosen taskflows: {taskflows}.", "None is needed; choose other taskflows if it is to be in the import."),
    PARTNER_OF_DOSSIER("It stands in the dossier of its partner in {system}.", "None is needed; the dossier goes over with the partner."),
    NOT_A_PERSON("{system} has dossiers of natural persons only.", "None is needed."),
    ONLY_BY_IMPORT("It is carried over by an import that a person applies.", "Make a preview, and apply what is to go over."),
    LEFT_BEFORE("{subject} differs as it did in the import before, and was left as it was.", "Choose {subject} if it is to be overwritten after all."),
    SOURCE_EMPTY("The import has nothing for {subject}; what stands there is kept.", "Empty it by hand if that is meant."),
    RRN_BIRTH_DATE("The rijksregisternummer tells another birth date than the record.", "Correct the number or the birth date."),
    QUESTIONNAIRE_MISSING("No questionnaire was chosen for the language {language}.", "Choose a questionnaire for {language}, and apply it in a new preview."),
    // settings
    SETTING_INVALID("{subject} cannot be {given}.", "Give {subject} {allowed}."),
    SETTING_UNKNOWN("This link has no setting {subject}.", "Leave {subject} out."),
    // certificates
    NOT_READ("{system} did not show the record since the run began.", "Run it again when {system} answers."),
    WRITTEN_SINCE("{subject} differed when the run read it, and was written in {system} since.", "None is needed; its history has both values."),
    STILL_WORKED("{subject} is still being worked on.", "None is needed; the next certificate says what became of it."),
    DIFFERS_UNEXPLAINED("{subject} differs and nothing says why: a defect of the hub.", "Sync the relation; if it goes on to differ, report it with its decisions."),
    // vendors
    VENDOR_REFUSED("{system} refused: {answer}", "Mend what {system} names, in the system it came from."),
    VENDOR_NOT_UNDERSTOOD("{system} answered something nobody understands.", "Replay it; if it comes back, send the answer to the supplier."),
    VENDOR_UNREACHABLE("{system} did not answer.", "None is needed; it is tried again by itself."),
    BATCH_WRITTEN("The writes that a night may have by the settings of the link are made.", "None is needed; it goes on in the next quiet hours. Ask for this relation alone, and it goes at once."),
    VENDOR_THROTTLED("{system} asked to wait.", "None is needed; it is tried again by itself."),
    CREDENTIALS_REFUSED("{system} refuses the credentials of this account.", "Enter new credentials for {system}."),
    LONG_LOOK("It has so many parts that it is looked at in turns.", "None is needed; it goes on by itself."),
    CHANGED_MEANWHILE("{system} changed while it was being written.", "None is needed; it is looked at again by itself."),
    TRIED_TOO_OFTEN("It failed {attempts} times in a row.", "Mend the cause and replay it."),
    UNMAPPABLE("The record of {system} cannot be read: {answer}", "Mend the record, then replay it.");

    private final String text;
    private final String remedy;

    ReasonCode(String text, String remedy) {
        this.text = text;
        this.remedy = remedy;
    }

    public String text() { return text; }

    public String remedy() { return remedy; }
}
