package nl.koppelwerk.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Claim;
import nl.koppelwerk.ledger.Deliveries;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Lane;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.ledger.Schedules.Due;
import nl.koppelwerk.ledger.memory.MemoryLedger;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.Test;

/** A link and its timetable on the ledger in memory, by a clock that only the test moves. */
class PacingTest {

    /** Nine in the morning in Amsterdam. */
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");
    private final MemoryLedger ledger = new MemoryLedger(() -> now, new Random(1));
    private int written;
    private final LinkBook book = new LinkBook(ledger.links(), null, new LinkTypes(), Duration.ZERO);
    private final Pacing pacing = new Pacing(ledger.links(), book, ledger.schedules(), ledger.notices(), ledger.runs(), countingSince());

    @Test @Requirement("SN-05") void a_link_that_works_at_once_collects_nothing_and_has_no_times() {
        var link = aLink("{}");
        ledger.notices().accept(List.of(told(link, "R-1", "webhook", Lane.COLLECTED)));

        assertThat(ledger.notices().claim(5)).hasSize(1);
        assertThat(dueAfter(Duration.ofDays(7))).isEmpty();
        assertThat(ledger.links().find(link).orElseThrow().quietUntil()).isNull();
    }

    @Test @Requirement("SN-05") void a_fixed_time_releases_what_was_collected_and_starts_the_first_run() {
        var link = aLink("{'mode': 'scheduled', 'schedule': '0 0 19 * * ?'}");
        ledger.notices().accept(List.of(told(link, "R-1", "webhook", Lane.COLLECTED)));
        assertThat(dueAfter(Duration.ofHours(9).plusMinutes(59))).isEmpty();
        assertThat(ledger.notices().claim(5)).isEmpty();

        assertThat(dueAfter(Duration.ofMinutes(2))).extracting(Due::what).containsExactly(Pacing.TIMES);
        pacing.release(link);

        assertThat(ledger.notices().claim(5)).extracting(Claim::root).containsExactly("R-1");
        assertThat(ledger.runs().of(link, "", 5)).extracting(Runs.Run::kind).containsExactly(Runs.Kind.INITIAL);
        assertThat(dueAfter(Duration.ofHours(23).plusMinutes(50))).isEmpty();
        assertThat(dueAfter(Duration.ofMinutes(10))).extracting(Due::what).containsExactly(Pacing.TIMES);
    }

    @Test @Requirement("SN-05") void the_first_run_is_started_once() {
        var link = aLink("{'mode': 'scheduled', 'schedule': '0 0 19 * * ?'}");
        pacing.release(link);
        pacing.release(link);

        assertThat(ledger.runs().of(link, "", 5)).hasSize(1);
    }

    @Test @Requirement({"SN-05", "SN-43"}) void a_link_of_which_only_a_part_was_looked_at_is_read_whole_at_its_first_time() {
        var link = aLink("{'mode': 'scheduled', 'schedule': '0 0 19 * * ?'}");
        for (var kind : List.of(Runs.Kind.CHECKLIST, Runs.Kind.BACKUP, Runs.Kind.SAMPLE)) ledger.runs().start(link, kind, "operator");

        pacing.release(link);

        assertThat(ledger.runs().of(link, "", 5)).extracting(Runs.Run::kind).endsWith(Runs.Kind.INITIAL).hasSize(4);
    }

    @Test @Requirement("SN-05") void a_link_that_is_set_to_work_at_once_drops_its_times_and_works_what_it_had_collected() {
        var link = aLink("{'mode': 'scheduled', 'schedule': '0 0 19 * * ?', 'quietHours': '22:00-06:00'}");
        ledger.notices().accept(List.of(told(link, "R-1", "webhook", Lane.COLLECTED)));

        ledger.links().settings(link, json("{}"));
        book.forget(link);
        pacing.lay(link);

        assertThat(ledger.notices().claim(5)).hasSize(1);
        assertThat(ledger.links().find(link).orElseThrow().quietUntil()).isNull();
        assertThat(dueAfter(Duration.ofDays(2))).isEmpty();
    }

