package nl.koppelwerk.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.koppelwerk.flow.AccountBook;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Lane;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.ledger.Runs.Kind;
import nl.koppelwerk.ledger.Runs.State;
import nl.koppelwerk.ledger.memory.MemoryLedger;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Said;
import nl.koppelwerk.relation.Wording;
import nl.koppelwerk.systems.excel.ExcelBeans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run that can do nothing says what it waits for, in the language that was asked for. */
class RestsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private final MemoryLedger ledger = new MemoryLedger(() -> NOW, new Random(1));
    private final String link = link();
    private final Rests rests = rests();

    @Test void a_run_that_nothing_holds_up_says_what_it_has_to_say() {
        assertThat(why(Kind.FULL, State.RUNNING, "")).isEmpty();
        assertThat(why(Kind.FULL, State.PAUSED, Phrase.PAUSED_BY.with("by", "anna").kept())).isEqualTo("gepauzeerd door anna");
        assertThat(why(Kind.IMPORT, State.RUNNING, "klanten.xlsx")).isEqualTo("klanten.xlsx");
    }

    @ParameterizedTest @EnumSource(value = State.class, names = {"RUNNING", "APPLYING"}) void a_run_whose_account_has_used_its_calls_up_says_until_when(State state) {
        usedUp();

        assertThat(why(Kind.PREVIEW, state, "")).isEqualTo("Rondes van deze koppeling wachten tot 02-03-2026 09:01:00 UTC: de aanroepen die Excel dit account toestaat zijn gedaan, "
            + "behalve die voor wijzigingen worden vrijgehouden.");
        assertThat(why(Kind.IMPORT, state, "klanten.xlsx")).as("the name of its file says nothing of that").contains("09:01:00 UTC");
        assertThat(why(Kind.CHECKLIST, state, "")).as("who only looks calls, too").contains("09:01:00 UTC");
    }

    @Test void a_preview_says_what_the_reading_for_it_waits_for_and_its_own_summary_when_it_is_made() {
        usedUp();

        assertThat(why(Kind.PREVIEW, State.PLANNING, "")).contains("09:01:00 UTC");
        assertThat(why(Kind.RESTORE, State.PLANNING, "")).as("a plan asks no system anything").isEmpty();
        assertThat(why(Kind.PREVIEW, State.PLANNED, Phrase.NO_SHEET.said().kept())).startsWith("Voor deze koppeling");
    }

    @Test void a_run_whose_account_is_refused_says_so_before_anything_else() {
        usedUp();
        ledger.accounts().backOff(account(), Duration.ofMinutes(5), Said.of(new Reason(ReasonCode.CREDENTIALS_REFUSED, "", Map.of("system", "Excel"))).kept());

        assertThat(why(Kind.FULL, State.APPLYING, "")).isEqualTo("Excel weigert de inloggegevens van dit account. Er wordt opnieuw geprobeerd op 02-03-2026 09:05:00 UTC.");
        assertThat(why(Kind.FULL, State.DONE, "")).isEmpty();
    }

    @Test void a_run_outside_of_its_quiet_hours_says_until_when_and_who_only_looks_goes_on() {
        ledger.links().quietUntil(link, Instant.parse("2026-03-02T21:00:00Z"));

        assertThat(why(Kind.FULL, State.APPLYING, "")).isEqualTo("Rondes van deze koppeling wachten tot 02-03-2026 21:00:00 UTC op haar rustige uren.");
        assertThat(why(Kind.BACKUP, State.RUNNING, "")).isEmpty();
    }

    @Test void a_run_of_a_link_that_rests_says_why_the_link_does() {
        ledger.links().change(link, Links.State.PAUSED, Phrase.PAUSED_BY.with("by", "anna").kept());

        assertThat(why(Kind.FULL, State.RUNNING, "")).isEqualTo("gepauzeerd door anna");
    }

    private String why(Kind kind, State state, String own) {
        var run = new Runs.Run("1", link, kind, state, "anna", NOW, null, 0, null, Map.of(), 0, false, own, 0, 0);
        return RunView.of(run, rests.why(ledger.links().find(link).orElseThrow()), Wording.NL).why();
    }

    private void usedUp() {
        while (ledger.accounts().take(account(), Lane.BACKFILL) instanceof Accounts.Permit.Granted granted) ledger.accounts().ended(granted, java.util.Optional.empty());
    }

    private String account() { return ledger.links().find(link).orElseThrow().accounts().get(Side.SOURCE); }

    private Rests rests() {
        var made = new Rests();
        made.access = new Access() {
            @Override Wording wording() { return Wording.NL; }
        };
        made.accounts = ledger.accounts();
        made.notices = ledger.notices();
        made.book = new AccountBook(ledger.accounts(), null, null, List.of(ExcelBeans.connector()), Duration.ZERO, Duration.ZERO, Duration.ZERO);
        return made;
    }

    private String link() {
        var none = new Links.NewAccount("accounton", "demo", "", "", Map.of(), new Accounts.Limits(0, 0, 0));
        var few = new Links.NewAccount("excel", "demo", "", "", Map.of(), new Accounts.Limits(4, 0, 0));
        return ledger.links().create(new Links.NewLink("demo", "excel-accounton", "Personenbelasting", JsonNodeFactory.instance.objectNode(), Map.of(Side.SOURCE, few, Side.TARGET, none))).id();
    }
}
