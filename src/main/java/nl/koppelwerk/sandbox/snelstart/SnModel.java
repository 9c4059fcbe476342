package nl.koppelwerk.sandbox.snelstart;

import static nl.koppelwerk.sandbox.snelstart.SnField.choice;
import static nl.koppelwerk.sandbox.snelstart.SnField.choices;
import static nl.koppelwerk.sandbox.snelstart.SnField.flag;
import static nl.koppelwerk.sandbox.snelstart.SnField.maybe;
import static nl.koppelwerk.sandbox.snelstart.SnField.number;
import static nl.koppelwerk.sandbox.snelstart.SnField.object;
import static nl.koppelwerk.sandbox.snelstart.SnField.text;
import static nl.koppelwerk.sandbox.snelstart.SnField.whole;

import java.util.List;
import java.util.stream.Stream;
import nl.koppelwerk.sandbox.snelstart.SnField.Kind;

/** What may be written, in the order in which SnelStart shows it; everything else in a request is not looked at. */
final class SnModel {

    static final List<String> TEXTS_OF_ADDRESS = List.of("contactpersoon", "straat", "postcode", "plaats");
    static final List<String> ADDRESSES = List.of("vestigingsAdres", "correspondentieAdres");
    static final List<String> MAILS = List.of("offerteEmailVersturen", "bevestigingsEmailVersturen", "factuurEmailVersturen", "aanmaningEmailVersturen",
            "offerteAanvraagEmailVersturen", "bestellingEmailVersturen");

    private static final List<SnField> ADDRESS = Stream.concat(TEXTS_OF_ADDRESS.stream().map(SnField::text), Stream.of(maybe("land", Kind.REFERENCE))).toList();
    private static final List<SnField> MAIL = List.of(flag("shouldSend"), text("email"), text("ccEmail"));

    static final List<SnField> RELATIE = Stream.of(
            List.of(maybe("id", Kind.ID), choices("relatiesoort", "Geen", "Klant", "Leverancier", "Eigen"), whole("relatiecode"), text("naam", 50)),
            ADDRESSES.stream().map(name -> object(name, ADDRESS)).toList(),
            List.of(text("telefoon"), text("mobieleTelefoon"), text("email"), text("btwNummer"), number("factuurkorting"), maybe("krediettermijn", Kind.WHOLE),
                    flag("bankieren"), flag("nonactief"), maybe("kredietLimiet", Kind.NUMBER), text("memo"), text("kvkNummer"), text("oin"), text("websiteUrl", 100),
                    choice("aanmaningsoort", "Nee", "Onderneming", "Consument")),
            MAILS.stream().map(name -> object(name, MAIL)).toList(),
            List.of(flag("ublBestandAlsBijlage"), text("iban", 50), text("bic"), choice("incassoSoort", "Geen", "Core", "B2B"), maybe("factuurRelatie", Kind.REFERENCE)))
            .flatMap(List::stream).toList();

    static final List<SnField> KOSTENPLAATS = List.of(maybe("id", Kind.ID), text("omschrijving"), maybe("nummer", Kind.WHOLE), flag("nonactief"));

    private SnModel() {
    }
}
