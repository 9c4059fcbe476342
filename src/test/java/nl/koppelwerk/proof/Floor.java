package nl.koppelwerk.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
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
 * The floor of a delivery: the bare reads of a record and the bare PATCH of another, by the hub's HTTP client and with its number
 * of workers, as a process of its own. Nothing is decided, kept or recorded.
 */
final class Floor {

    private final CloseableHttpClient client;
    private final FloorPlan plan;
    /** By the place of a delivery in the plan: what its next write has to name. */
    private final String[] versions;
    private final AtomicInteger failed = new AtomicInteger();

    private Floor(FloorPlan plan, int workers) {
        this.plan = plan;
        this.versions = plan.deliveries().stream().map(FloorPlan.Delivery::version).toArray(String[]::new);
        var pool = PoolingHttpClientConnectionManagerBuilder.create().setMaxConnTotal(workers).setMaxConnPerRoute(workers).build();
        client = HttpClients.custom().setConnectionManager(pool).disableAutomaticRetries().disableCookieManagement().build();
    }

    /** Arguments: a file with the plan, workers, deliveries and passes. Prints one JSON line per pass; the first ones warm up. */
    public static void main(String[] arguments) throws Exception {
        var workers = Integer.parseInt(arguments[1]);
        var deliveries = Integer.parseInt(arguments[2]);
        var floor = new Floor(JsonCalls.JSON.readValue(Path.of(arguments[0]).toFile(), FloorPlan.class), workers);
        for (var pass = 0; pass < Integer.parseInt(arguments[3]); pass++) {
            var cpu = Consumption.ofProcess(ProcessHandle.current().pid());
            var began = System.nanoTime();
            floor.pass(workers, deliveries);
            System.out.println("{\"deliveries\":" + deliveries + ",\"millis\":" + (System.nanoTime() - began) / 1_000_000 + ",\"failed\":" + floor.failed
                    + ",\"cpuMillis\":" + (Consumption.ofProcess(ProcessHandle.current().pid()) - cpu) + "}");
        }
    }

    /** Each worker has records of its own, so that no version is stale. */
    private void pass(int workers, int deliveries) throws InterruptedException {
        var threads = Executors.newFixedThreadPool(workers);
        for (var worker = 0; worker < workers; worker++) {
            var first = worker;
            threads.execute(() -> {
                for (var done = 0; done < deliveries / workers; done++) {
                    deliver((first + done * workers) % (versions.length / workers * workers), done);
                }
            });
        }
        threads.shutdown();
        threads.awaitTermination(10, TimeUnit.MINUTES);
    }

    private void deliver(int place, int number) {
        try {
            var delivery = plan.deliveries().get(place);
            for (var address : delivery.reads()) {
                answer(with(plan.reading(), new HttpGet(address)));
            }
            var write = with(plan.writing(), new HttpPatch(delivery.write()));
            write.setHeader(HttpHeaders.IF_MATCH, "\"" + versions[place] + "\"");
            write.setEntity(new StringEntity(String.format(plan.body(), 4_000_000 + number), ContentType.create("application/merge-patch+json")));
            versions[place] = answer(write).replace("\"", "");
        } catch (IOException | RuntimeException failure) {
            failed.incrementAndGet();
        }
    }

    private static HttpUriRequestBase with(Map<String, String> headers, HttpUriRequestBase request) {
        headers.forEach(request::setHeader);
        return request;
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
