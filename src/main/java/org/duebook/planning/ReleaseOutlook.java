package org.duebook.planning;

import org.duebook.shared.OrderLineId;

/** When production of a release will end. */
public record ReleaseOutlook(OrderLineId line, int release, Outlook outlook) {}
