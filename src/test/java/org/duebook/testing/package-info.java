/** What tests share: a real PostgreSQL, a clock that stands still. */
@NullMarked
package org.duebook.testing;

import org.jspecify.annotations.NullMarked;
