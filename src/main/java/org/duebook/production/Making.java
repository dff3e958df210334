package org.duebook.production;

import java.util.List;
import org.duebook.shared.Fault;

/**
 * What it takes to make something when nothing of it is in stock.
 *
 * @param machineHours hours on machines over all levels of the bill of material, each on the fastest machine
 * @param obstacles why it cannot be made, each on the field {@code item}; empty when it can
 */
public record Making(double machineHours, List<Fault> obstacles) {}
