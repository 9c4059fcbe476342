package nl.koppelwerk.sandbox.snelstart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.koppelwerk.sandbox.Bucket;
import nl.koppelwerk.sandbox.Ids;
import nl.koppelwerk.sandbox.Json;

/** Sales and purchase bookings of relations, as a person enters them at the desk; whether one is open is not shown, but keeps its relation from being removed. */
final class SnBookings {

    private final Bucket kept;
    private final Ids ids;
    private final SnStamps stamps;

    SnBookings(Bucket kept, Ids ids, SnStamps stamps) {
        this.kept = kept;
        this.ids = ids;
        this.stamps = stamps;
    }

    /** {@code soort} is verkoop or inkoop, after the kind of the relation. */
    ObjectNode enter(String relatie, String soort, ObjectNode wanted) {
        var id = ids.uuid();
        var booking = Json.object().put("id", id).put("relatie", relatie).put("soort", soort).put("factuurnummer", wanted.path("factuurnummer").asText("F-" + (kept.size() + 1)))
                .put("factuurdatum", wanted.path("factuurdatum").asText("2026-03-04T00:00:00")).put("factuurbedrag", wanted.path("factuurbedrag").asDouble())
                .put("betalingstermijn", wanted.path("betalingstermijn").asInt(30)).put("omschrijving", wanted.path("omschrijving").textValue())
                .put("openstaand", wanted.path("openstaand").asBoolean(true)).put("modifiedOn", stamps.now());
        kept.put(id, booking);
        return booking;
    }

    /** Nothing is open of a relation any more. */
    void settle(String relatie) {
        kept.ids().stream().toList().forEach(id -> kept.get(id).filter(booking -> booking.get("relatie").textValue().equals(relatie))
                .ifPresent(booking -> kept.put(id, booking.put("openstaand", false))));
    }

    boolean isOpen(String relatie) {
        return kept.ids().stream().map(id -> kept.get(id).orElseThrow())
                .anyMatch(booking -> booking.get("openstaand").asBoolean() && booking.get("relatie").textValue().equals(relatie));
    }

    ArrayNode of(String relatie, String soort) {
        var all = Json.array();
        kept.forEach((id, booking) -> {
            if (booking.get("relatie").textValue().equalsIgnoreCase(relatie) && booking.get("soort").textValue().equals(soort)) {
                all.add(shown(booking));
            }
        });
        return all;
    }

    void clear() {
        kept.clear();
    }

    private ObjectNode shown(ObjectNode kept) {
        var sale = kept.get("soort").textValue().equals("verkoop");
        var shown = Json.object().put("modifiedOn", stamps.text(kept.get("modifiedOn").longValue())).put("boekstuk", kept.get("factuurnummer").textValue())
                .put("gewijzigdDoorAccountant", false).put("markering", false).put("factuurdatum", kept.get("factuurdatum").textValue())
                .put("factuurnummer", kept.get("factuurnummer").textValue()).put("omschrijving", kept.path("omschrijving").textValue())
                .put("factuurbedrag", kept.get("factuurbedrag").doubleValue()).put("betalingstermijn", kept.get("betalingstermijn").intValue());
        shown.set(sale ? "klant" : "leverancier", SnView.reference("relaties", kept.get("relatie").textValue()));
        shown.putArray("boekingsregels");
        shown.putArray("documents");
        return shown.setAll(SnView.reference(sale ? "verkoopboekingen" : "inkoopboekingen", kept.get("id").textValue()));
    }
}
