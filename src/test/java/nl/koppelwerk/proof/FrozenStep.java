package nl.koppelwerk.proof;

/** Where in a look the program freezes, as a word on a cable tells. */
enum FrozenStep {

    AFTER_THE_CLAIM("after the claim, before it reads") {
        @Override
        Hold hold(Stage stage, String write) {
            return stage.database().holdRequest("open_look");
        }
    },
    AFTER_THE_INTENT("after the intent, before the request leaves") {
        @Override
        Hold hold(Stage stage, String write) {
            return stage.database().holdAnswer("intend_write");
        }
    },
    AFTER_THE_REQUEST("after the vendor got the request, before its answer") {
        @Override
        Hold hold(Stage stage, String write) {
            return stage.target().holdAnswer(write);
        }
    },
    BEFORE_THE_FINISH("before the finishing transaction") {
        @Override
        Hold hold(Stage stage, String write) {
            return stage.database().holdRequest("finish_look");
        }
    };

    private final String title;

    FrozenStep(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** @param write the first words of the request that the look is to make */
    abstract Hold hold(Stage stage, String write);
}
