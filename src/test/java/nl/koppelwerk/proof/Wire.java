package nl.koppelwerk.proof;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;

/** One connection of a {@link Cable}. */
final class Wire {

    private static final int STEPS_PER_SECOND = 20;

    private final Cable cable;
    private final Socket program;
    private final Socket server;
    private volatile Cable.State state;
    private volatile Hold nextAnswer;

    Wire(Cable cable, Socket program, Socket server, Cable.State state) throws IOException {
        this.cable = cable;
        this.program = program;
        this.server = server;
        this.state = state;
        program.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
    }

    void start() {
        Cable.daemon("to-server", () -> pump(program, server, this::request));
        Cable.daemon("to-program", () -> pump(server, program, this::answer));
    }

    /** What swallowed bytes once has no sense any more, however whole the cable is. */
    void become(Cable.State next) {
        if (next == Cable.State.WHOLE && state != Cable.State.SLOW) {
            return;
        }
        state = next;
        switch (next) {
            case CUT -> end();
            case RESET -> reset();
            case HALF_CLOSED -> endWayBack();
            default -> { }
        }
    }

    private interface Passing {
        void pass(byte[] bytes, int length) throws IOException;
    }

    private void pump(Socket from, Socket to, Passing passing) {
        var buffer = new byte[16 * 1024];
        try {
            for (var n = from.getInputStream().read(buffer); n >= 0; n = from.getInputStream().read(buffer)) {
                passing.pass(buffer, n);
            }
            if (state != Cable.State.SILENT && state != Cable.State.ANSWER_SWALLOWED) {
                to.shutdownOutput();
            }
        } catch (IOException broken) {
            end();
        }
    }

    private void request(byte[] bytes, int length) throws IOException {
        for (var hold : cable.holds()) {
            if (hold.takes(bytes, length)) {
                stopAt(hold);
            }
        }
        if (state != Cable.State.SILENT) {
            send(server, bytes, length);
        }
    }

    private void stopAt(Hold hold) {
        if (hold.isAnswer()) {
            nextAnswer = hold;
        } else {
            hold.stop();
        }
    }

    private void answer(byte[] bytes, int length) throws IOException {
        var hold = nextAnswer;
        if (hold != null) {
            nextAnswer = null;
            hold.stop();
        }
        switch (state) {
            case RESET -> reset();
            case HALF_CLOSED -> endWayBack();
            case WHOLE, SLOW -> send(program, bytes, length);
            default -> { }
        }
    }

    private void send(Socket to, byte[] bytes, int length) throws IOException {
        if (state != Cable.State.SLOW) {
            to.getOutputStream().write(bytes, 0, length);
            return;
        }
        var step = Math.max(1, cable.bytesPerSecond() / STEPS_PER_SECOND);
        for (var at = 0; at < length; at += step) {
            if (state == Cable.State.SLOW) {
                LockSupport.parkNanos(1_000_000_000L / STEPS_PER_SECOND);
            }
            to.getOutputStream().write(bytes, at, Math.min(step, length - at));
        }
    }

    private void endWayBack() {
        try {
            program.shutdownOutput();
        } catch (IOException gone) {
            end();
        }
    }

    /** What is not said by closing is said by a reset. */
    private void reset() {
        try {
            program.setSoLinger(true, 0);
            server.setSoLinger(true, 0);
        } catch (IOException gone) {
            // It is closed already.
        }
        end();
    }

    private void end() {
        cable.ended(this);
        Cable.close(program);
        Cable.close(server);
    }
}
