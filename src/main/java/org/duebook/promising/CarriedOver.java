package org.duebook.promising;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What another system said of a line: the date it promised, and how much it had delivered in the line's unit. */
record CarriedOver(
        int line, @Nullable LocalDate promised, @Nullable BigDecimal delivered) {}
