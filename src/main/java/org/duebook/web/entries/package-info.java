/** The entries of the day in words, for the API and the pages alike: what each says and what it did to promised dates. */
@NullMarked
package org.duebook.web.entries;

import org.jspecify.annotations.NullMarked;
