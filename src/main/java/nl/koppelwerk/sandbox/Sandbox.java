package nl.koppelwerk.sandbox;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import nl.koppelwerk.sandbox.adminpulse.AdminPulse;
import nl.koppelwerk.sandbox.adminconsult.AdminConsult;
import nl.koppelwerk.sandbox.accounton.Accounton;
import nl.koppelwerk.sandbox.advocaatcentraal.AdvocaatCentraal;
import nl.koppelwerk.sandbox.clickmate.Clickmate;
import nl.koppelwerk.sandbox.compenda.Compenda;
import nl.koppelwerk.sandbox.economic.Economic;
import nl.koppelwerk.sandbox.snelstart.SnelStart;
import nl.koppelwerk.sandbox.tribe.Tribe;

/** All stand-ins behind one loopback port, running until closed. */
public final class Sandbox implements AutoCloseable {

    private final Vertx vertx;
    private final Journal journal;
    private final RequestLog log;
    private final Switches switches;
    private int port;

    private Sandbox(Vertx vertx, Journal journal, SandboxOptions options) throws Exception {
        this.vertx = vertx;
        this.journal = journal;
        this.switches = new Switches(journal.bucket("switches"));
        this.log = new RequestLog(options.file(), switches.of("log"));
    }

    /** Starts the stand-ins; when this returns, the port answers. */
    public static Sandbox start(SandboxOptions options) throws Exception {
        // One event loop; seeding or exporting 50,000 relations may hold it for seconds, which is no reason for a warning.
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setBlockedThreadCheckInterval(3_600_000)
                .setFileSystemOptions(new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        try {
            var sandbox = new Sandbox(vertx, Journal.open(options.file()), options);
            var opened = new CompletableFuture<Integer>();
            vertx.runOnContext(loop -> sandbox.open(options, opened));
            sandbox.port = opened.get();
            return sandbox;
        } catch (Exception e) {
            vertx.close().toCompletionStage().toCompletableFuture().get();
            throw e;
        }
    }

    /** The port it listens on, on the loopback address. */
    public int port() {
        return port;
    }

    /** Switches that do not stand on the assumed value, as {@code key=value}. */
    public List<String> unusualSwitches() {
        return switches.unusual();
    }

    @Override
    public void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
        journal.close();
        log.close();
    }

    /** On the event loop, so that nothing else runs while the records are made. */
    private void open(SandboxOptions options, CompletableFuture<Integer> opened) {
        try {
            edge(options).listen(options.port()).onSuccess(server -> opened.complete(server.actualPort())).onFailure(opened::completeExceptionally);
        } catch (RuntimeException e) {
            opened.completeExceptionally(e);
        }
    }

    private HttpEdge edge(SandboxOptions options) {
        var clock = new SandboxClock(journal.bucket("settings"));
        if (options.clockSpeed() != 1 && options.clockSpeed() != clock.speed()) {
            clock.run(options.clockSpeed(), Optional.empty());
        }
        var ground = new Ground(vertx, journal, switches, clock, options.seed());
        List<Vendor> vendors = List.of(new AdvocaatCentraal(ground), new Tribe(ground), new Economic(ground), new Clickmate(ground), new Compenda(ground), new SnelStart(ground),
                new AdminPulse(ground), new AdminConsult(ground), new Accounton(ground));
        if (options.quota().equals("none")) {
            vendors.forEach(vendor -> switches.set(Json.object().put("sandbox." + vendor.system() + ".quota", "none")));
        }
        seedOnce(vendors, options);
        var faults = new Faults(switches, options.seed());
        return new HttpEdge(vertx, journal, switches, faults, log, vendors, new Controls(switches, faults, clock, log, vendors, options));
    }

    private void seedOnce(List<Vendor> vendors, SandboxOptions options) {
        var seeded = journal.bucket("settings");
        if (!seeded.has("seeded")) {
            vendors.forEach(vendor -> vendor.seed(options.seed(), options.relations()));
            seeded.put("seeded", Json.object().put("seed", options.seed()));
        }
        journal.flush();
    }
}
