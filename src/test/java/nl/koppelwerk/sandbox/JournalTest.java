package nl.koppelwerk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    private Path directory;

    @Test
    void records_switches_registrations_clock_and_request_log_survive_a_restart() throws Exception {
        String before;
        try (var wire = new Wire(SandboxOptions.inMemory(40).withFile(directory))) {
            wire.acPatch("/relations/AC-000100001", "{\"email\":\"nieuw@voorbeeld.example\"}", wire.acGet("/relations/AC-000100001").header("ETag"));
            wire.create("Relation_Organization", "{\"Name\":\"Blijft\",\"ImportId\":\"AC-1\"}");
            wire.tribe("POST", "/webhooks", "{\"entityType\":\"Relation.Person\",\"webhookUrl\":\"https://example.com/x\"}");
            wire.set("tribe.error-body", "text");
            wire.control("POST", "/clock", "{\"speed\":2}");
            before = state(wire);
        }

        try (var wire = new Wire(SandboxOptions.inMemory(40).withFile(directory))) {
            assertThat(state(wire)).isEqualTo(before).contains("nieuw@voorbeeld.example", "Blijft");
            assertThat(wire.odata("Relation_Organization", "$filter=ImportId eq 'AC-1'").json().get("value")).hasSize(1);
            assertThat(wire.tribe("GET", "/webhooks", null).json()).hasSize(1);
            assertThat(wire.control("GET", "/switches", null).json().get("sandbox.tribe.error-body").textValue()).isEqualTo("text");
            assertThat(wire.control("GET", "/clock", null).json().get("speed").doubleValue()).isEqualTo(2);
            assertThat(wire.logged("method=POST&pathContains=Relation_Organization")).hasSize(1);
        }
    }

    @Test
    void what_was_answered_is_in_the_file_although_nobody_closed_it_and_a_torn_line_is_dropped() throws Exception {
        var killed = directory.resolve("killed");
        try (var wire = new Wire(SandboxOptions.inMemory(5).withFile(directory.resolve("living")))) {
            wire.create("Relation_Organization", "{\"Name\":\"Beantwoord\",\"VisitingAddress\":{\"City\":\"Urk\"}}");
            copy(directory.resolve("living"), killed);
        }
        Files.writeString(killed.resolve("records.jsonl"), "[[\"p\",\"tribe/Relation_Organ", StandardOpenOption.APPEND);

        try (var wire = new Wire(SandboxOptions.inMemory(5).withFile(killed))) {
            var found = wire.odata("Relation_Organization", "$filter=Name eq 'Beantwoord'&$expand=VisitingAddress").json();
            assertThat(found.at("/value/0/VisitingAddress/City").textValue()).isEqualTo("Urk");
        }
    }

    private static String state(Wire wire) {
        return wire.control("GET", "/advocaatcentraal/export", null).body() + wire.control("GET", "/tribe/export", null).body();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
