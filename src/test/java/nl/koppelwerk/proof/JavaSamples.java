package nl.koppelwerk.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Says where a JVM spends its CPU: samples of the flight recorder by the innermost part that a frame belongs to. */
final class JavaSamples {

    private static final Map<String, String> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("nl.koppelwerk.ledger.postgres.Secrets", "encryption");
        PARTS.put("javax.crypto", "encryption");
        PARTS.put("org.postgresql", "JDBC driver");
        PARTS.put("io.agroal", "connection pool");
        PARTS.put("com.arjuna", "transactions");
        PARTS.put("com.fasterxml", "JSON");
        PARTS.put("com.google.i18n", "phone numbers");
        PARTS.put("nl.koppelwerk.ledger", "ledger");
        PARTS.put("nl.koppelwerk.systems", "adapters");
        PARTS.put("nl.koppelwerk.mapping", "decision core");
        PARTS.put("nl.koppelwerk.relation", "decision core");
        PARTS.put("nl.koppelwerk.link", "decision core");
        PARTS.put("nl.koppelwerk.reconcile", "decision core");
        PARTS.put("nl.koppelwerk.flow", "flow");
        PARTS.put("nl.koppelwerk.api", "interface");
        PARTS.put("org.apache.hc", "HTTP client");
        PARTS.put("org.apache.camel", "Camel");
        PARTS.put("io.vertx", "HTTP server");
        PARTS.put("io.netty", "HTTP server");
    }

    private JavaSamples() {
    }

    static void start(long pid) throws IOException, InterruptedException {
        jcmd(pid, "JFR.start", "name=proof", "settings=profile");
    }

    /** Shares in percent, largest first. */
    static Map<String, Double> stop(long pid, Path folder) throws IOException, InterruptedException {
        var file = folder.resolve("proof.jfr").toAbsolutePath();
        jcmd(pid, "JFR.stop", "name=proof", "filename=" + file);
        var counts = new TreeMap<String, Integer>();
        var all = 0;
        try (var recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                var event = recording.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample")) {
                    counts.merge(part(event), 1, Integer::sum);
                    all++;
                }
            }
        }
        return shares(counts, all);
    }

    private static Map<String, Double> shares(Map<String, Integer> counts, int all) {
        var shares = new LinkedHashMap<String, Double>();
        counts.entrySet().stream().sorted((one, other) -> other.getValue() - one.getValue()).forEach(entry -> shares.put(entry.getKey(), 100.0 * entry.getValue() / all));
        return shares;
    }

    private static String part(RecordedEvent sample) {
        if (sample.getStackTrace() == null) {
            return "other";
        }
        for (var frame : sample.getStackTrace().getFrames()) {
            var type = frame.getMethod().getType().getName();
            for (var part : PARTS.entrySet()) {
                if (type.startsWith(part.getKey())) {
                    return part.getValue();
                }
            }
        }
        return "other";
    }

    private static void jcmd(long pid, String... command) throws IOException, InterruptedException {
        var all = new java.util.ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), "" + pid));
        all.addAll(List.of(command));
        var process = new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        process.waitFor(60, TimeUnit.SECONDS);
    }
}
