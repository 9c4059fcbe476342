package nl.koppelwerk.sandbox.snelstart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Bucket;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Json;

/** {@code /companyInfo}: the own company, in other words than a relation's; a program changes one setting of it. */
final class SnCompany {

    private static final String SETTING = "factureerBuitenlandsBtw";

    private final Bucket settings;
    private final SnRequests requests;
    private final SnLanden landen;
    private final SnView view;

    SnCompany(Bucket settings, SnRequests requests, SnLanden landen, SnView view) {
        this.settings = settings;
        this.requests = requests;
        this.landen = landen;
        this.view = view;
    }

    Answer read() {
        return Answer.json(200, view.dressed(company().put(SETTING, setting())));
    }

    Answer change(Call call) {
        settings.put("company", Json.object().put(SETTING, requests.object(call, "ALG-0102").path(SETTING).asBoolean(setting())));
        return read();
    }

    private boolean setting() {
        return settings.get("company").map(kept -> kept.get(SETTING).booleanValue()).orElse(false);
    }

    private ObjectNode company() {
        return Json.object().put("administratieIdentifier", landen.administration()).put("administratieNaam", "Voorbeeld Administratie").put("bedrijfsnaam", "Voorbeeld Handel B.V.")
                .put("contactpersoon", "Fatma Çelik").put("adres", "Plein 1944 7").put("postcode", "6511 JE").put("plaats", "Nijmegen").put("telefoon", "024 123 4567")
                .putNull("mobieleTelefoon").putNull("fax").put("iban", "NL91ABNA0417164300").put("bic", "ABNANL2A").put("rechtsvorm", "BeslotenVennootschap")
                .put("btwNummer", "NL004495445B01").put("btwIdentificatieNummer", "NL004495445B01").put("kvKNummer", "69599068").put("email", "info@voorbeeldhandel.example")
                .put("website", "https://voorbeeldhandel.example").put("huidigBoekjaar", 2026).put("beginmaandFiscaleBoekjaar", 1);
    }
}
