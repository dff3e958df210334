@NullMarked
package org.duebook.inventory;

import org.jspecify.annotations.NullMarked;
