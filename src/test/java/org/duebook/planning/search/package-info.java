@NullMarked
package org.duebook.planning.search;

import org.jspecify.annotations.NullMarked;
