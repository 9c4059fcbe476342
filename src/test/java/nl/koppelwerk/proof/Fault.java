package nl.koppelwerk.proof;

import java.time.Duration;
import java.util.function.Consumer;

/** What can go wrong between and in the processes of a {@link Stage}: how it begins, how long it lasts, how it ends. */
enum Fault {

    SOURCE_CUT("AdvocaatCentraal is cut off", on(Stage::source, Cable.State.CUT)),
    SOURCE_SLOW("AdvocaatCentraal trickles", on(Stage::source, Cable.State.SLOW)),
    SOURCE_RESET("AdvocaatCentraal resets instead of answering", on(Stage::source, Cable.State.RESET)),
    SOURCE_HALF_CLOSED("AdvocaatCentraal's way back has ended", on(Stage::source, Cable.State.HALF_CLOSED)),
    SOURCE_SWALLOWED("AdvocaatCentraal's answers never come", on(Stage::source, Cable.State.ANSWER_SWALLOWED)),
    TARGET_CUT("Tribe is cut off", on(Stage::target, Cable.State.CUT)),
    TARGET_SLOW("Tribe trickles", on(Stage::target, Cable.State.SLOW)),
    TARGET_RESET("Tribe resets instead of answering", on(Stage::target, Cable.State.RESET)),
    TARGET_HALF_CLOSED("Tribe's way back has ended", on(Stage::target, Cable.State.HALF_CLOSED)),
    TARGET_SWALLOWED("Tribe's answers never come", on(Stage::target, Cable.State.ANSWER_SWALLOWED)),
    DATABASE_CUT("the database is cut off", on(Stage::database, Cable.State.CUT)),
    DATABASE_SLOW("the database trickles", on(Stage::database, Cable.State.SLOW)),
    DATABASE_RESET("the database resets instead of answering", on(Stage::database, Cable.State.RESET)),
    DATABASE_HALF_CLOSED("the database's way back has ended", on(Stage::database, Cable.State.HALF_CLOSED)),
    DATABASE_SWALLOWED("the database's answers never come", on(Stage::database, Cable.State.ANSWER_SWALLOWED)),
    DATABASE_SILENT("the database is silent, nothing passes", on(Stage::database, Cable.State.SILENT)),
    DATABASE_RESTARTED("the database restarts", stage -> stage.postgres().restart(), stage -> { }, Duration.ofSeconds(1)),
    KILLED("kill -9 of one of two processes", stage -> stage.hub().kill(), stage -> stage.hub().start(), Duration.ofMillis(500)),
    FROZEN("one of two processes freezes past its lease", stage -> stage.hub().freeze(), stage -> stage.hub().thaw(), Stage.LEASE.plusSeconds(2));

    private final String title;
    private final Consumer<Stage> begins;
    private final Consumer<Stage> ends;
    private final Duration lasts;

    Fault(String title, Consumer<Stage> begins, Consumer<Stage> ends, Duration lasts) {
        this.title = title;
        this.begins = begins;
        this.ends = ends;
        this.lasts = lasts;
    }

    Fault(String title, OnCable cable) {
        this(title, stage -> cable.of(stage).become(cable.state), stage -> cable.of(stage).become(Cable.State.WHOLE), Duration.ofSeconds(2));
    }

    String title() {
        return title;
    }

    Duration lasts() {
        return lasts;
    }

    void begin(Stage stage) {
        begins.accept(stage);
    }

    void end(Stage stage) {
        ends.accept(stage);
    }

    private record OnCable(java.util.function.Function<Stage, Cable> place, Cable.State state) {
        Cable of(Stage stage) {
            return place.apply(stage);
        }
    }

    private static OnCable on(java.util.function.Function<Stage, Cable> place, Cable.State state) {
        return new OnCable(place, state);
    }
}
