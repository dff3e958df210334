package org.duebook.planning.timeline;

/** Working minutes to change a machine from one setup state to another. States are numbered 0 … n-1. */
public final class ChangeoverMatrix {
    /** A machine whose state nobody knows: its first setup costs nothing. */
    public static final int UNKNOWN = -1;

    private static final ChangeoverMatrix NONE = new ChangeoverMatrix(0, new int[0]);

    private final int states;
    private final int[] minutes;

    private ChangeoverMatrix(int states, int[] minutes) {
        this.states = states;
        this.minutes = minutes;
    }

    /** No changeover ever takes time, whatever the states. */
    public static ChangeoverMatrix none() {
        return NONE;
    }

    /** @param minutes working minutes, row = state left, column = state entered; square, none negative */
    public static ChangeoverMatrix of(int[][] minutes) {
        int n = minutes.length;
        int[] flat = new int[n * n];
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                if (minutes[row].length != n || minutes[row][column] < 0) {
                    throw new IllegalArgumentException("changeover row " + row + " is not square or is negative");
                }
                flat[row * n + column] = minutes[row][column];
            }
        }
        return new ChangeoverMatrix(n, flat);
    }

    /** Working minutes from one state to another; zero from {@link #UNKNOWN}. */
    public int minutes(int from, int to) {
        return states == 0 || from < 0 ? 0 : minutes[from * states + to];
    }

    /** Number of states; zero where no changeover takes time. */
    public int states() {
        return states;
    }
}