    @Test @Requirement("SN-42") void runs_rest_by_day_and_work_in_the_quiet_hours() {
        var link = aLink("{'quietHours': '22:00-06:00'}");
        ledger.notices().accept(List.of(told(link, "R-1", "run", Lane.BACKFILL), told(link, "R-2", "webhook", Lane.COLLECTED)));
        assertThat(quietUntil(link)).isEqualTo(Instant.parse("2026-03-02T21:00:00Z"));
        assertThat(ledger.notices().claim(5)).extracting(Claim::root).containsExactly("R-2");

        now = Instant.parse("2026-03-02T21:00:05Z");
        assertThat(ledger.schedules().claim(5)).extracting(Due::what).containsExactly(Pacing.QUIET);
        pacing.rest(link);
        assertThat(quietUntil(link)).isNull();
        assertThat(ledger.notices().claim(5)).extracting(Claim::root).contains("R-1");

        now = Instant.parse("2026-03-03T05:00:05Z");
        pacing.rest(link);
        assertThat(quietUntil(link)).isEqualTo(Instant.parse("2026-03-03T21:00:00Z"));
    }

    @Test @Requirement("SN-42") void a_night_whose_batch_is_written_is_over_and_the_next_one_has_a_batch_of_its_own() {
        var link = aLink("{'quietHours': '22:00-06:00', 'batch': 10}");
        now = Instant.parse("2026-03-02T23:00:00Z");
        written = 9;
        pacing.rest(link);
        assertThat(quietUntil(link)).isNull();

        written = 10;
        pacing.rest(link);
        assertThat(quietUntil(link)).isEqualTo(Instant.parse("2026-03-03T21:00:00Z"));

        now = Instant.parse("2026-03-03T21:00:01Z");
        written = 0;
        pacing.rest(link);
        assertThat(quietUntil(link)).isNull();
    }

    @Test @Requirement("SN-42") void the_last_write_of_a_batch_is_the_last_of_its_night() {
        var link = aLink("{'quietHours': '22:00-06:00', 'batch': 10}");
        now = Instant.parse("2026-03-02T23:00:00Z");
        written = 9;
        assertThat(pacing.restsUntil(link)).isEmpty();

        written = 10;

        assertThat(pacing.restsUntil(link)).contains(Instant.parse("2026-03-03T21:00:00Z"));
        assertThat(pacing.hasBatch(link)).isTrue();
        assertThat(pacing.hasBatch(aLink("{'quietHours': '22:00-06:00'}"))).isFalse();
    }

    /** Of all that a ledger knows of writes only their number is asked for, since the night began. */
    private Deliveries countingSince() {
        return (Deliveries) Proxy.newProxyInstance(Deliveries.class.getClassLoader(), new Class<?>[] {Deliveries.class}, (proxy, method, asked) -> {
            assertThat(method.getName()).isEqualTo("sentSince");
            assertThat(((Instant) asked[1]).atZone(ZoneId.of("Europe/Amsterdam")).toLocalTime()).isEqualTo(LocalTime.of(22, 0));
            return written;
        });
    }

    private Instant quietUntil(String link) { return ledger.links().find(link).orElseThrow().quietUntil(); }

    private List<Due> dueAfter(Duration time) {
        now = now.plus(time);
        var due = ledger.schedules().claim(5);
        due.forEach(ledger.schedules()::done);
        return due;
    }

    private String aLink(String settings) {
        var link = ledger.links().create(new Links.NewLink("demo", "compenda-snelstart", "Administratie Voorbeeld", json(settings),
            Map.of(Side.SOURCE, account("compenda"), Side.TARGET, account("snelstart")))).id();
        ledger.links().change(link, Links.State.ACTIVE, "");
        pacing.lay(link);
        return link;
    }

    private static Links.NewAccount account(String system) {
        return new Links.NewAccount(system, "demo", "http://127.0.0.1:1/" + system, "", Map.of("apiKey", "k"), new Accounts.Limits(0, 0, 0));
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(malformed);
        }
    }

    private static Hint told(String link, String root, String why, Lane lane) { return new Hint(link, Side.SOURCE, root, lane, why, false, "", ""); }
}
