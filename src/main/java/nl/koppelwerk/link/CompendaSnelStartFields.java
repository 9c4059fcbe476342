package nl.koppelwerk.link;

import java.util.List;
import nl.koppelwerk.link.LinkType.FieldLine;
import nl.koppelwerk.link.LinkType.NotSynchronised;

/** The page "which data are synchronised" of this link (seeds.md, SN-10 to SN-23). */
final class CompendaSnelStartFields {

    private static final String TO_TARGET = "to target";
    private static final String AT_BIRTH = "to target, when it is created";

    static final List<FieldLine> LINES = List.of(
        line("relation", "name", "Naam", "Naam", "at most 50 characters, never cut"),
        line("relation", "contactPerson", "Contactpersoon", "Contactpersoon", "the primary one, else the first; SnelStart holds one"),
        line("relation", "emails", "E-mail", "E-mail", "one or several"),
        line("relation", "phone", "Telefoon", "Telefoon", "the number counts, not its spelling"),
        line("relation", "mobile", "Mobiel", "Mobiele telefoon", "the number counts, not its spelling"),
        line("relation", "website", "Website", "Website", ""),
        line("relation", "kvkNummer", "KvK-nummer", "KvK-nummer", "only a valid one crosses"),
        line("relation", "btwNummer", "Btw-nummer", "Btw-nummer", "only a valid one of the country of the visiting address crosses"),
        line("relation", "visitAddress", "Bezoekadres", "Vestigingsadres", "one value, complete or not at all; without a country it is Dutch"),
        line("relation", "postalAddress", "Postadres", "Correspondentieadres", "one value; without a country it is Dutch"),
        line("relation", "paymentDays", "Betaaltermijn", "Krediettermijn", "in days, from -365 to 1000"),
        line("relation", "creditLimit", "Kredietlimiet", "Kredietlimiet", "in euro, of debtors only"),
        new FieldLine("relation", "relationTypes", "Debiteur, crediteur", "Klant, leverancier", AT_BIRTH, "a relation that is both becomes two relaties"),
        new FieldLine("relation", "number", "", "Relatiecode", AT_BIRTH, "from the link's own range, where the settings have one"),
        line("project", "name", "Omschrijving", "Omschrijving", "as a cost centre (kostenplaats)"),
        new FieldLine("project", "number", "Nummer", "Nummer", AT_BIRTH, "by which a cost centre is recognised"));

    static final List<NotSynchronised> LEFT_ALONE = List.of(
        new NotSynchronised("changes made in SnelStart", "the link goes one way (SN-02); they are shown, and kept or set back as the settings say"),
        new NotSynchronised("relaties made in SnelStart", "new relations are made in Compenda only"),
        new NotSynchronised("prospects", "bookkeeping knows debtors and creditors"),
        new NotSynchronised("other contact persons", "SnelStart holds one contact person (SN-10)"),
        new NotSynchronised("the invoice address", "SnelStart has no place for a third address"),
        new NotSynchronised("hours, articles, quotations and orders", "the link is purely financial (SN-21 to SN-23)"),
        new NotSynchronised("of a project all but number and description", "a cost centre holds nothing else (SN-20)"),
        new NotSynchronised("IBAN, reminders, e-mail settings, memo and other members of a relatie", "they belong to the bookkeeping and are never touched"),
        new NotSynchronised("archiving and deleting", "the link never removes and never changes a status"));

    private CompendaSnelStartFields() {}

    private static FieldLine line(String part, String field, String source, String target, String remark) {
        return new FieldLine(part, field, source, target, TO_TARGET, remark);
    }
}
