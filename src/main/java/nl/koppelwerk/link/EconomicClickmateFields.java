package nl.koppelwerk.link;

import java.util.List;
import nl.koppelwerk.link.LinkType.FieldLine;
import nl.koppelwerk.link.LinkType.NotSynchronised;

/** The page "which data are synchronised" of this link; the seed names no fields, so the list is ours (clickmate.md, section 10). */
final class EconomicClickmateFields {

    private static final String BOTH = "both";
    private static final String TO_SOURCE_AT_BIRTH = "to source, when it is created";

    static final List<FieldLine> LINES = List.of(
        line("customer", "name", "Navn", "Navn", ""),
        line("customer", "cvrNummer", "CVR-nr.", "CVR-nr.", "only a valid one crosses"),
        line("customer", "eanNummer", "EAN-nr.", "EAN-nr.", "only a valid one crosses"),
        line("customer", "email", "E-mail", "E-mail", "only a single address crosses"),
        line("customer", "phone", "Telefon", "Telefon", "the number counts, not its spelling"),
        line("customer", "website", "Hjemmeside", "Hjemmeside", ""),
        line("customer", "visitAddress", "Adresse", "Adresse", "one value; the country by its Danish name there, by its code here"),
        new FieldLine("customer", "number", "Kundenr.", "e-conomic kundenr.", "to target", "follows a renumbering"),
        new FieldLine("customer", "customerGroup", "Kundegruppe", "", TO_SOURCE_AT_BIRTH, "from the settings, never changed afterwards"),
        new FieldLine("customer", "paymentTerms", "Betalingsbetingelse", "", TO_SOURCE_AT_BIRTH, "from the settings, never changed afterwards"),
        new FieldLine("customer", "vatZone", "Momszone", "", TO_SOURCE_AT_BIRTH, "from the settings, never changed afterwards"),
        new FieldLine("customer", "currency", "Valuta", "", TO_SOURCE_AT_BIRTH, "from the settings, never changed afterwards"),
        line("contact", "fullName", "Navn", "Navn", ""),
        line("contact", "businessEmail", "E-mail", "E-mail", ""),
        line("contact", "businessPhone", "Telefon", "Telefon", ""));

    static final List<NotSynchronised> LEFT_ALONE = List.of(
        new NotSynchronised("customers that do not flow automatically", "their status is shown, and a person carries over what he chooses (CL-03)"),
        new NotSynchronised("prospects, where new customers go over when they become active", "they stay in Clickmate until then (CL-26)"),
        new NotSynchronised("deleting", "a customer that is deleted in e-conomic stays in Clickmate; the hub deletes nothing"),
        new NotSynchronised("barred, delivery locations, templates", "they belong to the bookkeeping"),
        new NotSynchronised("credit limit, days of payment and VAT number", "Clickmate has no place for them; a new customer gets its payment terms from the settings"),
        new NotSynchronised("P-number and mobile phone", "Clickmate has no place for them"),
        new NotSynchronised("the title of a contact person", "e-conomic has no place for it"));

    private EconomicClickmateFields() {}

    private static FieldLine line(String part, String field, String source, String target, String remark) {
        return new FieldLine(part, field, source, target, BOTH, remark);
    }
}
