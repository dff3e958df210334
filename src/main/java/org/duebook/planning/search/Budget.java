package org.duebook.planning.search;

/** How long a search may go on. */
public interface Budget {
    /** Whether it must end now; asked often, from several threads. */
    boolean over();

    /** Asked by the thread that began the search, at least every 50 ms: looks at the clock, reports, may end the search. */
    void look();

    /** Changes that may still be tried. */
    long stepsLeft();

    /** So many changes were tried; told by the thread that began the search. */
    void spent(long steps);
}
