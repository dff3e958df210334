@NullMarked
package org.duebook.catalog;

import org.jspecify.annotations.NullMarked;
