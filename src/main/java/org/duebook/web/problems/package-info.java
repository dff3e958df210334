/**
 * Every error the API answers, as RFC 9457 problem details whose {@code errors} say field, found, wanted and cure.
 */
@NullMarked
package org.duebook.web.problems;

import org.jspecify.annotations.NullMarked;
