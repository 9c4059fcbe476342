package nl.koppelwerk.link;

import java.util.List;
import nl.koppelwerk.link.LinkType.FieldLine;
import nl.koppelwerk.link.LinkType.NotSynchronised;

/** The page "which data are synchronised" of this link, with the labels that the two screens show (seeds.md, AC-40 to AC-83). */
final class AdvocaatCentraalTribeFields {

    private static final String BOTH = "both";

    static final List<FieldLine> LINES = List.of(
        line("organisation", "name", "Bedrijfsnaam", "Organisatienaam", ""),
        line("organisation", "phone", "Telefoonnummer", "Telefoonnummer", "the number counts, not its spelling"),
        line("organisation", "email", "E-mail", "E-mailadres", ""),
        line("organisation", "website", "Website", "Website", ""),
        line("organisation", "kvkNummer", "KvK", "Kvk nummer", "only when the office uses Tribe's KvK link"),
        line("organisation", "visitAddress", "Hoofdkantoor", "Bezoekadres", "one value"),
        line("organisation", "postalAddress", "Postadres", "Postadres", "one value"),
        line("contact", "callName", "Voornamen", "Roepnaam", "back only when the Roepnaam was changed by a user"),
        line("contact", "lastName", "Achternaam", "Achternaam", ""),
        line("contact", "tussenvoegsel", "Tussenvoegsels", "Tussenvoegsels", ""),
        line("contact", "initials", "Voorletters", "Voorletters", ""),
        line("contact", "birthDate", "Geboortedatum", "Geboortedatum", ""),
        line("contact", "gender", "Geslacht", "Geslacht", ""),
        line("contact", "function", "Functie", "Functie", "only functions that Tribe's list has"),
        line("contact", "businessPhone", "Doorkiesnummer", "Telefoonnummer (zakelijk)", ""),
        line("contact", "businessMobile", "Mobiel", "Mobiel (zakelijk)", "back: the business value wins"),
        line("contact", "privateMobile", "Mobiel", "Mobiel (privé)", "a value of its own in Tribe stays"),
        line("contact", "privatePhone", "Privé telefoon", "Privé telefoon", ""),
        line("contact", "businessEmail", "E-mailadres", "E-mailadres (zakelijk)", "back: the business value wins"),
        line("contact", "privateEmail", "E-mailadres", "E-mailadres (privé)", "a value of its own in Tribe stays"),
        line("person", "lastName", "Naam", "Achternaam", "the whole name"),
        line("person", "email", "E-mail", "Privé e-mailadres", ""),
        line("person", "phone", "Telefoon", "Privé telefoonnummer", ""),
        line("person", "privateAddress", "Privéadres", "Privé adres", "one value"),
        new FieldLine("relation", "relationTypes", "Relatietype", "Role", "to target", "through the mapping in the settings; a role is added, never ended"));

    static final List<NotSynchronised> LEFT_ALONE = List.of(
        new NotSynchronised("relations made in Tribe", "new relations are made in AdvocaatCentraal only (AC-26)"),
        new NotSynchronised("contact persons of a private person", "Tribe has no such structure (AC-03)"),
        new NotSynchronised("other types of address, such as the factuuradres", "the two systems do not agree on them (AC-83)"),
        new NotSynchronised("archiving and deleting", "the link never removes and never changes a status (AC-30, AC-31)"),
        new NotSynchronised("relation types without a role in the settings", "an empty mapping is not synchronised (AC-14)"));

    private AdvocaatCentraalTribeFields() {}

    private static FieldLine line(String part, String field, String source, String target, String remark) {
        return new FieldLine(part, field, source, target, BOTH, remark);
    }
}
