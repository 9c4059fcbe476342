package nl.koppelwerk.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A TCP cable between a program and a server on this machine, which can be cut, slowed and deafened, and held where a word passes.
 * What went wrong on a connection stays so: a mended cable serves new ones.
 */
final class Cable implements AutoCloseable {

    /** What happens to bytes on it. */
    enum State {
        WHOLE,
        /** Nobody is let in, and who was in is thrown out. */
        CUT,
        /** A request passes; where its answer was to be, the connection is reset. */
        RESET,
        /** A request passes; the way back has ended, the way there has not. */
        HALF_CLOSED,
        /** Bytes trickle, both ways. */
        SLOW,
        /** A request passes, its answer never comes, and the connection stays open. */
        ANSWER_SWALLOWED,
        /** Nothing passes, and the connection stays open. */
        SILENT
    }

    private final int server;
    private final int port;
    private final List<Wire> wires = new CopyOnWriteArrayList<>();
    private final List<Hold> holds = new CopyOnWriteArrayList<>();
    private volatile int bytesPerSecond = 2_000;
    private volatile State state = State.WHOLE;
    private ServerSocket entrance;
    private Thread keeper;

    private Cable(int server) {
        this.server = server;
        this.entrance = opened(0);
        this.port = entrance.getLocalPort();
        let(entrance);
    }

    /** Whole, to a port of this machine. */
    static Cable to(int server) {
        return new Cable(server);
    }

    int port() {
        return port;
    }

    Cable withBytesPerSecond(int slowly) {
        bytesPerSecond = slowly;
        return this;
    }

    State state() {
        return state;
    }

    int bytesPerSecond() {
        return bytesPerSecond;
    }

    void become(State next) {
        turn(next);
        if (next == State.CUT) {
            awaitShut();
        }
    }

    private synchronized void turn(State next) {
        state = next;
        if (next == State.CUT) {
            close(entrance);
        } else if (entrance.isClosed()) {
            entrance = opened(port);
            let(entrance);
        }
        wires.forEach(wire -> wire.become(next));
    }

    /** Linux goes on listening until the thread that stands in accept has woken up. */
    private void awaitShut() {
        try {
            keeper.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops the first request that has this word, and all that follows it on its connection, before the server gets it. */
    Hold holdRequest(String word) {
        return hold(new Hold(word, false));
    }

    /** Lets the first request that has this word pass, and stops its answer before the program gets it. */
    Hold holdAnswer(String word) {
        return hold(new Hold(word, true));
    }

    List<Hold> holds() {
        return holds;
    }

    @Override
    public void close() {
        holds.forEach(Hold::release);
        become(State.CUT);
    }

    void ended(Wire wire) {
        wires.remove(wire);
    }

    private Hold hold(Hold hold) {
        holds.add(hold);
        return hold;
    }

    private void let(ServerSocket door) {
        keeper = daemon("cable-" + port, () -> {
            try {
                while (true) {
                    enter(door.accept());
                }
            } catch (IOException closed) {
                // The cable was cut.
            }
        });
    }

    private synchronized void enter(Socket program) throws IOException {
        if (state == State.CUT) {
            program.close();
            return;
        }
        try {
            var wire = new Wire(this, program, new Socket(InetAddress.getLoopbackAddress(), server), state);
            wires.add(wire);
            wire.start();
        } catch (IOException serverIsGone) {
            program.close();
        }
    }

    static Thread daemon(String name, Runnable task) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception gone) {
            // Nothing is left to close.
        }
    }

    private static ServerSocket opened(int port) {
        try {
            var door = new ServerSocket();
            door.setReuseAddress(true);
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return door;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
