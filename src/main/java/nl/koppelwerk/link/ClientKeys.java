package nl.koppelwerk.link;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/**
 * By what a client is recognised in both systems (IM-90): its national number, else the dossier of its partner, which names it or which it names, else
 * its e-mail address together with its name.
 */
final class ClientKeys {

    static final String NUMBER = "rijksregisternummer";
    private static final String PARTNER = "partner";
    private static final String OF_PARTNER = "dossier-of-partner";
    private static final String MAIL_AND_NAME = "email-and-name";

    private ClientKeys() {}

    /** A couple has one dossier, whichever of the two it is of: it names a client of the source as its partner, or the client names whose it is. */
    static List<MatchKey> of(Side side, Values values) {
        var keys = new ArrayList<MatchKey>();
        number(values, Fields.RIJKSREGISTERNUMMER).ifPresent(own -> keys.add(new MatchKey(NUMBER, own)));
        number(values, side == Side.SOURCE ? Fields.RIJKSREGISTERNUMMER : Fields.PARTNER_RIJKSREGISTERNUMMER).ifPresent(one -> keys.add(MatchKey.along(PARTNER, one)));
        number(values, side == Side.SOURCE ? Fields.PARTNER_RIJKSREGISTERNUMMER : Fields.RIJKSREGISTERNUMMER).ifPresent(one -> keys.add(MatchKey.along(OF_PARTNER, one)));
        var email = values.get(Fields.EMAIL);
        var name = folded(values.get(Fields.FIRST_NAMES).text()) + "|" + folded(values.get(Fields.LAST_NAME).text());
        if (email instanceof Value.Present<?> && name.length() > 1) keys.add(new MatchKey(MAIL_AND_NAME, email.text().toLowerCase(Locale.ROOT) + "|" + name));
        return keys;
    }

    /** Of a client of the source that names this number as its partner's. */
    static MatchKey named(String number) { return MatchKey.along(OF_PARTNER, number); }

    private static Optional<String> number(Values values, Field<?> field) { return values.get(field) instanceof Value.Present<?> present ? Optional.of(present.text()) : Optional.empty(); }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
