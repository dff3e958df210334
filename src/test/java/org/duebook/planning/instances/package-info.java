/**
 * Published scheduling problems of five families, read from their files and planned by the same model and the same search
 * as a plant: a makespan is the lateness of one job that is due at minute 0, weighted tardiness that of a job per
 * operation. Their values are computed here from checked times, by code that shares nothing with the timeline.
 */
@NullMarked
package org.duebook.planning.instances;

import org.jspecify.annotations.NullMarked;
