/**
 * The strict JSON of the API's edge: unknown fields, nulls, duplicates and values of another type are refused, not guessed.
 */
@NullMarked
package org.duebook.web.json;

import org.jspecify.annotations.NullMarked;
