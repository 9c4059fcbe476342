package nl.koppelwerk.link;

import java.util.List;
import nl.koppelwerk.link.LinkType.FieldLine;
import nl.koppelwerk.link.LinkType.NotSynchronised;

/** The page "which data are synchronised" of the imports into Accounton: the basic fields of seeds.md, IM-92. */
final class ClientImportFields {

    private static final String CHOSEN = "to target, where a person chooses it";
    private static final String AT_BIRTH = "to target, when it is created";

    static final List<FieldLine> LINES = List.of(
        line("firstNames", "Voornaam", "Voornaam", ""),
        line("lastName", "Naam", "Achternaam", ""),
        line("email", "E-mail", "E-mail", "only a valid one crosses"),
        line("language", "Taal", "Taal", "decides the language of the questionnaire"),
        line("mobile", "Gsm", "Gsm", "the number counts, not its spelling"),
        line("rijksregisternummer", "Rijksregisternummer", "Rijksregisternummer", "only a valid one that agrees with the birth date crosses; the strongest key"),
        line("partnerRijksregisternummer", "Rijksregisternummer van de partner", "Rijksregisternummer partner", "a couple is one dossier"),
        line("responsible", "Dossiermedewerker", "Verantwoordelijke", "an e-mail address, else that of the settings"),
        line("label", "", "Label", "from the settings"),
        line("privateAddress", "Adres", "Adres", "one value, never merged piecewise"),
        new FieldLine("relation", "questionnaire", "", "Vragenlijst", AT_BIRTH, "by the language of the client, as chosen when the import is applied"),
        new FieldLine("relation", "invitationStatus", "", "Uitnodiging", AT_BIRTH, "sent at once only where whoever applies the import says so"));

    static final List<NotSynchronised> LEFT_ALONE = List.of(
        new NotSynchronised("organisations", "Accounton has dossiers of natural persons only"),
        new NotSynchronised("the second of a couple", "a couple is one dossier: that of the one whose rijksregisternummer Accounton has, else of the elder if that one is in the import"),
        new NotSynchronised("prospects and clients that are no longer active", "an import is of clients; they are listed where Accounton has them"),
        new NotSynchronised("clients that only Accounton has", "nothing is removed; they are listed with the reason (IM-91)"),
        new NotSynchronised("anything that nobody chose", "an import does what was previewed and chosen, and nothing else"),
        new NotSynchronised("changes made in Accounton", "the import goes one way"));

    private ClientImportFields() {}

    private static FieldLine line(String field, String source, String target, String remark) { return new FieldLine("relation", field, source, target, CHOSEN, remark); }
}
