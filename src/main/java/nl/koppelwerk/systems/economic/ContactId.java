package nl.koppelwerk.systems.economic;

/**
 * The id by which the hub knows a contact person. e-conomic numbers customers and contact persons each by themselves, from 1 on, so a bare
 * number would be a customer's as well, and to the ledger an id is one record of its side.
 */
public final class ContactId {

    private static final String KIND = "contact-";

    private ContactId() { }

    public static String of(String number) { return KIND + number; }

    /** Its number in e-conomic; empty where the id is no contact person's. */
    static String number(String id) { return id.startsWith(KIND) ? id.substring(KIND.length()) : ""; }
}
