package nl.koppelwerk.sheet;

import java.util.List;

/** A file that cannot be read as a sheet at all; its problems say what to do about it. Trying again does not mend it. */
public final class SheetRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<RowProblem> problems;

    SheetRefused(List<RowProblem> problems) {
        super(problems.get(0).reason());
        this.problems = List.copyOf(problems);
    }

    SheetRefused(RowProblem problem) { this(List.of(problem)); }

    /** Never empty. */
    public List<RowProblem> problems() { return problems; }
}
