package nl.koppelwerk.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPatch;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;

/**
 * The floor of a delivery: the bare read of a private person in Tribe and the bare PATCH in AdvocaatCentraal, by the hub's
 * HTTP client and with its number of workers, as a process of its own. Nothing is decided, kept or recorded.
 */
final class Floor {

    private final CloseableHttpClient client;
    private final String base;
    private final String token;
    private final AtomicInteger failed = new AtomicInteger();

    private Floor(String base, String token, int workers) {
        this.base = base;
        this.token = token;
        var pool = PoolingHttpClientConnectionManagerBuilder.create().setMaxConnTotal(workers).setMaxConnPerRoute(workers).build();
        client = HttpClients.custom().setConnectionManager(pool).disableAutomaticRetries().disableCookieManagement().build();
    }

    /**
     * Arguments: address of the stand-ins, token, workers, deliveries, passes, and a file with {@code tribe-id source-id version}
     * per line. Prints one JSON line per pass; the first ones warm up.
     */
    public static void main(String[] arguments) throws Exception {
        var workers = Integer.parseInt(arguments[2]);
        var deliveries = Integer.parseInt(arguments[3]);
        var floor = new Floor(arguments[0], arguments[1], workers);
        var pairs = Files.readAllLines(Path.of(arguments[5])).stream().map(line -> line.split(" ")).toList();
        for (var pass = 0; pass < Integer.parseInt(arguments[4]); pass++) {
            var cpu = Consumption.ofProcess(ProcessHandle.current().pid());
            var began = System.nanoTime();
            floor.pass(pairs, workers, deliveries);
            System.out.println("{\"deliveries\":" + deliveries + ",\"millis\":" + (System.nanoTime() - began) / 1_000_000 + ",\"failed\":" + floor.failed
                    + ",\"cpuMillis\":" + (Consumption.ofProcess(ProcessHandle.current().pid()) - cpu) + "}");
        }
    }

    /** Each worker has relations of its own, so that no version is stale. */
    private void pass(List<String[]> pairs, int workers, int deliveries) throws InterruptedException {
        var threads = Executors.newFixedThreadPool(workers);
        for (var worker = 0; worker < workers; worker++) {
            var first = worker;
            threads.execute(() -> {
                for (var done = 0; done < deliveries / workers; done++) {
                    deliver(pairs.get((first + done * workers) % (pairs.size() / workers * workers)), done);
                }
            });
        }
        threads.shutdown();
        threads.awaitTermination(10, TimeUnit.MINUTES);
    }

    private void deliver(String[] pair, int number) {
        try {
            var read = new HttpGet(base + "/tribe/v1/odata/Relation_Person(" + pair[0] + ")?%24expand=Address(%24expand=Country),Gender");
            read.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
            answer(read);
            var write = new HttpPatch(base + "/advocaatcentraal/assumed/advocaatcentraal/v0/offices/10042/relations/" + pair[1]);
            write.setHeader("X-Api-Key", "ac-demo-key");
            write.setHeader(HttpHeaders.IF_MATCH, "\"" + pair[2] + "\"");
            write.setEntity(new StringEntity(String.format("{\"telefoon\":\"+3110%07d\"}", 4_000_000 + number), ContentType.create("application/merge-patch+json")));
            pair[2] = answer(write).replace("\"", "");
        } catch (IOException | RuntimeException failure) {
            failed.incrementAndGet();
        }
    }

    /** The version after it. */
    private String answer(HttpUriRequestBase request) throws IOException {
        return client.execute(request, answer -> {
            var body = EntityUtils.toByteArray(answer.getEntity());
            if (answer.getCode() != 200) {
                throw new IOException("answered " + answer.getCode());
            }
            JsonCalls.JSON.readTree(body);
            return answer.containsHeader("ETag") ? answer.getHeader("ETag").getValue() : "";
        });
    }
}
